import { z } from 'zod';
import type { Disagreement, Key, Organisation, Recovery } from '../../charter/state.ts';
import { hashSchema, list, markOf, markOrNull, markSchema, ordinalSchema } from './common.ts';

const standingSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('founder') }),
  z.strictObject({ kind: z.literal('applicant'), deadline: z.int() }),
  z.strictObject({ kind: z.literal('participant'), since: markSchema }),
  z.strictObject({ kind: z.literal('not-admitted'), on: markSchema }),
  z.strictObject({ kind: z.literal('former'), since: markSchema, left: markSchema }),
  z.strictObject({ kind: z.literal('withdrawn'), on: markSchema }),
  z.strictObject({ kind: z.literal('outside') }),
]);

const disagreementSchema = z.strictObject({
  by: z.string(),
  reasons: z.string(),
  on: markSchema,
  withdrawn: markSchema.nullable(),
});

const disagreementView = ({ by, reasons, on, withdrawn }: Disagreement): z.input<typeof disagreementSchema> => ({
  by,
  reasons,
  on: markOf(on),
  withdrawn: markOrNull(withdrawn),
});

const delegateSchema = z.strictObject({
  number: ordinalSchema,
  /** The hash of the attachment that holds the name. */
  name: hashSchema.nullable(),
  role: z.enum(['representing', 'assisting']),
  invited: z.boolean(),
  appointed: markSchema,
  /** Its own organisation, or the one that invited that. */
  appointedBy: z.string(),
  recalled: markSchema.nullable(),
});

const keySchema = z.strictObject({
  fingerprint: z.string(),
  key: z.string(),
  use: z.enum(['passkey', 'ssh', 'device', 'invitation']),
  delegate: ordinalSchema,
  from: markSchema,
  until: markSchema.nullable(),
});

const keyView = ({ fingerprint, key, use, delegate, from, until }: Key): z.input<typeof keySchema> => ({
  fingerprint,
  key,
  use,
  delegate,
  from: markOf(from),
  until: markOrNull(until),
});

export const organisationSummarySchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  gloss: z.string().nullable(),
  country: z.string(),
  about: z.string().nullable(),
  website: z.string().nullable(),
  standing: standingSchema,
  entered: markSchema,
});

export const organisationSummary = (organisation: Organisation): z.input<typeof organisationSummarySchema> => {
  const { id, name, gloss, country, about, website, standing, entered } = organisation;
  return { id, name, gloss, country, about, website, standing, entered: markOf(entered) };
};

export const organisationsSchema = list(organisationSummarySchema);

export const organisationSchema = organisationSummarySchema.extend({
  /** The version of the charter that it accepted. */
  accepted: z.strictObject({ charter: hashSchema, on: markSchema }).nullable(),
  delegates: list(delegateSchema),
  keys: list(keySchema),
  /** The hash of the attachment that holds its letter of application. */
  letter: hashSchema.nullable(),
  disagreements: list(disagreementSchema),
});

export const organisationView = (
  organisation: Organisation,
  keys: readonly Key[],
): z.input<typeof organisationSchema> => ({
  ...organisationSummary(organisation),
  accepted: organisation.accepted && {
    charter: organisation.accepted.charter,
    on: markOf(organisation.accepted.on),
  },
  delegates: organisation.delegates.map(({ number, name, role, invitation, appointed, appointedBy, recalled }) => ({
    number,
    name,
    role,
    invited: invitation !== null,
    appointed: markOf(appointed),
    appointedBy,
    recalled: markOrNull(recalled),
  })),
  keys: keys.map(keyView),
  letter: organisation.letter,
  disagreements: organisation.disagreements.map(disagreementView),
});

export const recoverySchema = z.strictObject({
  number: ordinalSchema,
  organisation: z.string(),
  delegate: ordinalSchema,
  key: z.string(),
  fingerprint: z.string(),
  use: z.enum(['passkey', 'ssh', 'device']),
  explanation: z.string(),
  requested: markSchema,
  deadline: z.int(),
  disagreements: list(disagreementSchema),
  outcome: z.enum(['open', 'replaced', 'refused']),
});

export const recoveriesSchema = list(recoverySchema);

export const recoveryView = (recovery: Recovery): z.input<typeof recoverySchema> => {
  const { number, organisation, delegate, key, fingerprint, use, explanation, deadline, outcome } = recovery;
  return {
    number,
    organisation,
    delegate,
    key,
    fingerprint,
    use,
    explanation,
    deadline,
    outcome,
    requested: markOf(recovery.requested),
    disagreements: recovery.disagreements.map(disagreementView),
  };
};
