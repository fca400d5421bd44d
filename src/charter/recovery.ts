import { z } from 'zod';
import type { Draft } from '../base/brand.ts';
import { type OrganisationId, attachmentHashSchema, fingerprintSchema, organisationIdSchema } from '../base/ids.ts';
import { fingerprint } from '../base/keys.ts';
import { prose } from '../base/schema.ts';
import type { Instant } from '../base/time.ts';
import { defineAct, newKeySchema, ownKey } from './act.ts';
import { follows } from './consequences.ts';
import { dropDeadlines, scheduleDeadline } from './deadlines.ts';
import { deviceKeys, noDelegate } from './delegates.ts';
import { disagreeRefusal, isContested, openDisagreement, withdrawDisagreement } from './disagreement.ts';
import { addKey, deviceRefusal, endKeysOf, organisationOf, participants } from './organisations.ts';
import { MOST } from './limits.ts';
import { type Queue, giveBack, isLess, placeRefusal, takePlace } from './places.ts';
import type { Refusal } from './refusal.ts';
import type { Mark, Period, Recovery, State } from './state.ts';
import {
  awaiting,
  endOf,
  giveVoucher,
  neededOf,
  periodAfter,
  voucherRefusal,
  vouchesFor,
  withdrawVoucher,
} from './vouchers.ts';

/** Chapter 4, where an organisation has lost its last key: the others may let a new one take its place. */

const numbered = z.strictObject({ recovery: z.int().min(1) }).readonly();

const rulesOf = ({ charter }: State) => ({
  days: charter?.charter.rules.keys.recoveryDays ?? 0,
  vouchers: charter?.charter.rules.keys.vouchers ?? 1,
});

/** Whether a request still has something ahead of it. */
export const isOpen = ({ stage }: Pick<Recovery, 'stage'>): boolean =>
  stage.kind === 'awaiting' || stage.kind === 'running';

/**
 * Asks the others to let a new key take the place of a lost last one. Signed by the new key alone, so anybody can make it: it has no effect before other
 * participants vouch for it, and takes nobody's place. Then every participant may disagree, the organisation itself with a key it still has; at the end
 * of the period, when nobody did, the delegate's old keys end and the new one counts.
 *
 * One key may be asked for in several places, for its holder alone can do so; the first in which it counts is the last.
 */
export const requestRecovery = defineAct({
  kind: 'recovery.request',
  article: '4.1',
  strength: 'binding',
  from: ['participant'],
  body: z
    .strictObject({
      ...newKeySchema,
      /** The salted hash of what happened and how to reach those who ask, kept as an attachment. */
      explanation: attachmentHashSchema,
    })
    .readonly(),
  newKeys: (body) => [ownKey(body)],
  byNewKey: true,
  judge: (state, { by, body }, at) => {
    const delegate = state.organisations.get(by.organisation)?.delegates[by.delegate - 1];
    if (delegate === undefined) return noDelegate(by.delegate);
    if (delegate.recalled !== null) return { article: '4.1', kind: 'recalled-delegate', delegate: by.delegate };
    const same = { ...by, key: fingerprint(body.key) };
    if (openRecoveryOf(state, same) !== undefined) return { article: '4.1', kind: 'already', what: 'open' };
    return (
      deviceRefusal(body.use, deviceKeys(state)) ??
      placeRefusal(state, queueOf(by), { article: '4.1', what: 'requested-keys', at })
    );
  },
  apply: (state, { by, body }, on) => {
    const number = state.recoveries.length + 1;
    const { days, vouchers } = rulesOf(state);
    const others = participants(state).filter(({ id }) => id !== by.organisation);
    const { key, use, explanation } = body;
    const stage = awaiting(days, on.at);
    state.recoveries.push({
      number,
      organisation: by.organisation,
      delegate: by.delegate,
      key,
      fingerprint: fingerprint(key),
      use,
      explanation,
      requested: on,
      needed: neededOf(vouchers, others.length),
      vouchers: [],
      disagreements: [],
      stage,
    });
    scheduleDeadline(state, { kind: 'recovery', recovery: number, at: endOf(stage) });
    takePlace(state, queueOf(by), number, endOf(stage), on);
  },
});

const queueOf = ({ organisation }: Pick<Recovery, 'organisation'>): Queue => ({ kind: 'recoveries', organisation });

/** How many places a host keeps for requests that are passed on by somebody who is signed in for a participant: whoever has lost a key asks one whom it knows. */
export const KEPT_PLACES = 5;

