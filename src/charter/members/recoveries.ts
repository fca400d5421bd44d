import type { Mutable } from '../../base/brand.ts';
import type { OrganisationId } from '../../base/ids.ts';
import type { Instant } from '../../base/time.ts';
import { follows } from '../law/consequences.ts';
import { dropDeadlines, scheduleDeadline } from '../law/deadlines.ts';
import { isContested, withdrawDisagreement } from '../law/disagreement.ts';
import { MOST } from '../law/limits.ts';
import type { Mark } from '../law/mark.ts';
import { addKey, endKeysOf, organisationOf } from './organisations.ts';
import { type Queue, isLess } from '../law/places.ts';
import { rulesInForce } from '../law/charter.ts';
import type { Refusal } from '../law/refusal.ts';
import type { Recovery } from './organisation-state.ts';
import type { Period } from './vouched-state.ts';
import type { State } from '../state.ts';
import { endOf, periodAfter, withdrawVoucher } from './vouchers.ts';
/** Requests for new keys in the place of lost ones, from when they are made until they come to something. */

export const recoveryRules = (state: State) => {
  const { recoveryDays: days, vouchers } = rulesInForce(state).keys;
  return { days, vouchers };
};

/** Whether a request still has something ahead of it. */
export const isOpen = ({ stage }: Pick<Recovery, 'stage'>): boolean =>
  stage.kind === 'awaiting' || stage.kind === 'running';

export const queueOf = ({ organisation }: Pick<Recovery, 'organisation'>): Queue => ({
  kind: 'recoveries',
  organisation,
});

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

/** Lets the period run or stop where the vouchers of an open request have changed. */
export const follow = (state: Mutable<State>, recovery: Mutable<Recovery>, on: Mark): void => {
  const { stage, number } = recovery;
  if (stage.kind !== 'awaiting' && stage.kind !== 'running') return;
  const period: Period = periodAfter(recovery, stage, recoveryRules(state).days, on.at);
  if (period === stage) return;
  recovery.stage = period;
  dropDeadlines(state, (deadline) => deadline.kind === 'recovery' && deadline.recovery === number);
  scheduleDeadline(state, { kind: 'recovery', recovery: number, at: endOf(period) });
};

/** Takes a voucher back; whether there was one. */
export const unvouch = (
  state: Mutable<State>,
  recovery: Mutable<Recovery> | undefined,
  by: OrganisationId,
  on: Mark,
): boolean => {
  if (recovery === undefined) return false;
  const withdrawn = withdrawVoucher(recovery, by, on);
  follow(state, recovery, on);
  return withdrawn;
};

/** The open requests for keys of one organisation, in order. */
export const openRequestsOf = (state: State, organisation: OrganisationId): readonly Recovery[] =>
  (state.openRequests.get(organisation) ?? []).flatMap((number) => state.recoveries[number - 1] ?? []);

export const begin = (state: Mutable<State>, recovery: Mutable<Recovery>): void => {
  const { number, organisation } = recovery;
  state.recoveries.push(recovery);
  state.openRequests.set(organisation, [...(state.openRequests.get(organisation) ?? []), number]);
};

const end = (state: Mutable<State>, number: number, stage: Mutable<Recovery>['stage']): void => {
  const recovery = state.recoveries[number - 1];
  if (recovery === undefined) return;
  const { organisation } = recovery;
  recovery.stage = stage;
  const left = (state.openRequests.get(organisation) ?? []).filter((other) => other !== number);
  if (left.length === 0) state.openRequests.delete(organisation);
  else state.openRequests.set(organisation, left);
};

/** Whoever leaves vouches for nobody's key any more, and disagrees with none. */
export const leaveRecoveries = (state: Mutable<State>, by: OrganisationId, on: Mark): void => {
  const open = [...state.openRequests.values()].flat().toSorted((a, b) => a - b);
  for (const number of open) {
    const recovery = state.recoveries[number - 1];
    if (recovery === undefined) continue;
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
export const closeRecovery = (state: Mutable<State>, number: number, on: Mark): void => {
  const recovery = state.recoveries[number - 1];
  if (recovery === undefined) return;
  const organisation = organisationOf(state, recovery.organisation);
  const delegate = organisation.delegates[recovery.delegate - 1];
  follows(state, on, 'recoveries', 'recovery');
  if (recovery.stage.kind === 'awaiting') {
    end(state, number, { kind: 'lapsed', on });
    return;
  }
  const refused =
    isContested(recovery) ||
    organisation.standing.kind !== 'participant' ||
    delegate?.recalled !== null ||
    state.keys.has(recovery.fingerprint);
  const rivals = refused
    ? []
    : openRequestsOf(state, recovery.organisation).filter((other) => contests(other, recovery));
  for (const { number: rival } of rivals) {
    dropDeadlines(state, (deadline) => deadline.kind === 'recovery' && deadline.recovery === rival);
    end(state, rival, { kind: 'refused', on });
  }
  const isRefused = refused || rivals.length > 0;
  end(state, number, { kind: isRefused ? 'refused' : 'replaced', on });
  if (isRefused) return;
  follows(state, on, `organisations/${recovery.organisation}`, 'key', recovery.organisation);
  endKeysOf(state, recovery.organisation, recovery.delegate, on);
  addKey(state, recovery.organisation, recovery.delegate, recovery.key, recovery.use, on, null);
};
