import assert from 'node:assert/strict';
import { it } from 'node:test';
import { attachmentHashSchema } from '../../base/ids.ts';
import { kindsNaming } from '../../charter/spec-schemas.ts';
import { NAMED } from './attachments.ts';

it('the door knows every kind of act that names an attachment', () => {
  assert.deepEqual(Object.keys(NAMED).sort(), kindsNaming(attachmentHashSchema));
});
