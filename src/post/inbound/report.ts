import { cleanLine } from './clean.ts';
import { fieldIn, readHead } from './head.ts';
import type { DeliveryReport } from './mail.ts';

const MOST = 65_536;
const ACTION = /^(failed|delayed|delivered|relayed|expanded)\b/iu;

/** What a message/delivery-status part (RFC 3464) says of its first recipient: a mail of ours has one alone. */
export const readReport = (part: Uint8Array): DeliveryReport | null => {
  const bytes = Buffer.from(part.buffer, part.byteOffset, Math.min(part.length, MOST));
  let from = 0;
  // The first group of fields is about the message, the others are about its recipients.
  for (let group = 0; group < 10 && from < bytes.length; group++) {
    const head = readHead(bytes, from, bytes.length, { most: MOST, mostFields: 200 });
    if (head === null) return null;
    const action = ACTION.exec(fieldIn(head, 'action'))?.[1]?.toLowerCase();
    if (action !== undefined) {
      return {
        action: action as DeliveryReport['action'],
        status: /^\d\.\d{1,3}\.\d{1,3}/u.exec(fieldIn(head, 'status'))?.[0] ?? '',
        diagnostic: cleanLine(fieldIn(head, 'diagnostic-code').replace(/^\s*[a-z-]+\s*;/iu, ''), 500),
      };
    }
    from = head.body;
  }
  return null;
};
