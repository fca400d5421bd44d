import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { Failure } from './command.ts';
import { takeFolder } from './take-folder.ts';

const base = await mkdtemp(join(tmpdir(), 'isonomia-'));
after(() => rm(base, { recursive: true }));
const newFolder = (): Promise<string> => mkdtemp(join(base, 'data-'));

/** Another process that holds the folder until it is ended. */
const holder = async (folder: string) => {
  const script = `
    const { takeFolder } = await import(${JSON.stringify(new URL('take-folder.ts', import.meta.url).href)});
    takeFolder(${JSON.stringify(folder)});
    // What nobody keeps is still held.
    globalThis.gc();
    console.log('held');
    setInterval(() => undefined, 60_000);`;
  const child = spawn(process.execPath, ['--expose-gc', '--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return child;
};

describe('a data folder', () => {
  it('is one process’s alone, until it lets go', async () => {
    const folder = await newFolder();
    const letGo = takeFolder(folder);
    assert.throws(() => takeFolder(folder), Failure);
    letGo();
    takeFolder(folder)();
  });

  it('is let go of by a process that was killed', async () => {
    const folder = await newFolder();
    const child = await holder(folder);
    try {
      assert.throws(() => takeFolder(folder), /is in use by another isonomia/u);
    } finally {
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
    takeFolder(folder)();
  });
});
