import assert from 'node:assert/strict';
import { it } from 'node:test';
import { MOST } from '../../charter/limits.ts';
import { LIMITS_MET } from './limits.ts';

it('every limit is said in the form of some act that meets it', () => {
  const said = new Set(Object.values(LIMITS_MET).flat());
  assert.deepEqual([...said].toSorted(), Object.keys(MOST).toSorted());
});
