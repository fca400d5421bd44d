import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromUtf8, utf8 } from '../base/bytes.ts';
import type { ConferenceId } from '../base/ids.ts';
import { sha256 } from '../base/sha256.ts';
import { instant } from '../base/time.ts';
import { isCopyName, printNote, printSums, readNote, readSums } from './copy.ts';

const sums = new Map([
  ['index.html', sha256(utf8('b'))],
  ['en/decisions/3@at-2.html', sha256(utf8('a'))],
]);

test('the list of files is what sha256sum reads, sorted by name', () => {
  const text = fromUtf8(printSums(sums)) ?? '';
  assert.match(text, /^[0-9a-f]{64} {2}en\/decisions\/3@at-2\.html\n[0-9a-f]{64} {2}index\.html\n$/u);
  assert.deepEqual(readSums(utf8(text)), new Map([...sums].toReversed()));
});

test('no other form of it is read', () => {
  const text = fromUtf8(printSums(sums)) ?? '';
  const [first = '', second = ''] = text.split('\n');
  for (const changed of [
    '',
    '\n',
    text.slice(0, -1),
    `${text}\n`,
    text.replaceAll('\n', '\r\n'),
    text.replace('  ', ' *'),
    text.replace('en/', '../'),
    text.replace('en/', '/en/'),
    text.replace('index', 'in\\ndex'),
    text.toUpperCase(),
    `${second}\n${first}\n`,
    `${first}\n${first}\n`,
  ])
    assert.equal(readSums(utf8(changed)), null, changed);
});

test('names are plain paths', () => {
  for (const name of [
    '',
    '.',
    '..',
    '../a',
    'a/../b',
    '/a',
    'a/',
    'a//b',
    '.a',
    'a/.b',
    '-a',
    'a b',
    'a\\b',
    'a\n',
    'ά',
    'a'.repeat(241),
  ])
    assert.equal(isCopyName(name), false, name);
  assert.throws(() => printSums(new Map([['../a', sha256(utf8(''))]])), RangeError);
});

test('what a copy is of is read as it was written, and in no other form', () => {
  const note = { conference: 'AAAAAAAAAAAAAAAAAAAAAA' as ConferenceId, size: 17, time: instant(1_800_000_000_000) };
  const bytes = printNote(note);
  assert.deepEqual(readNote(bytes), note);
  const text = fromUtf8(bytes) ?? '';
  for (const changed of [
    '',
    `${text} `,
    text.replace('17', '0'),
    text.replace('17', '"17"'),
    text.replace('"v":1', '"v":2'),
    text.replace('AAAA', 'AAA'),
  ])
    assert.equal(readNote(utf8(changed)), null, changed);
});
