import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { appendFile, chmod, mkdir, mkdtemp, rename, rm, stat, symlink, truncate, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { after, beforeEach, describe, it } from 'node:test';
import { readWhole } from '../conference/archive/folder.ts';
import { folderAt, isFolder, writeFolder } from './record-folder.ts';
import { Failure } from './command.ts';
import { bytesOf } from './plain-file.ts';

const base = await mkdtemp(join(tmpdir(), 'isonomia-'));
after(() => rm(base, { recursive: true }));

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(base, 'record-'));
});
const at = (name: string): string => join(folder, name);
const pipe = (name: string): void => assert.equal(spawnSync('mkfifo', [at(name)]).status, 0);

const fails = async (asked: Promise<unknown>, pattern: RegExp): Promise<void> => {
  await assert.rejects(asked, (error) => error instanceof Failure && pattern.test(error.message));
};

it('a folder that is written is for its owner alone', async () => {
  const pieces = Readable.from([{ name: 'attachments/a', bytes: new Uint8Array(1) }]);
  await writeFolder(at('out'), pieces);
  assert.equal((await stat(at('out'))).mode & 0o777, 0o700);
  await fails(writeFolder(at('out'), pieces), /not empty/u);
});

describe('a folder that somebody else has laid out', () => {
  it('gives its files, however deep they may lie, and their bytes', async () => {
    await mkdir(at('a/b/c'), { recursive: true });
    await writeFile(at('a/b/c/d'), 'deep');
    await writeFile(at('x'), new Uint8Array(1_200_000).fill(7));
    assert.deepEqual(await folderAt(folder).names(), ['a/b/c/d', 'x']);
    assert.equal((await readWhole(folderAt(folder), 'x', 1_200_000))?.length, 1_200_000);
    assert.equal(await readWhole(folderAt(folder), 'x', 1_199_999), null);
  });

  const strange: Readonly<Record<string, (name: string) => unknown>> = {
    'a link to a file': (name) => symlink('/etc/hostname', at(name)),
    'a link to a folder': (name) => symlink('/etc', at(name)),
    'a link round in a circle': (name) => symlink(name, at(name)),
    'a link to where it stands': (name) => symlink('.', at(name)),
    'a link to a device without an end': (name) => symlink('/dev/zero', at(name)),
    'a pipe that nobody writes to': (name) => pipe(name),
    'a socket': async (name) => {
      const server = createServer().listen(at(name));
      await once(server, 'listening');
      after(() => server.close());
    },
  };
  const unread = (lay: (name: string) => unknown) => async (): Promise<void> => {
    await lay('entries.jsonl');
    await fails(folderAt(folder).names(), /entries\.jsonl is neither a file nor a folder/u);
    await fails(readWhole(folderAt(folder), 'entries.jsonl', 100), /entries\.jsonl is no plain file/u);
  };
  for (const [what, lay] of Object.entries(strange)) it(`is not read where there is ${what}`, unread(lay));

  it('is not read where folders lie in folders without end', async () => {
    await mkdir(at('x/'.repeat(500)), { recursive: true });
    await fails(folderAt(folder).names(), /lies too deep/u);
  });

  it('is not read where it may not be', async (context) => {
    if (process.getuid?.() === 0) return context.skip('root may read everything');
    await mkdir(at('closed'), { mode: 0o000 });
    await fails(folderAt(folder).names(), /closed\/ cannot be read: you may not/u);
    await chmod(at('closed'), 0o700);
    await writeFile(at('closed/x'), 'x', { mode: 0o000 });
    await fails(readWhole(folderAt(folder), 'closed/x', 10), /x cannot be read: you may not/u);
  });

  it('does not fill the memory with a file that is all hole', async () => {
    await writeFile(at('x'), '');
    await truncate(at('x'), 100 * 2 ** 30);
    assert.equal(await readWhole(folderAt(folder), 'x', 2 ** 20), null);
    await fails(bytesOf(at('x'), 2 ** 20), /larger than it may be/u);
  });

  const changes: Readonly<Record<string, () => Promise<unknown>>> = {
    grows: () => appendFile(at('x'), 'more'),
    shrinks: () => truncate(at('x'), 1000),
    'makes way for another': async () => {
      await writeFile(at('y'), 'other');
      await rename(at('y'), at('x'));
    },
    'is written over': () => writeFile(at('x'), new Uint8Array(1_200_000)),
  };
  const changing = (change: () => Promise<unknown>) => async (): Promise<void> => {
    await writeFile(at('x'), new Uint8Array(1_200_000).fill(7));
    const reading = async (): Promise<void> => {
      let pieces = 0;
      for await (const piece of folderAt(folder).read('x')) if (pieces++ === 0 && piece.length > 0) await change();
    };
    await fails(reading(), /x changed while it was read/u);
  };
  for (const [what, change] of Object.entries(changes))
    it(`is not taken for what it was where a file ${what} while it is read`, changing(change));
});

describe('a path that a person has typed', () => {
  it('may be a link, to a file', async () => {
    await writeFile(at('x'), 'words');
    await symlink('x', at('link'));
    assert.equal(new TextDecoder().decode(await bytesOf(at('link'), 10)), 'words');
  });

  it('is told apart from what cannot be read', async () => {
    pipe('pipe');
    await symlink('round', at('round'));
    await fails(bytesOf(at('pipe'), 10), /is no plain file/u);
    await fails(bytesOf('/dev/zero', 10), /is no plain file/u);
    await fails(bytesOf(folder, 10), /is a folder/u);
    await fails(isFolder(at('round')), /links lead round in a circle/u);
    await fails(isFolder(at('nothing')), /nothing at/u);
    await fails(isFolder(at('x'.repeat(5000))), /name is too long/u);
  });
});
