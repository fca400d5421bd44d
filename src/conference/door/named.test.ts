import assert from 'node:assert/strict';
import { it } from 'node:test';
import { attachmentHashSchema } from '../../base/ids.ts';
import { ACT_KINDS, ruleOf } from '../../charter/acts.ts';
import { kindsNaming } from '../../charter/spec/schemas.ts';

it('of every kind of act that names an attachment it is known whether it brings or erases it', () => {
  const known = ACT_KINDS.filter((kind) => 'names' in ruleOf({ kind }) || 'erases' in ruleOf({ kind }));
  assert.deepEqual(known.toSorted(), kindsNaming(attachmentHashSchema));
});
