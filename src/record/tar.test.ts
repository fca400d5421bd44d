import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Bytes, concat, utf8 } from '../base/bytes.ts';
import { readTar, writeTar } from './tar.ts';

const files = new Map<string, Bytes>([
  ['b/2.txt', utf8('second\n')],
  ['a.txt', utf8('first\n')],
  ['empty', utf8('')],
  ['full', new Uint8Array(512).fill(7)],
]);
const tar = writeTar(files);
const noTar = spawnSync('tar', ['--version']).error === undefined ? false : 'tar is not installed';

test('the same files give the same bytes, and come back sorted', () => {
  assert.deepEqual(writeTar(new Map([...files].toReversed())), tar);
  assert.deepEqual(
    [...(readTar(tar) ?? [])],
    [...files].toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
  assert.deepEqual(readTar(writeTar(new Map())), new Map());
});

test('not one byte of an archive is free', () => {
  const same = (changed: Bytes) => {
    const read = readTar(changed);
    return (
      read !== null &&
      [...files].every(([name, content]) => String(read.get(name)) === String(content)) &&
      read.size === files.size
    );
  };
  assert(same(tar));
  for (let at = 0; at < tar.length; at++) assert(!same(tar.with(at, (tar[at] ?? 0) ^ 1)), `byte ${at}`);
  assert.equal(readTar(tar.slice(0, -1)), null);
  assert.equal(readTar(concat(tar, new Uint8Array(512))), null);
  assert.equal(readTar(new Uint8Array(0)), null);
});

test('noise is refused', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 2000 }), (noise) => readTar(new Uint8Array(noise)) === null));
});

test('only plain paths are written', () => {
  for (const name of [
    '',
    '/a',
    '../a',
    'a/../b',
    'a//b',
    'a/',
    '-a',
    'a/-b',
    '.a',
    'a b',
    'ä',
    'a\\b',
    'x'.repeat(101),
  ]) {
    assert.throws(() => writeTar(new Map([[name, utf8('')]])), RangeError, name);
  }
});

test('GNU tar reads it', { skip: noTar }, () => {
  const list = spawnSync('tar', ['--list', '--verbose', '--numeric-owner', '--utc', '--file', '-'], {
    input: tar,
    encoding: 'utf8',
  });
  assert.equal(list.stderr, '');
  assert.match(
    list.stdout,
    /^-rw-r--r-- 0\/0 +6 1970-01-01 00:00 a\.txt\n-rw-r--r-- 0\/0 +7 1970-01-01 00:00 b\/2\.txt\n/u,
  );
  const content = spawnSync('tar', ['--extract', '--to-stdout', '--file', '-', 'b/2.txt'], {
    input: tar,
    encoding: 'utf8',
  });
  assert.equal(content.stdout, 'second\n');
});
