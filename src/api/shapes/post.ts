import { z } from 'zod';
import type { Circulation, Delivery, Letter } from '../../charter/group/state.ts';
import { hashSchema, list, markOf, markOrNull, markSchema, ordinalSchema } from './common.ts';
import { fileSchema, fileView } from './files.ts';

/** The register of letters, and what became of everything that was circulated. */

export const letterSchema = z.strictObject({
  number: ordinalSchema,
  kind: z.enum(['circular', 'letter', 'in', 'out', 'reply']),
  reference: z.string(),
  by: z.string(),
  subject: z.string(),
  language: z.string(),
  /** The office or body outside; `null`: none. */
  correspondent: z.string().nullable(),
  /** The circulation that it answers. */
  answers: ordinalSchema.nullable(),
  /** The hash of the attachment that holds its words; `null`: they are in its files. */
  words: hashSchema.nullable(),
  files: list(fileSchema),
  on: markSchema,
  /** For a reply by mail, the delegate from whose address it came. */
  delegate: ordinalSchema.nullable(),
  /** `false` for a reply by mail for which the domain of the delegate's address does not vouch: anybody to whom a reply address was shown could have written it. */
  proven: z.boolean(),
  /** The circulation it went out by. */
  circulation: ordinalSchema.nullable(),
});

export const letterView = ({ files, on, ...letter }: Letter): z.input<typeof letterSchema> => ({
  number: letter.number,
  kind: letter.kind,
  reference: letter.reference,
  by: letter.by,
  subject: letter.subject,
  language: letter.language,
  correspondent: letter.correspondent,
  answers: letter.answers,
  words: letter.words,
  files: files.map(fileView),
  on: markOf(on),
  delegate: letter.delegate,
  proven: letter.proven,
  circulation: letter.circulation,
});

const circulatedSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('letter'), letter: ordinalSchema }),
  z.strictObject({ kind: z.literal('notice'), meeting: ordinalSchema, notice: ordinalSchema }),
  z.strictObject({ kind: z.literal('cancellation'), meeting: ordinalSchema }),
  z.strictObject({ kind: z.literal('summary'), meeting: ordinalSchema, version: ordinalSchema }),
  z.strictObject({ kind: z.literal('observation'), observation: ordinalSchema }),
  z.strictObject({ kind: z.literal('text'), text: ordinalSchema }),
  z.strictObject({ kind: z.literal('help'), help: ordinalSchema }),
  z.strictObject({ kind: z.literal('appeal'), appeal: ordinalSchema }),
  /** That a piece from the archive is wrong. */
  z.strictObject({ kind: z.literal('doubt'), piece: ordinalSchema, doubt: ordinalSchema }),
  /** What a participant found in the books of a period. */
  z.strictObject({ kind: z.literal('finding'), period: ordinalSchema, finding: ordinalSchema }),
  /** What came of a silence procedure. */
  z.strictObject({
    kind: z.literal('outcome'),
    of: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('proposal'), text: ordinalSchema, proposal: ordinalSchema }),
      /** The how manyth application of the organisation. */
      z.strictObject({ kind: z.literal('application'), organisation: z.string(), application: ordinalSchema }),
      z.strictObject({ kind: z.literal('recovery'), recovery: ordinalSchema }),
      z.strictObject({ kind: z.literal('summary'), meeting: ordinalSchema }),
      /** A periodical that was proposed, or one of its issues, by the number under which it was put. */
      z.strictObject({
        kind: z.literal('publication'),
        periodical: ordinalSchema,
        issue: ordinalSchema.nullable(),
      }),
    ]),
  }),
]);

const deliverySchema = z.strictObject({
  organisation: z.string(),
  /** What became of the mail to its delegates; `null`: nothing is known yet. */
  mail: z
    .strictObject({
      result: z.enum(['handed-over', 'bounced', 'no-address']),
      code: z.int().nullable(),
      on: markSchema,
    })
    .nullable(),
  /** When the host showed it to a signed-in delegate. */
  opened: markSchema.nullable(),
  acknowledged: markSchema.nullable(),
  /** Another way by which it was sent. */
  otherwise: z.strictObject({ how: z.string(), by: z.string(), on: markSchema }).nullable(),
});

const deliveryView = (
  organisation: string,
  { mail, opened, acknowledged, otherwise }: Delivery,
): z.input<typeof deliverySchema> => ({
  organisation,
  mail: mail && { result: mail.result, code: mail.code, on: markOf(mail.on) },
  opened: markOrNull(opened),
  acknowledged: markOrNull(acknowledged),
  otherwise: otherwise && { how: otherwise.how, by: otherwise.by, on: markOf(otherwise.on) },
});

export const circulationSchema = z.strictObject({
  number: ordinalSchema,
  what: circulatedSchema,
  on: markSchema,
  recipients: list(deliverySchema),
});

export const circulationView = ({ number, what, on, recipients }: Circulation): z.input<typeof circulationSchema> => ({
  number,
  what,
  on: markOf(on),
  recipients: [...recipients].map(([organisation, delivery]) => deliveryView(organisation, delivery)),
});
