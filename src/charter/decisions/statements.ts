import { z } from 'zod';
import { type Mutable, mutable } from '../../base/brand.ts';
import {
  type Fingerprint,
  type OrganisationId,
  organisationIdSchema,
  publicKeySchema,
  versionHashSchema,
} from '../../base/ids.ts';
import { ok, err, type Result } from '../../base/result.ts';
import { monthsAfter, startOf } from '../../base/time.ts';
import { clausesSchema } from '../../text/clause.ts';
import { defineAct, invitationKey } from '../act.ts';
import { type Version, occasionSchema, versionHash } from '../law/charter.ts';
import { EXAMPLE } from '../law/example-words.ts';
import type { Mark } from '../law/mark.ts';
import { calledBy, calledNow, claimNames, namesRefusal, notAsStated } from '../members/names.ts';
import { printedSchema } from '../names/printed.ts';
import { addDelegate, enter, organisationOf, profileSchema } from '../members/organisations.ts';
import type { Refusal } from '../law/refusal.ts';
import type { Statement } from './statement-state.ts';
import type { State } from '../state.ts';
import { line, numberSchema, prose } from '../../base/schema.ts';
import { vouchingSchema } from '../members/vouching.ts';
import { broughtAt } from '../law/resource.ts';

/** Chapter 14: a statement on an occasion speaks for its signatories alone, outside ones among them. */

/** One that is new to this record, and so comes onto it. */
const newcomerSchema = z
  .strictObject({
    ...profileSchema,
    /** The public key of the link by which its delegate enters. */
    invitation: publicKeySchema,
  })
  .readonly();

/** An invitation is an act of its own, one organisation each: everyone may read that of whoever has signed, and of nobody else. */
const invitationSchema = z
  .strictObject({
    statement: numberSchema,
    organisation: organisationIdSchema,
    /** `null`: the record knows it, and it uses the keys it has. */
    newcomer: newcomerSchema.nullable(),
    vouching: vouchingSchema,
  })
  .readonly();

type Invitation = z.infer<typeof invitationSchema>;

/** What signatures of a statement cover: title, event, words, and the calls with the line that leads in to them. */
export const statementVersion = ({ title, clauses, event, lead, calls }: Words): Version => ({
  title,
  clauses,
  occasion: { event, lead, calls },
});

type Words = Pick<Statement, 'title' | 'clauses' | 'event' | 'lead' | 'calls'>;

export const statementHash = (words: Words) => versionHash(statementVersion(words));

/** An outside organisation is invited, and comes onto the record with the link of its first delegate where that does not know it; `by` invites it, with the key `signer`. */
export const enterGuest = (
  state: Mutable<State>,
  { organisation: id, newcomer }: Invitation,
  by: OrganisationId,
  on: Mark,
  signer: Fingerprint,
): void => {
  state.everInvited.add(id);
  if (newcomer === null) return;
  const organisation = enter(state, id, newcomer, { kind: 'outside' }, on);
  const fields = { name: null, role: 'representing', invitation: newcomer.invitation, by } as const;
  addDelegate(state, organisation, fields, on, signer);
};

/** A statement as it is opened. */
export const newStatement = (
  number: number,
  by: OrganisationId,
  body: z.infer<typeof open.body>,
  on: Mark,
): Mutable<Statement> => ({
  number,
  by,
  ...mutable(body),
  hash: statementHash(body),
  opened: on,
  invited: new Map(),
  signatures: new Map(),
});

/** The organisation that an act invites becomes the statement's. */
export const inviteTo = (statement: Mutable<Statement>, { organisation, vouching }: Invitation, on: Mark): void => {
  statement.invited.set(organisation, { by: statement.by, vouching: mutable(vouching), on });
};

const statementAt = (state: State, number: number): Result<Statement, Refusal> => {
  const statement = state.statements[number - 1];
  return statement === undefined
    ? err({ article: '14.1', kind: 'unknown', thing: 'statement', ref: `${number}` })
    : ok(statement);
};

export const open = defineAct({
  kind: 'statement.open',
  article: '14.1',
  strength: 'binding',
  from: ['participant'],
  matter: 'statement',
  subjects: (_act, { statements }, index) => [`statements/${broughtAt(statements, ({ opened }) => opened, index)}`],
  signedInPublic: true,
  body: z
    .strictObject({
      title: line(300),
      /** The situation, and what the signatories hold. */
      clauses: clausesSchema,
      ...occasionSchema.unwrap().shape,
    })
    .readonly(),
  judge: (_state, { body: { event, lead, calls } }, at) => {
    // An event may lie ahead, for as long as people plan.
    if (startOf(event.on) > monthsAfter(at, 12))
      return { article: '14.1', kind: 'bad-field', field: 'event/on', why: 'too-far-ahead' };
    return lead !== null && calls.length === 0
      ? { article: '14.1', kind: 'bad-field', field: 'lead', why: 'leads-to-nothing' }
      : null;
  },
  apply: (state, { by, body }, on) => {
    state.statements.push(newStatement(state.statements.length + 1, by.organisation, body, on));
  },
  example: {
    title: 'On the flood of March',
    event: { name: 'The flood at the three bridges', on: '2026-03-12' },
    clauses: [{ id: 'situation', kind: 'paragraph', words: 'The river has left its bed in three places.' }],
    lead: 'We call upon the keepers of the weirs:',
    calls: ['to open the upper gates'],
  },
});

