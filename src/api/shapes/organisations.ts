import { z } from 'zod';
import { PICTURE_TYPES } from '../../base/picture.ts';
import type { ToPass } from '../../charter/law/to-pass.ts';
import { toPassSchema } from './to-pass.ts';
import type { Application, Delegate, Key, Organisation, Recovery } from '../../charter/members/organisation-state.ts';
import { printedNow } from '../../charter/members/names.ts';
import { printedSchema } from '../../charter/names/printed.ts';
import type { Disagreement, Voucher } from '../../charter/members/vouched-state.ts';
import { hashSchema, list, markOf, markOrNull, markSchema, ordinalSchema } from './common.ts';

/** How far something has come that participants must vouch for. */
const awaitingSchema = z.strictObject({ kind: z.literal('awaiting'), lapses: z.int() });
const runningSchema = z.strictObject({ kind: z.literal('running'), ends: z.int() });

const standingSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('founder') }),
  z.strictObject({
    kind: z.literal('applicant'),
    period: z.discriminatedUnion('kind', [awaitingSchema, runningSchema]),
  }),
  z.strictObject({ kind: z.literal('participant'), since: markSchema }),
  z.strictObject({ kind: z.literal('not-admitted'), on: markSchema }),
  z.strictObject({ kind: z.literal('lapsed'), on: markSchema }),
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

const voucherSchema = z.strictObject({
  by: z.string(),
  /** The fingerprint of the key that signed it. */
  key: z.string(),
  on: markSchema,
  withdrawn: markSchema.nullable(),
});

const voucherView = ({ by, key, on, withdrawn }: Voucher): z.input<typeof voucherSchema> => ({
  by,
  key,
  on: markOf(on),
  withdrawn: markOrNull(withdrawn),
});

export const applicationSchema = z.strictObject({
  /** The hash of the act that made it, by which it is presented. */
  act: hashSchema,
  on: markSchema,
  /** The fingerprint of the key that signed it. */
  key: z.string(),
  /** The hash of the attachment that holds the letter. */
  letter: hashSchema,
  /** How many participants must present it. */
  needed: ordinalSchema,
  presenters: list(voucherSchema),
  disagreements: list(disagreementSchema),
  /** When the organisation was admitted by it. */
  admitted: markSchema.nullable(),
});

export const applicationView = (application: Application): z.input<typeof applicationSchema> => {
  const { act, on, key, letter, needed, vouchers, disagreements, admitted } = application;
  return {
    act,
    on: markOf(on),
    key,
    letter,
    needed,
    presenters: vouchers.map(voucherView),
    disagreements: disagreements.map(disagreementView),
    admitted: markOrNull(admitted),
  };
};

export const delegateSchema = z.strictObject({
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

export const keySchema = z.strictObject({
  fingerprint: z.string(),
  key: z.string(),
  use: z.enum(['passkey', 'ssh', 'device', 'invitation']),
  delegate: ordinalSchema,
  from: markSchema,
  until: markSchema.nullable(),
});

export const keyView = ({ fingerprint, key, use, delegate, from, until }: Key): z.input<typeof keySchema> => ({
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
  /** How it and its country are printed now, in each script that it wishes. */
  printed: printedSchema,
  /** ISO 3166. */
  country: z.string(),
  /** What it says of itself, in each language; `null`: it has not said in which. */
  about: list(z.strictObject({ language: z.string().nullable(), words: z.string() })),
  website: z.string().nullable(),
  /** Its picture: the hash of the attachment that holds it. */
  picture: z.strictObject({ type: z.enum(PICTURE_TYPES), hash: hashSchema }).nullable(),
  standing: standingSchema,
  entered: markSchema,
});

export const organisationSummary = (organisation: Organisation): z.input<typeof organisationSummarySchema> => {
  const { id, name, country, website, picture, standing, entered } = organisation;
  const about = organisation.about.map(({ language, words }) => ({ language, words }));
  const printed = printedNow(organisation);
  return { id, name, printed, country, about, website, picture, standing, entered: markOf(entered) };
};

export const organisationSchema = organisationSummarySchema.extend({
  /** The version of the charter that it accepted. */
  accepted: z.strictObject({ charter: hashSchema, on: markSchema }).nullable(),
  /** What its application still needs, while one is open. */
  toPass: toPassSchema,
});

export const organisationView = (
  organisation: Organisation,
  toPass: ToPass | null,
): z.input<typeof organisationSchema> => ({
  ...organisationSummary(organisation),
  accepted: organisation.accepted && {
    charter: organisation.accepted.charter,
    on: markOf(organisation.accepted.on),
  },
  toPass,
});

export const delegateView = (delegate: Delegate): z.input<typeof delegateSchema> => {
  const { number, name, role, invitation, appointed, appointedBy, recalled } = delegate;
  return {
    number,
    name,
    role,
    invited: invitation !== null,
    appointed: markOf(appointed),
    appointedBy,
    recalled: markOrNull(recalled),
  };
};

export const recoverySchema = z.strictObject({
  number: ordinalSchema,
  organisation: z.string(),
  delegate: ordinalSchema,
  key: z.string(),
  fingerprint: z.string(),
  use: z.enum(['passkey', 'ssh', 'device']),
  /** The hash of the attachment that holds what happened, in the words of whoever asks. */
  explanation: hashSchema,
  requested: markSchema,
  /** How many other participants must vouch for it. */
  needed: ordinalSchema,
  vouchers: list(voucherSchema),
  disagreements: list(disagreementSchema),
  stage: z.discriminatedUnion('kind', [
    awaitingSchema,
    runningSchema,
    z.strictObject({ kind: z.enum(['replaced', 'refused', 'lapsed']), on: markSchema }),
  ]),
  /** What it still needs, while it is open. */
  toPass: toPassSchema,
});

export const recoveryView = (recovery: Recovery, toPass: ToPass | null): z.input<typeof recoverySchema> => {
  const { number, organisation, delegate, key, fingerprint, use, explanation, needed, stage } = recovery;
  return {
    number,
    organisation,
    delegate,
    key,
    fingerprint,
    use,
    explanation,
    needed,
    requested: markOf(recovery.requested),
    vouchers: recovery.vouchers.map(voucherView),
    disagreements: recovery.disagreements.map(disagreementView),
    stage: 'on' in stage ? { ...stage, on: markOf(stage.on) } : stage,
    toPass,
  };
};
