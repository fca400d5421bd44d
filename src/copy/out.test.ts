import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { utf8 } from '../base/bytes.ts';
import { openOut } from './out.ts';

const home = await mkdtemp(join(tmpdir(), 'out-'));
after(() => rm(home, { recursive: true }));
let last = 0;
const fresh = (): string => join(home, `${(last += 1)}`);

const opened = async (path: string) => (await openOut(path)) ?? assert.fail('Something is in the way');
const firstIn = async (path: string): Promise<void> => {
  const out = await opened(path);
  await out.write('copy.json', utf8('{}'));
  await out.write('en/index.html', utf8('first'));
  await out.done();
};

describe('the folder of a copy', () => {
  it('is there once all is written, and not before', async () => {
    const [path, other] = [fresh(), fresh()];
    const out = await opened(path);
    await out.write('en/index.html', utf8('words'));
    await assert.rejects(stat(path));
    await out.done();
    assert.equal(await readFile(join(path, 'en/index.html'), 'utf8'), 'words');
    // Whoever serves it reads it as any folder that is made here.
    await mkdir(other);
    assert.equal((await stat(path)).mode, (await stat(other)).mode);
  });

  it('takes the place of an empty one, and of no other', async () => {
    const [empty, full] = [fresh(), fresh()];
    await mkdir(empty);
    await firstIn(empty);
    await mkdir(full);
    await writeFile(join(full, 'letter.txt'), 'mine');
    assert.equal(await openOut(full), null);
    assert.deepEqual(await readdir(full), ['letter.txt']);
  });

  it('leaves nothing of a first copy that was not done', async () => {
    const path = fresh();
    const out = await opened(path);
    await out.write('en/index.html', utf8('words'));
    await out.undo();
    assert.deepEqual(
      (await readdir(home)).filter((name) => name.startsWith(`${last}`)),
      [],
    );
  });

  it('is gone on with, and rid of what was being written when the last run was cut short', async () => {
    const path = fresh();
    await firstIn(path);
    await writeFile(join(path, 'en/index.html.unfinished'), 'fir');
    const out = await opened(path);
    assert.deepEqual(await out.read('en/index.html'), utf8('first'));
    await out.write('en/index.html', utf8('second'));
    await out.remove('en/none.html');
    await out.undo();
    assert.deepEqual(await readdir(join(path, 'en')), ['index.html']);
    assert.equal(await readFile(join(path, 'en/index.html'), 'utf8'), 'second');
  });

  it('is never left', async () => {
    const out = await opened(fresh());
    for (const name of ['../a', '/etc/passwd', 'a/../../b', ''])
      await assert.rejects(out.write(name, utf8('')), RangeError);
    await out.undo();
  });
});
