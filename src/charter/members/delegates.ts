import { z } from 'zod';
import { type OrganisationId, attachmentHashSchema, fingerprintSchema, publicKeySchema } from '../../base/ids.ts';
import { defineAct, invitationKey, newKeySchema, ownKey } from '../act.ts';
import { EXAMPLE } from '../law/example-words.ts';
import { type Called, calledNow, claimNames, namesRefusal } from './names.ts';
import {
  addDelegate,
  addKey,
  delegatesRefusal,
  deviceRefusal,
  endKey,
  endKeysOf,
  keysRefusal,
  organisationOf,
} from './organisations.ts';
import { hasComeIn } from './organisation-keys.ts';
import type { Refusal } from '../law/refusal.ts';
import type { Organisation } from './organisation-state.ts';
import type { State } from '../state.ts';
import { fingerprint } from '../../base/keys.ts';
import { itsMaker } from '../law/resource.ts';
import { rulesInForce } from '../law/charter.ts';
import { nameIn } from '../law/kept.ts';

/** Chapter 4: who speaks for an organisation, and with which keys, is its own matter. */

export const standings = [
  'founder',
  'applicant',
  'participant',
  'not-admitted',
  'lapsed',
  'former',
  'withdrawn',
  'outside',
] as const;

export const noDelegate = (ref: number): Refusal => ({
  article: '4.1',
  kind: 'unknown',
  thing: 'delegate',
  ref: `${ref}`,
});

export const deviceKeys = (state: State): boolean => rulesInForce(state).keys.deviceKeys;

const delegateNumberSchema = z.int().min(1).max(100_000);

/** The number of the delegate whom an organisation appoints next. */
export const nextDelegate = (organisation: Organisation | undefined): number =>
  (organisation?.delegates.length ?? 0) + 1;

export const appoint = defineAct({
  kind: 'delegate.appoint',
  article: '4.1',
  strength: 'binding',
  from: standings,
  whileFounding: true,
  matter: 'delegate',
  subjects: itsMaker,
  ofKeys: true,
  signedAlone: true,
  limits: ['delegates', 'strangers-delegates'],
  body: z
    .strictObject({
      /** The number that the delegate gets: the organisation's next. */
      delegate: delegateNumberSchema,
      /** Salted hash of the name, kept as an attachment. */
      name: attachmentHashSchema.nullable(),
      role: z.enum(['representing', 'assisting']),
      /** The public key of the link by which the delegate enrols a key of their own. */
      invitation: publicKeySchema,
    })
    .readonly(),
  newKeys: ({ invitation }) => [invitationKey(invitation)],
  names: (body) => nameIn(body.name),
  judge: (state, { by, body }) => {
    const next = nextDelegate(state.organisations.get(by.organisation));
    return body.delegate === next
      ? delegatesRefusal(state, by.organisation, next)
      : { article: '4.1', kind: 'superseded', field: 'delegate', current: next };
  },
  apply: (state, { by, body }, on, signer) => {
    addDelegate(state, organisationOf(state, by.organisation), { ...body, by: by.organisation }, on, signer);
  },
  example: { delegate: 2, name: null, role: 'assisting', invitation: EXAMPLE.key },
});

/** The organisation, where it would come in by its first key. */
const comesIn = (state: State, id: OrganisationId): readonly Called[] => {
  const organisation = state.organisations.get(id);
  return organisation === undefined || hasComeIn(state, id) ? [] : [calledNow(organisation)];
};

/** Ends a delegate's appointment, and the keys with it. The last who represents the organisation stays: nobody could act for it any more. */
export const recall = defineAct({
  kind: 'delegate.recall',
  article: '4.1',
  strength: 'binding',
  from: standings,
  whileFounding: true,
  matter: 'delegate',
  subjects: itsMaker,
  ofKeys: true,
  signedAlone: true,
  body: z.strictObject({ delegate: delegateNumberSchema }).readonly(),
  judge: (state, { by, body }) => {
    const delegate = state.organisations.get(by.organisation)?.delegates[body.delegate - 1];
    if (delegate === undefined) return noDelegate(body.delegate);
    if (delegate.recalled !== null) return { article: '4.1', kind: 'recalled-delegate', delegate: body.delegate };
    const others = state.organisations
      .get(by.organisation)
      ?.delegates.some((other) => other !== delegate && other.role === 'representing' && other.recalled === null);
    return others === true ? null : { article: '4.1', kind: 'bad-field', field: 'delegate', why: 'last' };
  },
  apply: (state, { by, body }, on) => {
    const delegate = organisationOf(state, by.organisation).delegates[body.delegate - 1];
    if (delegate !== undefined) delegate.recalled = on;
    endKeysOf(state, by.organisation, body.delegate, on);
  },
  example: { delegate: 2 },
});

