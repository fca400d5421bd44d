import assert from 'node:assert/strict';
import { it } from 'node:test';
import { attachmentHashSchema } from '../../base/ids.ts';
import { kindsNaming } from '../../charter/spec-schemas.ts';
import { NAMED } from '../../charter/attachments.ts';

it('of every kind of act that names an attachment it is known whether it brings or erases it', () => {
  assert.deepEqual(
    [...Object.keys(NAMED), 'attachment.erase', 'host.erased'].sort(),
    kindsNaming(attachmentHashSchema),
  );
});
