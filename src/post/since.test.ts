import assert from 'node:assert/strict';
import { mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { instant } from '../base/time.ts';
import { sinceWhen } from './since.ts';

const fileIn = async (t: TestContext): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'isonomia-'));
  t.after(() => rm(folder, { recursive: true }));
  return join(folder, 'mail-since');
};

const at = (time: number) => ({ now: () => instant(time) });

test('since when there is a post is noted once, whole, for the owner’s eyes alone', async (t) => {
  const file = await fileIn(t);
  assert.equal(await sinceWhen(file, at(5000)), 5000);
  assert.equal(await sinceWhen(file, at(9000)), 5000);
  assert.equal((await stat(file)).mode & 0o777, 0o600);
  assert.deepEqual(await readdir(join(file, '..')), ['mail-since']);
});

test('a file that holds no time is refused by name, for it would mail everything again', async (t) => {
  const file = await fileIn(t);
  for (const broken of ['', '5', '5000', '\n', ' ', '-1', '1e3', 'yesterday', '5000\n\n', '\0\0\0\0']) {
    await writeFile(file, broken);
    await assert.rejects(sinceWhen(file, at(9000)), (fault: Error) => fault.message.startsWith(file));
    assert.equal(await readFile(file, 'latin1'), broken);
  }
});

test('a clock that was ahead at the first start keeps no mail back once it is right', async (t) => {
  const file = await fileIn(t);
  await sinceWhen(file, at(99_000));
  assert.equal(await sinceWhen(file, at(5000)), 5000);
  assert.equal(await sinceWhen(file, at(9000)), 5000);
});

test('a time of which a figure is another one is refused', async (t) => {
  const file = await fileIn(t);
  await sinceWhen(file, at(5000));
  await writeFile(file, (await readFile(file, 'latin1')).replace('5000', '4000'));
  await assert.rejects(sinceWhen(file, at(9000)), /mail-since holds no time/u);
});