/** Refused where a request finds no place, or one of those that it may not take. No rule of the record: a host holds to it at its own door, and says so to whoever asks. */
export const placeAtDoorRefusal = (
  state: State,
  { kind, by }: { readonly kind: string; readonly by: Pick<Recovery, 'organisation'> },
  at: Instant,
  passedOn: boolean,
): Refusal | null => {
  const most = MOST['requested-keys'] - (passedOn ? 0 : KEPT_PLACES);
  return kind !== 'recovery.request' || isLess(state, queueOf(by), most, at)
    ? null
    : { article: '4.1', kind: 'limit', what: 'requested-keys', most };
};

interface Wanted {
  readonly organisation: OrganisationId;
  readonly delegate: number;
  readonly key: Recovery['fingerprint'];
}

/** The open request that this very key become this delegate's; there is one at most. */
const openRecoveryOf = (state: State, { organisation, delegate, key }: Wanted): Recovery | undefined =>
  state.recoveries.find(
    (recovery) =>
      recovery.fingerprint === key &&
      recovery.organisation === organisation &&
      recovery.delegate === delegate &&
      isOpen(recovery),
  );

const openRecovery = (state: State, number: number): Recovery | undefined => {
  const recovery = state.recoveries[number - 1];
  return recovery !== undefined && isOpen(recovery) ? recovery : undefined;
};

const noRecovery = (ref: number | string): Refusal => ({
  article: '4.1',
  kind: 'unknown',
  thing: 'recovery',
  ref: `${ref}`,
});

/** Lets the period run or stop where the vouchers of an open request have changed. */
const follow = (state: Draft<State>, recovery: Draft<Recovery>, on: Mark): void => {
  const { stage, number } = recovery;
  if (stage.kind !== 'awaiting' && stage.kind !== 'running') return;
  const period: Period = periodAfter(recovery, stage, rulesOf(state).days, on.at);
  if (period === stage) return;
  recovery.stage = period;
  dropDeadlines(state, (deadline) => deadline.kind === 'recovery' && deadline.recovery === number);
  scheduleDeadline(state, { kind: 'recovery', recovery: number, at: endOf(period) });
};

/**
 * A participant vouches for a request by another: it has asked them, and this is their key. Named is whose key it is, and not the request alone, so that
 * the voucher says by itself what it is for. Who still has a key needs no voucher: with it, a new one is enrolled at once.
 */
export const vouchForRecovery = defineAct({
  kind: 'recovery.vouch',
  article: '4.1',
  strength: 'binding',
  from: ['participant'],
  body: z
    .strictObject({ organisation: organisationIdSchema, delegate: z.int().min(1), key: fingerprintSchema })
    .readonly(),
  judge: (state, { by, body }) => {
    if (by.organisation === body.organisation) return { article: '4.1', kind: 'vouches-for-itself' };
    const recovery = openRecoveryOf(state, body);
    if (recovery === undefined) return noRecovery(body.key);
    if (vouchesFor(recovery, by.organisation)) return { article: '4.1', kind: 'already', what: 'vouched' };
    return openDisagreement(recovery, by.organisation) === undefined
      ? voucherRefusal(recovery, by.organisation, '4.1')
      : { article: '4.1', kind: 'already', what: 'disagreed' };
  },
  apply: (state, { by, body }, on, signer) => {
    const number = openRecoveryOf(state, body)?.number ?? 0;
    const recovery = state.recoveries[number - 1];
    if (recovery === undefined) return;
    giveVoucher(recovery, by.organisation, signer, on);
    giveBack(state, queueOf(recovery), number);
    follow(state, recovery, on);
  },
});

/** Takes that back while the request is open. Where too few are left who vouch for it, its period stops. */
export const withdrawRecoveryVoucher = defineAct({
  kind: 'recovery.withdraw-voucher',
  article: '4.1',
  strength: 'binding',
  from: ['participant'],
  body: numbered,
  judge: (state, { by, body }) => {
    const recovery = openRecovery(state, body.recovery);
    if (recovery === undefined) return noRecovery(body.recovery);
    return vouchesFor(recovery, by.organisation)
      ? null
      : { article: '4.1', kind: 'unknown', thing: 'voucher', ref: by.organisation };
  },
  apply: (state, { by, body }, on) => {
    unvouch(state, state.recoveries[body.recovery - 1], by.organisation, on);
  },
});

