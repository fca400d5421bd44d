import type { Mutable } from '../../base/brand.ts';
import {
  type AttachmentHash,
  type Fingerprint,
  type OrganisationId,
  type PublicKey,
  countrySchema,
} from '../../base/ids.ts';
import { concat, fromBase64, sameBytes, utf8 } from '../../base/bytes.ts';
import { fingerprint } from '../../base/keys.ts';
import { prose, webAddress } from '../../base/schema.ts';
import type { Mark } from '../law/mark.ts';
import { type Printed, printedSchema } from '../names/printed.ts';
import { callIt } from './names.ts';
import { keysOf } from './organisation-keys.ts';
import { type Refusal, beyond } from '../law/refusal.ts';
import type { Delegate, Key, KeyKind, Organisation, Role, Standing } from './organisation-state.ts';
import type { State } from '../state.ts';

/** What an organisation says of itself. */
export const profileSchema = {
  /** How it and its country are printed. */
  printed: printedSchema,
  /** For grouping and for the rules. */
  country: countrySchema,
  about: prose(2000).nullable(),
  website: webAddress(200, /^https?$/u).nullable(),
} as const;

export interface Profile {
  readonly printed: Printed;
  readonly country: Organisation['country'];
  readonly about: string | null;
  readonly website: string | null;
}

export const enter = (
  state: Mutable<State>,
  id: OrganisationId,
  profile: Profile,
  standing: Standing,
  on: Mark,
): Mutable<Organisation> => {
  const { printed, country, about, website } = profile;
  const organisation: Mutable<Organisation> = {
    id,
    name: '',
    gloss: null,
    stated: [],
    country,
    about: about === null ? [] : [{ language: null, words: about }],
    website,
    picture: null,
    described: 0,
    standing,
    terms: [],
    entered: on,
    founding: null,
    accepted: null,
    delegates: [],
    applications: [],
  };
  state.organisations.set(id, organisation);
  callIt(state, organisation, printed, on);
  return organisation;
};

/** The organisation, which the rules have shown to be there. */
export const organisationOf = (state: Mutable<State>, id: OrganisationId): Mutable<Organisation> => {
  const found = state.organisations.get(id);
  if (found === undefined) throw new TypeError(`No organisation ${id}`);
  return found;
};

export const isParticipant = (state: State, id: OrganisationId): boolean =>
  state.organisations.get(id)?.standing.kind === 'participant';

/** Whether it takes part, or founds the conference: what it has of a node it shares with no stranger. */
export const isMember = (state: State, id: OrganisationId): boolean => {
  const kind = state.organisations.get(id)?.standing.kind;
  return kind === 'participant' || kind === 'founder';
};

/** Whether it took part in the conference when this happened. */
export const tookPartAt = ({ terms }: Pick<Organisation, 'terms'>, { index }: Mark): boolean =>
  terms.some(({ since, left }) => since.index <= index && (left === null || index < left.index));

/** All participants, in the order in which they began to take part. */
export const participants = (state: State): readonly Organisation[] =>
  state.participants.flatMap((id) => state.organisations.get(id) ?? []);

/** Whether it becomes a participant by nothing but the passing of time. */
const isEntering = (standing: Standing): boolean => standing.kind === 'applicant' && standing.period.kind === 'running';

/** Refused where as many take part, or are about to, as may. */
export const participantsRefusal = ({ participants, entering }: State): Refusal | null =>
  beyond('2.3', 'participants', participants.length + entering + 1);

/** Every change of what an organisation is to the conference, after it has entered. */
export const setStanding = (state: Mutable<State>, organisation: Mutable<Organisation>, standing: Standing): void => {
  const [before, now] = [organisation.standing, standing].map(({ kind }) => kind === 'participant');
  const wasEntering = isEntering(organisation.standing);
  organisation.standing = standing;
  const term = organisation.terms.at(-1);
  if (standing.kind === 'participant') organisation.terms.push({ since: standing.since, left: null });
  if (standing.kind === 'former' && term !== undefined) term.left = standing.left;
  if (now === true && before === false) state.participants.push(organisation.id);
  if (before === true && now === false) state.participants.splice(state.participants.indexOf(organisation.id), 1);
  state.entering += Number(isEntering(standing)) - Number(wasEntering);
  state.keyChanges += 1;
};

