import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readHead } from './head.ts';

describe('a head', () => {
  const before = 'x'.repeat(1000);
  const head = 'From: a@example.org\r\nSubject: Rivers\r\n\r\n';
  const bytes = Buffer.from(`${before}${head}and what follows`);
  const read = (most: number, mostFields = 9) =>
    readHead(bytes, before.length, bytes.length, { most, mostFields })?.fields.map(({ name }) => name);

  it('is as large as itself, wherever in the mail it begins', () => {
    assert.deepEqual(read(head.length), ['from', 'subject']);
    assert.equal(read(head.length - 1), undefined);
  });

  it('has no more fields than it may have', () => {
    assert.deepEqual(read(1000, 2), ['from', 'subject']);
    assert.equal(read(1000, 1), undefined);
  });
});