const unvouch = (state: Draft<State>, recovery: Draft<Recovery> | undefined, by: OrganisationId, on: Mark): boolean => {
  if (recovery === undefined) return false;
  const withdrawn = withdrawVoucher(recovery, by, on);
  follow(state, recovery, on);
  return withdrawn;
};

export const disagreeWithRecovery = defineAct({
  kind: 'recovery.disagree',
  article: '4.1',
  strength: 'binding',
  from: ['participant'],
  body: z.strictObject({ recovery: z.int().min(1), reasons: prose(4000) }).readonly(),
  judge: (state, { by, body }) => {
    const recovery = openRecovery(state, body.recovery);
    if (recovery === undefined) return noRecovery(body.recovery);
    return disagreeRefusal(recovery, by.organisation, '4.1');
  },
  apply: (state, { by, body }, on) => {
    const recovery = state.recoveries[body.recovery - 1];
    if (recovery === undefined) return;
    recovery.disagreements.push({ by: by.organisation, reasons: body.reasons, on, withdrawn: null });
    giveBack(state, queueOf(recovery), recovery.number);
  },
});

export const withdrawRecoveryDisagreement = defineAct({
  kind: 'recovery.withdraw-disagreement',
  article: '4.1',
  strength: 'binding',
  from: ['participant'],
  body: numbered,
  judge: (state, { by, body }) => {
    const recovery = openRecovery(state, body.recovery);
    if (recovery === undefined) return noRecovery(body.recovery);
    return openDisagreement(recovery, by.organisation)
      ? null
      : { article: '4.1', kind: 'unknown', thing: 'disagreement', ref: by.organisation };
  },
  apply: (state, { by, body }, on) => {
    withdrawDisagreement(state.recoveries[body.recovery - 1], by.organisation, on);
  },
});

/** Every open request has its deadline. */
const openRecoveries = (state: Draft<State>): readonly Draft<Recovery>[] =>
  state.deadlines.flatMap((deadline) =>
    deadline.kind === 'recovery' ? (state.recoveries[deadline.recovery - 1] ?? []) : [],
  );

/** Whoever leaves vouches for nobody's key any more, and disagrees with none. */
export const leaveRecoveries = (state: Draft<State>, by: OrganisationId, on: Mark): void => {
  for (const recovery of openRecoveries(state)) {
    const withdrawn = [withdrawDisagreement(recovery, by, on), unvouch(state, recovery, by, on)];
    if (withdrawn.includes(true)) follows(state, on, 'recoveries', 'recovery');
  }
};

/**
 * Whether participants vouch for another request, too, in the name of the same organisation. Its owner has no key to disagree with, so whoever asks beside it, for this delegate or another,
 * would have its place a moment after it: by vouching for either, participants disagree with the other.
 */
export const contests = (other: Recovery, { number, organisation }: Recovery): boolean =>
  other.number !== number &&
  other.organisation === organisation &&
  other.stage.kind === 'running' &&
  !isContested(other);

/** At a request's deadline: it lapses where it still waits for its vouchers; else the key is replaced, unless a disagreement stands. */
export const closeRecovery = (state: Draft<State>, number: number, on: Mark): void => {
  const recovery = state.recoveries[number - 1];
  if (recovery === undefined) return;
  const organisation = organisationOf(state, recovery.organisation);
  const delegate = organisation.delegates[recovery.delegate - 1];
  follows(state, on, 'recoveries', 'recovery');
  if (recovery.stage.kind === 'awaiting') {
    recovery.stage = { kind: 'lapsed', on };
    return;
  }
  const refused =
    isContested(recovery) ||
    organisation.standing.kind !== 'participant' ||
    delegate?.recalled !== null ||
    state.keys.has(recovery.fingerprint);
  const rivals = refused ? [] : openRecoveries(state).filter((other) => contests(other, recovery));
  for (const rival of rivals) {
    dropDeadlines(state, (deadline) => deadline.kind === 'recovery' && deadline.recovery === rival.number);
    rival.stage = { kind: 'refused', on };
  }
  recovery.stage = { kind: refused || rivals.length > 0 ? 'refused' : 'replaced', on };
  if (recovery.stage.kind === 'refused') return;
  follows(state, on, `organisations/${recovery.organisation}`, 'key', recovery.organisation);
  endKeysOf(state, recovery.organisation, recovery.delegate, on);
  addKey(state, recovery.organisation, recovery.delegate, recovery.key, recovery.use, on, null);
};
