import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { type Bytes, fromUtf8 } from '../base/bytes.ts';
import { Unreadable } from './fault.ts';
import { MOST_FILE, openArchive } from './unzip.ts';
import { zipOf } from './zip-write.ts';

const kindOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
  } catch (fault) {
    if (fault instanceof Unreadable) return fault.fault.kind;
    throw fault;
  }
  return 'read';
};

/** Writes `value` into every field of this size and place of the headers of the first part. */
const lying = (file: Bytes, field: 'size' | 'packed', value: number): Bytes => {
  const bytes = file.slice();
  const view = new DataView(bytes.buffer);
  const central = bytes.findIndex((_, i) => i + 4 <= bytes.length && view.getUint32(i, true) === 0x02014b50);
  view.setUint32(field === 'size' ? 22 : 18, value, true);
  view.setUint32(central + (field === 'size' ? 24 : 20), value, true);
  return bytes;
};

suite('a zip file from a stranger', () => {
  test('gives back what was written, part by part', async () => {
    const archive = await openArchive(
      zipOf([
        ['a.xml', 'α'],
        ['b/c.xml', ''],
      ]),
    );
    assert.deepEqual(archive.names, ['a.xml', 'b/c.xml']);
    assert.equal(fromUtf8((await archive.part('a.xml')) ?? new Uint8Array()), 'α');
    assert.equal((await archive.part('b/c.xml'))?.length, 0);
    assert.equal(await archive.part('d'), null);
  });

  test('is refused where it inflates beyond measure, whatever its parts are', async () => {
    assert.equal(await kindOf(openArchive(zipOf([['a', 'x'.repeat(5_000_000)]]))), 'hostile');
    const many = Array.from({ length: 80 }, (_, i) => [`${i}`, 'x'.repeat(800_000)] as const);
    assert.equal(await kindOf(openArchive(zipOf(many))), 'hostile');
  });

  test('is refused where it lies about its sizes', async () => {
    const honest = zipOf([['a', 'one two three four five '.repeat(40)]]);
    for (const size of [5, 10_000]) {
      const archive = await openArchive(lying(honest, 'size', size));
      assert.equal(await kindOf(archive.part('a')), 'damaged');
    }
    assert.equal(await kindOf(openArchive(lying(honest, 'packed', 0xffff)).then(({ part }) => part('a'))), 'damaged');
  });

  test('is refused with names that lead elsewhere, the same name twice, or too many', async () => {
    for (const name of ['../a', '/a', 'b/../../a', 'C:/a'])
      assert.equal(await kindOf(openArchive(zipOf([[name, '']]))), 'damaged', name);
    const twice = zipOf([
      ['a', '1'],
      ['a', '2'],
    ]);
    assert.equal(await kindOf(openArchive(twice)), 'hostile');
    const many = Array.from({ length: 2001 }, (_, i) => [`${i}`, ''] as const);
    assert.equal(await kindOf(openArchive(zipOf(many))), 'hostile');
  });

  test('is refused where it is cut short or too large', async () => {
    const whole = zipOf([['a', 'x'.repeat(1000)]]);
    for (const length of [10, whole.length - 30, whole.length - 1])
      assert.equal(await kindOf(openArchive(whole.subarray(0, length))), 'damaged');
    assert.equal(await kindOf(openArchive(new Uint8Array(MOST_FILE + 1))), 'too-large');
  });
});
