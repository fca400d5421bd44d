import { createHash } from 'node:crypto';
import type { Slug } from '../../base/ids.ts';
import { fieldsIn, readHead } from './head.ts';
import { MAIL_BOUNDS } from './mail.ts';

/** What tells one mail from another. Servers on the way add their own fields, and others at every attempt. */
const OWN_FIELDS = ['message-id', 'date', 'from', 'subject', 'in-reply-to'] as const;

/** The same for a mail that comes again, 128 bits in hexadecimal: over its Message-ID, what else its author's program wrote at the head, and its body. */
export const mailKey = (slug: Slug, message: Uint8Array): string => {
  const bytes = Buffer.from(message.buffer, message.byteOffset, message.length);
  const head = readHead(bytes, 0, bytes.length, { most: MAIL_BOUNDS.head, mostFields: MAIL_BOUNDS.fields });
  const hash = createHash('sha256').update(`${slug}\n`);
  const named = head !== null && fieldsIn(head, 'message-id').length > 0;
  if (named) hash.update(JSON.stringify(OWN_FIELDS.map((name) => fieldsIn(head, name))));
  return hash
    .update(named ? bytes.subarray(head.body) : bytes)
    .digest()
    .subarray(0, 16)
    .toString('hex');
};