/**
 * Adds a key to a delegate of one's own organisation. Signed by the new key and before it by one that may: the delegate's invitation, which is spent by it, a key of
 * that delegate, or one of a delegate who represents the organisation.
 */
export const enrolKey = defineAct({
  kind: 'key.enrol',
  article: '4.1',
  strength: 'ordinary',
  from: standings,
  whileFounding: true,
  matter: 'key',
  subjects: itsMaker,
  ofKeys: true,
  signedAlone: true,
  quiet: true,
  limits: ['keys', 'strangers-keys'],
  body: z
    .strictObject({
      delegate: delegateNumberSchema,
      ...newKeySchema,
      /** Salted hash of the delegate's name, where the invited delegate gives it; else `null`. */
      name: attachmentHashSchema.nullable(),
    })
    .readonly(),
  newKeys: (body) => [ownKey(body)],
  names: (body) => nameIn(body.name),
  byInvitation: (body, delegate) => body.delegate === delegate,
  judge: (state, { by, body }) => {
    const delegates = state.organisations.get(by.organisation)?.delegates;
    const delegate = delegates?.[body.delegate - 1];
    if (delegate === undefined) return noDelegate(body.delegate);
    if (delegate.recalled !== null) return { article: '4.1', kind: 'recalled-delegate', delegate: body.delegate };
    const maker = delegates?.[by.delegate - 1];
    if (maker !== delegate && maker?.role !== 'representing') return { article: '4.1', kind: 'representing-only' };
    return (
      deviceRefusal(body.use, deviceKeys(state)) ??
      keysRefusal(state, by.organisation, body.delegate) ??
      // What it is called is its own from its first key on.
      namesRefusal(state, '4.1', comesIn(state, by.organisation), () => 'by')
    );
  },
  apply: (state, { by, body }, on, signer) => {
    for (const comer of comesIn(state, by.organisation)) claimNames(state, comer);
    addKey(state, by.organisation, body.delegate, body.key, body.use, on, signer);
    const delegate = organisationOf(state, by.organisation).delegates[body.delegate - 1];
    if (delegate === undefined) return;
    if (body.name !== null) delegate.name = body.name;
    // Whoever brought the first key: a link lets in nobody who has come in already.
    if (delegate.invitation === null) return;
    const invitation = state.keys.get(fingerprint(delegate.invitation));
    if (invitation !== undefined) endKey(state, invitation, on);
  },
  example: { delegate: 1, name: null, ...EXAMPLE.newKey },
});

export const revokeKey = defineAct({
  kind: 'key.revoke',
  article: '4.1',
  strength: 'ordinary',
  from: standings,
  whileFounding: true,
  matter: 'key',
  subjects: itsMaker,
  ofKeys: true,
  signedAlone: true,
  quiet: true,
  body: z.strictObject({ key: fingerprintSchema }).readonly(),
  judge: (state, { by, body }) => {
    const key = state.keys.get(body.key);
    if (key === undefined) return { article: '4.1', kind: 'unknown', thing: 'key', ref: body.key };
    if (key.organisation !== by.organisation) return { article: '4.1', kind: 'not-yours', owner: key.organisation };
    if (key.until !== null) return { article: '4.1', kind: 'revoked-key', key: body.key };
    const maker = state.organisations.get(by.organisation)?.delegates[by.delegate - 1];
    return key.delegate === by.delegate || maker?.role === 'representing'
      ? null
      : { article: '4.1', kind: 'representing-only' };
  },
  apply: (state, { body }, on) => {
    const key = state.keys.get(body.key);
    if (key !== undefined) endKey(state, key, on);
  },
  example: { key: EXAMPLE.fingerprint },
});