/** Invites one outside organisation to sign. */
export const invite = defineAct({
  kind: 'statement.invite',
  article: '14.1',
  strength: 'binding',
  from: ['participant'],
  matter: ({ statements }, { body }) =>
    statements[body.statement - 1]?.signatures.has(body.organisation) === true ? 'statement' : 'invited',
  whose: (_state, { by, body }) => [by.organisation, body.organisation],
  subjects: ({ body }) => [`statements/${body.statement}`, `organisations/${body.organisation}`],
  ofKeys: true,
  signedAlone: true,
  signedInPublic: true,
  body: invitationSchema,
  newKeys: ({ newcomer }) => (newcomer === null ? [] : [invitationKey(newcomer.invitation, 'newcomer/invitation')]),
  judge: (state, { by, body }) => {
    const found = statementAt(state, body.statement);
    if (!found.ok) return found.error;
    const statement = found.value;
    if (statement.by !== by.organisation) return { article: '14.1', kind: 'not-yours', owner: statement.by };
    return body.newcomer === null ? knownRefusal(state, statement, body) : newcomerRefusal(state, body);
  },
  apply: (state, { by, body }, on, signer) => {
    const statement = state.statements[body.statement - 1];
    if (statement === undefined) return;
    if (body.newcomer === null) claimNames(state, calledNow(organisationOf(state, body.organisation)));
    inviteTo(statement, body, on);
    enterGuest(state, body, by.organisation, on, signer);
  },
  example: {
    statement: 1,
    organisation: 'guests',
    newcomer: { ...EXAMPLE.profile, invitation: EXAMPLE.key },
    vouching: { kind: 'mail-domain', domain: 'example.org' },
  },
});

/** Refused where its id or its name is somebody's already. */
export const newcomerRefusal = (state: State, { organisation: id, newcomer }: Invitation): Refusal | null => {
  if (state.organisations.has(id)) return { article: '14.1', kind: 'taken', field: 'organisation', value: id };
  const called = newcomer === null ? [] : [calledBy({ id, printed: newcomer.printed })];
  return namesRefusal(state, '14.1', called, (way) => (way === 'id' ? 'organisation' : `newcomer/${way}`));
};

const knownRefusal = (state: State, statement: Statement, { organisation: id }: Invitation): Refusal | null => {
  if (statement.signatures.has(id)) return { article: '14.1', kind: 'already', what: 'signed' };
  const known = state.organisations.get(id);
  return known !== undefined && known.standing.kind !== 'participant' && !statement.invited.has(id)
    ? namesRefusal(state, '14.1', [calledNow(known)], () => 'organisation')
    : { article: '14.1', kind: 'unknown', thing: 'organisation', ref: id };
};

/** Whoever may sign a statement where it is invited, and take that back; a participant does without an invitation. */
const SIGNING = ['participant', 'outside', 'applicant', 'not-admitted', 'lapsed', 'former', 'withdrawn'] as const;

/** Any participant, and any organisation invited, signs at once. */
export const sign = defineAct({
  kind: 'statement.sign',
  article: '14.1',
  strength: 'binding',
  from: SIGNING,
  matter: 'statement',
  // By its first signature an outside organisation is there for everyone.
  subjects: ({ by, body }) => [`statements/${body.statement}`, `organisations/${by.organisation}`],
  signedInPublic: true,
  body: z
    .strictObject({
      statement: numberSchema,
      /** How the signatory and its country are printed under it, for ever. */
      printed: printedSchema,
      version: versionHashSchema,
    })
    .readonly(),
  judge: (state, { by, body }) => {
    const found = statementAt(state, body.statement);
    if (!found.ok) return found.error;
    const statement = found.value;
    if (statement.hash !== body.version)
      return { article: '14.1', kind: 'superseded', field: 'version', current: statement.hash };
    const standing = state.organisations.get(by.organisation)?.standing.kind ?? 'outside';
    if (standing !== 'participant' && !statement.invited.has(by.organisation)) {
      return { article: '14.1', kind: 'not-allowed-to', standing };
    }
    const earlier = statement.signatures.get(by.organisation);
    if (earlier === undefined) return notAsStated(state, by.organisation, body.printed);
    return { article: '14.1', kind: 'already', what: earlier.withdrawn === null ? 'signed' : 'withdrawn' };
  },
  apply: (state, { by, body, made }, on) => {
    state.statements[body.statement - 1]?.signatures.set(by.organisation, {
      on,
      made,
      printed: mutable(body.printed),
      withdrawn: null,
    });
    state.everSigned.add(by.organisation);
  },
  example: { statement: 1, printed: EXAMPLE.profile.printed, version: EXAMPLE.hash },
});

/** Withdraws one's own signature, for good. Both show: that it was given, and that it was withdrawn. */
export const withdraw = defineAct({
  kind: 'statement.withdraw',
  article: '14.1',
  strength: 'binding',
  from: SIGNING,
  matter: 'statement',
  subjects: ({ by, body }) => [`statements/${body.statement}`, `organisations/${by.organisation}`],
  signedInPublic: true,
  body: z.strictObject({ statement: numberSchema, reason: prose(4000).nullable() }).readonly(),
  judge: (state, { by, body, made }) => {
    const found = statementAt(state, body.statement);
    if (!found.ok) return found.error;
    const signature = found.value.signatures.get(by.organisation);
    if (signature === undefined) return { article: '14.1', kind: 'unknown', thing: 'signature', ref: by.organisation };
    if (signature.withdrawn !== null) return { article: '14.1', kind: 'already', what: 'withdrawn' };
    // The act names no signature: it is the one that was made before it.
    return made < signature.made ? { article: '14.1', kind: 'bad-field', field: 'made', why: 'made-before' } : null;
  },
  apply: (state, { by, body, made }, on) => {
    const signatures = state.statements[body.statement - 1]?.signatures;
    const signature = signatures?.get(by.organisation);
    if (signature !== undefined)
      signatures?.set(by.organisation, { ...signature, made, withdrawn: { on, reason: body.reason } });
  },
  example: { statement: 1, reason: 'Our assembly has decided otherwise.' },
});
