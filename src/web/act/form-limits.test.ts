import assert from 'node:assert/strict';
import { it } from 'node:test';
import { ACT_KINDS, ruleOf } from '../../charter/acts.ts';
import { MOST } from '../../charter/law/limits.ts';

it('every limit is said in the form of some act that meets it', () => {
  const said = new Set(ACT_KINDS.flatMap((kind) => ruleOf({ kind }).limits ?? []));
  assert.deepEqual([...said].toSorted(), Object.keys(MOST).toSorted());
});
