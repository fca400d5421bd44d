// Runs after `npm install`: sees to it that `node` is Node 26 in the scripts of package.json, and says at once where none starts.
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync, symlinkSync } from 'node:fs';
import { relative } from 'node:path';
import { NEEDED, cannotStart, ownNode } from './own-node.js';

/** @param {string} node */
const starts = (node) => {
  const { stdout } = spawnSync(node, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  return Number.parseInt((stdout ?? '').slice(1), 10) >= NEEDED;
};

const own = ownNode();
const ownStarts = own !== null && starts(own);
if (!ownStarts && Number.parseInt(process.versions.node, 10) < NEEDED) {
  console.error(cannotStart(own));
  process.exit(1);
}

const command = 'node_modules/.bin/node';
// It would come before the system's own.
if (!ownStarts) rmSync(command, { force: true });
// npm 10 and older unlink it again, because the packages for other machines, which it leaves out, have it too.
else if (existsSync('node_modules/.bin') && !existsSync(command))
  symlinkSync(relative('node_modules/.bin', own), command);
