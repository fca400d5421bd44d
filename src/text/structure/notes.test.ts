import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placeOfMark } from './notes.ts';

test('the mark of a note stands behind a word, and is neither a number nor emphasis', () => {
  const places: readonly (readonly [words: string, mark: string, at: number])[] = [
    ['the river1) rose', '1)', 9],
    ['the river 1) rose', '1)', -1],
    ['in 2011) it rose', '1)', -1],
    ['the river (1) rose', '1)', -1],
    ['the river [1] rose', '[1]', 10],
    ['[*] the river', '[*]', -1],
    ['the river* rose', '*', 9],
    ['the *river* rose', '*', -1],
    ['the river** rose', '*', -1],
    ['the river** rose', '**', 9],
  ];
  for (const [words, mark, at] of places) assert.equal(placeOfMark(words, mark), at, words);
});
