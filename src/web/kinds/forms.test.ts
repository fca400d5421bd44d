import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ACT_KINDS, ACT_RULES } from '../../charter/acts.ts';
import { formOf } from './forms.ts';

test('every act that an organisation can make has a form', () => {
  const without = ACT_KINDS.filter((kind) => ACT_RULES[kind].strength !== 'host' && formOf(kind) === null);
  assert.deepEqual(without, []);
});
