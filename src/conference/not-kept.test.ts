import assert from 'node:assert/strict';
import { test } from 'node:test';
import { whyNotKept } from './not-kept.ts';

const fault = (codes: object, cause?: unknown): Error => Object.assign(new Error('It failed', { cause }), codes);

test('a disk that is full or fails is told from every other fault, however deep it lies', () => {
  const sqlite = { code: 'ERR_SQLITE_ERROR' };
  const FULL = 13;
  const IOERR_WRITE = 778;
  const CONSTRAINT = 19;
  assert.equal(whyNotKept(fault({ ...sqlite, errcode: FULL })), 'full');
  assert.equal(whyNotKept(fault({ ...sqlite, errcode: IOERR_WRITE })), 'failing');
  assert.equal(whyNotKept(fault({ ...sqlite, errcode: CONSTRAINT })), null);
  assert.equal(whyNotKept(fault({ code: 'ENOSPC' })), 'full');
  assert.equal(whyNotKept(fault({}, fault({}, fault({ code: 'EROFS' })))), 'failing');
  assert.equal(whyNotKept(fault({ code: 'ENOENT' })), null);
  assert.equal(whyNotKept('ENOSPC'), null);
});