/** Refused under 2.1 where the region is given and the country is not in it. */
export const outsideRegion = (region: readonly string[], country: Organisation['country']): Refusal | null =>
  region.length === 0 || region.includes(country) ? null : { article: '2.1', kind: 'outside-region', country };

export const addDelegate = (
  state: Mutable<State>,
  organisation: Mutable<Organisation>,
  fields: {
    readonly name: AttachmentHash | null;
    readonly role: Role;
    readonly invitation: PublicKey | null;
    readonly by: OrganisationId;
  },
  on: Mark,
  broughtBy: Fingerprint | null,
): Mutable<Delegate> => {
  const delegate: Mutable<Delegate> = {
    number: organisation.delegates.length + 1,
    name: fields.name,
    role: fields.role,
    invitation: fields.invitation,
    appointed: on,
    appointedBy: fields.by,
    recalled: null,
  };
  organisation.delegates.push(delegate);
  if (fields.invitation !== null)
    addKey(state, organisation.id, delegate.number, fields.invitation, 'invitation', on, broughtBy);
  return delegate;
};

export const addKey = (
  state: Mutable<State>,
  organisation: OrganisationId,
  delegate: number,
  key: PublicKey,
  use: Key['use'],
  on: Mark,
  broughtBy: Fingerprint | null,
): void => {
  const print = fingerprint(key);
  state.keyChanges += 1;
  const own = state.keysOf.get(organisation);
  if (own === undefined) state.keysOf.set(organisation, [print]);
  else own.push(print);
  state.keys.set(print, { fingerprint: print, key, use, organisation, delegate, from: on, until: null, broughtBy });
};

/** Ends a key's validity; an invitation is spent by it. */
export const endKey = (state: Mutable<State>, key: Mutable<Key>, on: Mark): void => {
  state.keyChanges += 1;
  key.until ??= on;
  const delegate = organisationOf(state, key.organisation).delegates[key.delegate - 1];
  if (delegate?.invitation === key.key) delegate.invitation = null;
};

/** Ends the validity of every key of one delegate, invitations included. */
export const endKeysOf = (state: Mutable<State>, organisation: OrganisationId, delegate: number, on: Mark): void => {
  for (const print of state.keysOf.get(organisation) ?? []) {
    const key = state.keys.get(print);
    if (key?.delegate === delegate) endKey(state, key, on);
  }
};

/**
 * Whether nobody has let it in: it has applied, or did once, and never took part nor was invited to sign a statement. Such a one is anybody, and may keep
 * little on the record.
 */
export const isStranger = (state: State, id: OrganisationId): boolean => {
  const organisation = state.organisations.get(id);
  if (organisation === undefined) return true;
  const { standing, terms } = organisation;
  const applied =
    standing.kind === 'applicant' ||
    standing.kind === 'withdrawn' ||
    standing.kind === 'lapsed' ||
    standing.kind === 'not-admitted';
  return applied && terms.length === 0 && !state.everInvited.has(id);
};

/** Refused where an organisation has appointed as many as it may. */
export const delegatesRefusal = (state: State, id: OrganisationId, count: number): Refusal | null =>
  beyond('4.1', isStranger(state, id) ? 'strangers-delegates' : 'delegates', count);

/** Refused where a delegate has had as many keys as one may. */
export const keysRefusal = (state: State, id: OrganisationId, delegate: number): Refusal | null => {
  const own = keysOf(state, id).filter((key) => key.delegate === delegate);
  return beyond('4.1', isStranger(state, id) ? 'strangers-keys' : 'keys', own.length + 1);
};

/** Whether the base64 holds a key of the type that stands before it: the blob begins with that type (RFC 4253 section 6.6). */
export const isWellFormed = (key: PublicKey): boolean => {
  const [type = '', encoded = ''] = key.split(' ');
  const blob = fromBase64(encoded);
  if (blob === null) return false;
  const head = concat(new Uint8Array([0, 0, 0, type.length]), utf8(type));
  return blob.length > head.length && sameBytes(blob.subarray(0, head.length), head);
};

/** Refused under 4.1 where the rules allow no key that a browser keeps. */
export const deviceRefusal = (use: KeyKind, allowed: boolean): Refusal | null =>
  use === 'device' && !allowed ? { article: '4.1', kind: 'key-kind-not-allowed', given: use } : null;
