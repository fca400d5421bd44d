#!/usr/bin/env node
// Starts src/main.ts under Node 26, whichever Node it was called with: plain JavaScript, because an older Node reads it.
import { spawn } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const NEEDED = 26;
const own = fileURLToPath(new URL('../node_modules/.bin/node', import.meta.url));

const start = () => {
  if (Number.parseInt(process.versions.node, 10) >= NEEDED) return import('../src/main.ts');
  if (!existsSync(own) || realpathSync(own) === realpathSync(process.execPath)) {
    const home = fileURLToPath(new URL('..', import.meta.url));
    console.error(`Isonomia runs on Node ${NEEDED}, which npm brings: run "npm install" in ${home} first.`);
    process.exit(1);
  }
  return hand(own, [...process.execArgv, fileURLToPath(import.meta.url), ...process.argv.slice(2)]);
};

/**
 * Runs `command` in our place: its output, its signals and its end are ours.
 * @param {string} command
 * @param {readonly string[]} args
 */
const hand = (command, args) => {
  const child = spawn(command, args, { stdio: 'inherit' });
  // At a terminal Ctrl-C reaches the child by itself, and a second SIGINT would cut its shutdown short.
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'));
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  process.on('SIGHUP', () => child.kill('SIGHUP'));
  child.on('error', (fault) => {
    console.error(`Isonomia could not start ${command}: ${fault.message}`);
    process.exit(1);
  });
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code ?? 1);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
};

await start();
