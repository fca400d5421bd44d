import { type Instant, HOUR, MINUTE } from '../base/time.ts';
import type { ReceivedAct, Signer } from './act.ts';
import { type AnyAct, type AnyRule, ruleOf } from './acts.ts';
import { attachmentsRefusal } from './brought/attachments.ts';
import { isByNewKey, newKeysRefusal, signaturesRefusal } from './brought/keys.ts';
import type { Refusal } from './law/refusal.ts';
import type { Key } from './members/organisation-state.ts';
import type { State } from './state.ts';

/** How long before it arrives an act may have been made, and how far a delegate's clock may run ahead, in milliseconds. */
export const OLDEST = 24 * HOUR;
export const AHEAD = 5 * MINUTE;

/** Whether an act that was made then may be received at this time. */
export const isTimely = (made: Instant, at: Instant): boolean => made >= at - OLDEST && made <= at + AHEAD;

/**
 * Whether the charter allows this act now: `null`, or the refusal. Pure: nothing but the state and the entry decides. What falls due by the
 * entry's time must have been settled by a tick before.
 */
export const judge = (state: State, entry: ReceivedAct<AnyAct>): Refusal | null => {
  const { act, time } = entry;
  return headRefusal(state, entry) ?? signerRefusal(state, act, entry.signers) ?? judgeUnsigned(state, act, time);
};

/** The same of an act that nobody has signed yet, its head aside. */
export const judgeUnsigned = (state: State, act: AnyAct, at: Instant): Refusal | null => {
  const rule = ruleOf(act);
  return (
    standingRefusal(state, act, rule) ??
    rule.judge(state, act, at) ??
    newKeysRefusal(state, act) ??
    attachmentsRefusal(state, act)
  );
};

/** Whether these signers may make an act of this kind at all, and bring in what keys it brings, whatever else it says. */
export const makerRefusal = (
  state: State,
  { act, signers }: Pick<ReceivedAct<AnyAct>, 'act' | 'signers'>,
): Refusal | null => {
  const rule = ruleOf(act);
  return signerRefusal(state, act, signers) ?? standingRefusal(state, act, rule) ?? newKeysRefusal(state, act);
};

/** Whether it is of this conference, new, and came in about when it was made. */
export const headRefusal = (state: State, { act, hash, time }: ReceivedAct<AnyAct>): Refusal | null => {
  const expected = act.kind === 'conference.found' ? '' : state.conference;
  if (expected === null) return { article: '13.1', kind: 'not-founded' };
  if (act.conference !== expected) return { article: '4.1', kind: 'wrong-conference' };
  if (state.acts.has(hash)) return { article: '4.1', kind: 'replayed' };
  return isTimely(act.made, time) ? null : { article: '4.1', kind: 'out-of-time', made: act.made, received: time };
};

/** Those who signed must be exactly those who must, and the first one of those who may speak for the maker. */
const signerRefusal = (state: State, act: AnyAct, signers: readonly Signer[]): Refusal | null => {
  const refusal = signaturesRefusal(act, signers);
  const [signer] = signers;
  if (refusal !== null || signer === undefined || isByNewKey(act.kind)) return refusal;
  if (ruleOf(act).strength === 'host') {
    return signer.key === state.host ? null : { article: '3.1', kind: 'unknown-key', key: signer.fingerprint };
  }
  return keyRefusal(state, act, signer);
};

const keyRefusal = (state: State, act: AnyAct, signer: Signer): Refusal | null => {
  const { by } = act;
  const key = state.keys.get(signer.fingerprint);
  if (key === undefined || !maySign(key, act)) {
    return { article: '4.1', kind: 'unknown-key', key: signer.fingerprint };
  }
  if (key.organisation !== by.organisation || key.delegate !== by.delegate) {
    return { article: '4.1', kind: 'key-of-another', key: signer.fingerprint };
  }
  if (key.until !== null) return { article: '4.1', kind: 'revoked-key', key: signer.fingerprint };
  // Every act is shown with the kind of key that it was signed with, so a key signs in the way it was enrolled for.
  const given = signer.webauthn ? 'passkey' : 'ssh';
  return (key.use === 'passkey') === signer.webauthn ? null : { article: '4.1', kind: 'key-kind-not-allowed', given };
};

/** Whether a key of this use may make an act of this kind: an invitation makes its own delegate's first key, and nothing else. */
export const maySign = ({ use, delegate }: Pick<Key, 'use' | 'delegate'>, act: AnyAct): boolean =>
  use !== 'invitation' || ruleOf(act).byInvitation?.(act.body, delegate) === true;

const standingRefusal = (state: State, act: AnyAct, rule: AnyRule): Refusal | null => {
  const { organisation: id, delegate } = act.by;
  if (rule.strength === 'host') return id === '' && delegate === 0 ? null : { article: '3.1', kind: 'own-matter' };
  const organisation = state.organisations.get(id);
  if (rule.from.includes('new')) {
    if (id === '') return { article: '2.1', kind: 'bad-field', field: 'by', why: 'missing' };
    if (organisation !== undefined) return { article: '2.1', kind: 'taken', field: 'by', value: id };
  }
  if (state.founded === null && rule.whileFounding === undefined) return { article: '13.1', kind: 'not-founded' };
  if (rule.from.includes('new')) return null;
  if (organisation === undefined) return { article: '3.1', kind: 'unknown', thing: 'organisation', ref: id };
  const standing = organisation.standing.kind;
  if (!rule.from.includes(standing)) return { article: rule.article, kind: 'not-allowed-to', standing };
  const role = organisation.delegates[delegate - 1]?.role;
  if (role === undefined) return { article: '4.1', kind: 'unknown', thing: 'delegate', ref: `${delegate}` };
  return rule.strength === 'binding' && role !== 'representing' ? { article: '4.1', kind: 'representing-only' } : null;
};

/** The instant from which a tick is owed, or `null` while nothing is scheduled. */
export const nextDeadline = (state: State): Instant | null => state.deadlines[0]?.at ?? null;
