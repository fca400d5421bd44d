import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readNote } from './note.ts';

const note = { title: 'Conference', words: '3 new', path: '/rivers/today', topic: 'rivers', language: 'en' };

test('a note is read back, and what is none is none', () => {
  assert.deepEqual(readNote(JSON.stringify(note)), note);
  for (const none of ['', 'null', '[]', '{', JSON.stringify({ ...note, title: 1 })]) assert.equal(readNote(none), null);
});

test('a note opens a page of this site alone', () => {
  for (const path of ['//elsewhere.example', '/\\\\elsewhere.example', 'https://elsewhere.example', 'needs', ''])
    assert.equal(readNote(JSON.stringify({ ...note, path })), null, path);
});
