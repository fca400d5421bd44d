import { z } from 'zod';
import type { Observation } from '../../charter/decisions/observation-state.ts';
import type { Statement } from '../../charter/decisions/statement-state.ts';
import { letterheadOf } from '../../charter/final/statement.ts';
import { vouchingSchema } from '../../charter/members/vouching.ts';
import { printedSchema } from '../../charter/names/printed.ts';
import type { Reader } from '../../conference/reading/reader.ts';
import { clauseSchema } from '../../text/clause.ts';
import { hashSchema, list, markOf, markOrNull, markSchema, ordinalSchema } from './common.ts';

export const statementSummarySchema = z.strictObject({
  number: ordinalSchema,
  by: z.string(),
  title: z.string(),
  event: z.strictObject({ name: z.string(), on: z.string() }),
  hash: hashSchema,
  opened: markSchema,
  /** Whose words it is: the names of its signatories, in the order in which they are printed. Never the conference's (14.2). */
  letterhead: list(z.string()),
  signatories: list(z.string()),
});

export const statementSummary = (statement: Statement, reader: Reader): z.input<typeof statementSummarySchema> => {
  const { number, by, title, event, hash, opened, signatures } = statement;
  return {
    number,
    by,
    title,
    event,
    hash,
    opened: markOf(opened),
    letterhead: letterheadIn(reader, number),
    signatories: standing(signatures),
  };
};

const standing = (signatures: Statement['signatures']): readonly string[] =>
  [...signatures].flatMap(([by, { withdrawn }]) => (withdrawn === null ? by : []));

const letterheadIn = (reader: Reader, number: number): readonly string[] => {
  const final = reader.finalStatement(number);
  return final === null ? [] : letterheadOf(final);
};

export const statementSchema = statementSummarySchema.extend({
  clauses: list(clauseSchema),
  /** The line that leads in to the calls. */
  lead: z.string().nullable(),
  calls: list(z.string()),
  /** Outside organisations that were invited, as far as whoever asks may see them; by whom, and how it vouches for them. */
  invited: list(z.strictObject({ organisation: z.string(), by: z.string(), vouching: vouchingSchema, on: markSchema })),
  /** One that was withdrawn stands among the others. `reason`: `null` where none is given. */
  signatures: list(
    z.strictObject({
      by: z.string(),
      /** As it is printed. */
      printed: printedSchema,
      on: markSchema,
      withdrawn: z.strictObject({ on: markSchema, reason: z.string().nullable() }).nullable(),
    }),
  ),
});

export const statementView = (statement: Statement, reader: Reader): z.input<typeof statementSchema> => ({
  ...statementSummary(statement, reader),
  clauses: statement.clauses,
  lead: statement.lead,
  calls: statement.calls,
  invited: [...statement.invited]
    .filter(([id]) => reader.organisation(id) !== null)
    .map(([organisation, { by, vouching, on }]) => ({ organisation, by, vouching, on: markOf(on) })),
  signatures: [...statement.signatures].map(([by, { printed, on, withdrawn }]) => ({
    by,
    printed,
    on: markOf(on),
    withdrawn: withdrawn === null ? null : { on: markOf(withdrawn.on), reason: withdrawn.reason },
  })),
});

export const observationSchema = z.strictObject({
  number: ordinalSchema,
  text: ordinalSchema,
  /** The hash of the version that it speaks of. */
  version: z.string(),
  by: z.string(),
  kind: z.enum(['clarification', 'view', 'disagreement']),
  clauses: list(z.string()),
  words: z.string(),
  public: z.boolean(),
  on: markSchema,
  /** To whom it was communicated, and when it was shown to them. */
  circulation: list(
    z.strictObject({ organisation: z.string(), communicated: markSchema, shown: markSchema.nullable() }),
  ),
});

export const observationView = (observation: Observation): z.input<typeof observationSchema> => {
  const { number, text, version, by, kind, clauses, words } = observation;
  return {
    number,
    text,
    version,
    by,
    kind,
    clauses,
    words,
    public: observation.public,
    on: markOf(observation.on),
    circulation: observation.circulation.map(({ organisation, communicated, shown }) => ({
      organisation,
      communicated: markOf(communicated),
      shown: markOrNull(shown),
    })),
  };
};
