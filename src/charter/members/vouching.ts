import { z } from 'zod';
import { fingerprintSchema } from '../../base/ids.ts';
import { domainSchema, line, webAddress } from '../../base/schema.ts';

/** How an inviter knows that an organisation from outside is what it is called: the inviter's word, in the open and under its name. */
export const vouchingSchema = z
  .discriminatedUnion('kind', [
    /** It wrote from an address of its own mail domain. */
    z.strictObject({ kind: z.literal('mail-domain'), domain: domainSchema }),
    /** It published the invitation, or that it signs, on its own web site. */
    z.strictObject({ kind: z.literal('web-page'), address: webAddress(300, /^https$/u) }),
    /** It has published this SSH key as its own. */
    z.strictObject({ kind: z.literal('published-key'), address: webAddress(300, /^https$/u), key: fingerprintSchema }),
    /** The inviter knows its people, and says from where. */
    z.strictObject({ kind: z.literal('in-person'), words: line(300) }),
  ])
  .readonly();

export type Vouching = z.infer<typeof vouchingSchema>;
