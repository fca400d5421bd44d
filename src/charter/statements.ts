import { z } from 'zod';
import { type Draft, draft } from '../base/brand.ts';
import {
  type Fingerprint,
  type OrganisationId,
  organisationIdSchema,
  publicKeySchema,
  versionHashSchema,
} from '../base/ids.ts';
import { line, prose } from '../base/schema.ts';
import { clausesSchema } from '../text/clause.ts';
import { defineAct, invitationKeys } from './act.ts';
import { versionHash } from './charter.ts';
import { claimNames, namesRefusal } from './names.ts';
import { addDelegate, enter, organisationOf, profileSchema } from './organisations.ts';
import type { Refusal } from './refusal.ts';
import type { Invited, Mark, Organisation, State, Statement } from './state.ts';
import { numberSchema } from './texts.ts';
import { vouchingSchema } from './vouching.ts';

/** Chapter 14: a statement on an occasion speaks for its signatories alone, outside ones among them. */

const guestSchema = z
  .strictObject({
    id: organisationIdSchema,
    ...profileSchema,
    /** The public key of the link by which its delegate enters. */
    invitation: publicKeySchema,
    vouching: vouchingSchema,
  })
  .readonly();

type Guest = z.infer<typeof guestSchema>;

/** One that the record knows, by its id; it uses the keys it has. */
const knownSchema = z.strictObject({ organisation: organisationIdSchema, vouching: vouchingSchema }).readonly();

/** The most that one act invites: each brings a key, which signs. */
export const MOST_GUESTS = 40;

const guestsSchema = z.array(guestSchema).max(MOST_GUESTS).readonly();

/** The hash that signatures of a statement cover: title, words and calls; the calls are its last clauses. */
export const statementHash = ({ title, clauses, calls }: Pick<Statement, 'title' | 'clauses' | 'calls'>) =>
  versionHash({
    title,
    clauses: [
      ...clauses,
      ...calls.map((words, i) => ({
        id: `call-${i + 1}` as Statement['clauses'][number]['id'],
        kind: 'operative' as const,
        words,
      })),
    ],
  });

/** Refused where a guest's id or name is somebody's already. */
const guestsRefusal = (state: State, guests: readonly Guest[], known: readonly Organisation[] = []): Refusal | null => {
  const ids = guests.map((guest) => guest.id);
  const taken = ids.findIndex((id, i) => state.organisations.has(id) || ids.indexOf(id) !== i);
  if (taken !== -1) return { article: '14.1', kind: 'taken', field: `invited/${taken}/id`, value: ids[taken] ?? '' };
  return namesRefusal(state, '14.1', [...guests, ...known], (way, place) =>
    place < guests.length ? `invited/${place}/${way}` : `known/${place - guests.length}/organisation`,
  );
};

/** Outside organisations come onto the record, each with the link of its first delegate; `by` invites them, with the key `signer`. */
export const enterGuests = (
  state: Draft<State>,
  guests: readonly Guest[],
  by: OrganisationId,
  on: Mark,
  signer: Fingerprint,
): void => {
  for (const guest of guests) {
    const organisation = enter(state, guest.id, guest, { kind: 'outside' }, on);
    const fields = { name: null, role: 'representing', invitation: guest.invitation, by } as const;
    addDelegate(state, organisation, fields, on, signer);
  }
};

/** A statement as it is opened. */
export const newStatement = (
  number: number,
  by: OrganisationId,
  { title, clauses, calls, invited }: z.infer<typeof open.body>,
  on: Mark,
): Draft<Statement> => ({
  number,
  by,
  title,
  clauses: draft(clauses),
  calls: draft(calls),
  hash: statementHash({ title, clauses, calls }),
  opened: on,
  invited: new Map(
    invited.map(({ id, vouching }) => [id, { by, vouching: draft(vouching), on }] satisfies [OrganisationId, Invited]),
  ),
  invitations: [],
  signatures: new Map(),
});

/** The organisations that an act invites become the statement's. */
export const inviteTo = (
  statement: Draft<Statement>,
  { invited, known }: Pick<z.infer<typeof inviteMore.body>, 'invited' | 'known'>,
  on: Mark,
): void => {
  for (const { id, vouching } of [...known.map(({ organisation: id, vouching }) => ({ id, vouching })), ...invited])
    statement.invited.set(id, { by: statement.by, vouching: draft(vouching), on });
};

