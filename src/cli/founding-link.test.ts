import assert from 'node:assert/strict';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { foundingGate, newFoundingToken } from './founding-link.ts';

const base = await mkdtemp(join(tmpdir(), 'isonomia-'));
after(() => rm(base, { recursive: true }));
const newFolder = (): Promise<string> => mkdtemp(join(base, 'data-'));

describe('the token of a founding link', () => {
  it('is good once, for whoever comes first', async () => {
    const folder = await newFolder();
    const token = newFoundingToken(folder);
    const [one, other] = [foundingGate(folder)(token), foundingGate(folder)(token)];
    assert.deepEqual([one.isOpen(), other.isOpen()], [true, true]);
    assert.deepEqual([one.spend(), other.spend()], [true, false]);
    assert.deepEqual([one.isOpen(), one.spend(), await readdir(folder)], [false, false, []]);
  });

  it('is good no more when a new one was made, and spending it leaves that one alone', async () => {
    const folder = await newFolder();
    const gate = foundingGate(folder);
    const old = newFoundingToken(folder);
    const token = newFoundingToken(folder);
    assert.deepEqual([gate(old).isOpen(), gate(old).spend(), gate(token).isOpen()], [false, false, true]);
  });

  it('stands nowhere in the data folder', async () => {
    const folder = await newFolder();
    const token = newFoundingToken(folder);
    const names = await readdir(folder);
    assert.equal(names.length, 1);
    assert.ok(!names.join('').includes(token));
    assert.equal((await readFile(join(folder, names[0] ?? ''))).length, 0);
  });

  it('is no path', async () => {
    const folder = await newFolder();
    for (const token of ['', '../x', '\0', 'x'.repeat(10_000)]) {
      assert.deepEqual([foundingGate(folder)(token).isOpen(), foundingGate(folder)(token).spend()], [false, false]);
    }
  });
});
