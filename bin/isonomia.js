#!/usr/bin/env node
// Starts the program under Node 26, whichever Node it was called with: plain JavaScript, because an older Node reads it.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { NEEDED, cannotStart, ownNode } from './own-node.js';

/** The sources where they are, which a package has not: it holds what was built from them. */
const sources = new URL('../src/main.ts', import.meta.url);
const main = existsSync(sources) ? sources : new URL('../dist/src/main.js', import.meta.url);

const start = () => {
  if (Number.parseInt(process.versions.node, 10) >= NEEDED) return import(main.href);
  const own = ownNode();
  if (own === null) {
    console.error(cannotStart(own));
    process.exit(1);
  }
  return hand(own, [...process.execArgv, fileURLToPath(import.meta.url), ...process.argv.slice(2)]);
};

/** What a shell and the loader of Linux end with where a program or a library of it is missing. */
const CANNOT_START = 127;

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
  child.on('error', () => {
    console.error(cannotStart(command));
    process.exit(1);
  });
  child.on('exit', (code, signal) => {
    if (code === CANNOT_START) console.error(cannotStart(command));
    if (signal === null) process.exit(code ?? 1);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
};

await start();