const statementAt = (state: State, number: number): Statement | Refusal =>
  state.statements[number - 1] ?? { article: '14.1', kind: 'unknown', thing: 'statement', ref: `${number}` };

export const open = defineAct({
  kind: 'statement.open',
  article: '14.1',
  strength: 'binding',
  from: ['participant'],
  body: z
    .strictObject({
      title: line(300),
      /** The situation, and what the signatories hold. */
      clauses: clausesSchema,
      calls: z.array(prose(2000)).max(50).readonly(),
      /** Outside organisations invited to sign, new to this record. */
      invited: guestsSchema,
    })
    .readonly(),
  newKeys: (body) => invitationKeys(body.invited, 'invited'),
  judge: (state, { body }) => {
    const clash = body.clauses.find((clause) => clause.id.startsWith('call-'));
    if (clash !== undefined) return { article: '14.1', kind: 'taken', field: 'clauses', value: clash.id };
    return guestsRefusal(state, body.invited);
  },
  apply: (state, { by, body }, on, signer) => {
    state.statements.push(newStatement(state.statements.length + 1, by.organisation, body, on));
    enterGuests(state, body.invited, by.organisation, on, signer);
  },
});

/** Invites more outside organisations, new to the record or known to it. */
export const inviteMore = defineAct({
  kind: 'statement.invite',
  article: '14.1',
  strength: 'binding',
  from: ['participant'],
  body: z
    .strictObject({
      statement: numberSchema,
      invited: guestsSchema,
      known: z.array(knownSchema).max(100).readonly(),
    })
    .readonly(),
  newKeys: (body) => invitationKeys(body.invited, 'invited'),
  judge: (state, { by, body }) => {
    const statement = statementAt(state, body.statement);
    if ('article' in statement) return statement;
    if (statement.by !== by.organisation) return { article: '14.1', kind: 'not-yours', owner: statement.by };
    const ids = body.known.map(({ organisation }) => organisation);
    const unfit = ids.find((id, i) => !invitable(state, statement, id) || ids.indexOf(id) !== i);
    if (unfit !== undefined) return { article: '14.1', kind: 'unknown', thing: 'organisation', ref: unfit };
    const known = ids.flatMap((id) => state.organisations.get(id) ?? []);
    return guestsRefusal(state, body.invited, known);
  },
  apply: (state, { by, body }, on, signer) => {
    const statement = state.statements[body.statement - 1];
    if (statement === undefined) return;
    for (const { organisation } of body.known) claimNames(state, organisationOf(state, organisation));
    inviteTo(statement, body, on);
    statement.invitations.push(on);
    enterGuests(state, body.invited, by.organisation, on, signer);
  },
});

const invitable = (state: State, statement: Statement, id: OrganisationId): boolean => {
  const standing = state.organisations.get(id)?.standing.kind;
  return standing !== undefined && standing !== 'participant' && !statement.invited.has(id);
};

/** Any participant, and any organisation invited, signs at once. */
export const sign = defineAct({
  kind: 'statement.sign',
  article: '14.1',
  strength: 'binding',
  from: ['participant', 'outside', 'applicant', 'not-admitted', 'lapsed', 'former', 'withdrawn'],
  body: z.strictObject({ statement: numberSchema, version: versionHashSchema }).readonly(),
  judge: (state, { by, body }) => {
    const statement = statementAt(state, body.statement);
    if ('article' in statement) return statement;
    if (statement.hash !== body.version)
      return { article: '14.1', kind: 'superseded', field: 'version', current: statement.hash };
    const standing = state.organisations.get(by.organisation)?.standing.kind ?? 'outside';
    if (standing !== 'participant' && !statement.invited.has(by.organisation)) {
      return { article: '14.1', kind: 'not-allowed-to', standing };
    }
    return statement.signatures.has(by.organisation) ? { article: '14.1', kind: 'already', what: 'signed' } : null;
  },
  apply: (state, { by, body }, on) => {
    state.statements[body.statement - 1]?.signatures.set(by.organisation, on);
  },
});
