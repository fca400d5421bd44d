import assert from 'node:assert/strict';
import { test } from 'node:test';
import { optionalFields } from './schemas.ts';

/** A clause has a level where it is a point, and a replacement says what becomes of the kind where that changes: what else there is none of is `null`. */
test('a body says all its fields, so that one statement has one form', () => {
  assert.deepEqual(optionalFields(), ['as', 'level']);
});
