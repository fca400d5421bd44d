import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Files } from '../../src/record/tar.ts';

/** The commands in the README of a proof, run as whoever gets one would run them. */

const missing = ['ssh-keygen', 'openssl', 'bash'].find((tool) => spawnSync(tool, ['--version']).error !== undefined);

/** Why they cannot be run here; `false`: they can. */
export const noTools = missing === undefined ? false : `${missing} is not installed`;

/** Unpacks the files, and runs the line of the README that runs its commands. */
export const run = (files: Files): { readonly good: boolean; readonly said: string } => {
  const folder = mkdtempSync(join(tmpdir(), 'isonomia-bundle-'));
  try {
    for (const [name, content] of files) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content);
    }
    const readme = new TextDecoder().decode(files.get('README.md'));
    const [, atOnce = ''] = /^ {4}(bash .*)$/mu.exec(readme) ?? [];
    const { stdout, stderr } = spawnSync('bash', ['-c', atOnce], { cwd: folder, encoding: 'utf8' });
    return { good: stdout.endsWith('\nGood\n'), said: stdout + stderr };
  } finally {
    rmSync(folder, { recursive: true });
  }
};
