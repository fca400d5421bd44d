import { z } from 'zod';
import type { Draft } from '../base/brand.ts';
import { fingerprint } from '../base/keys.ts';
import { prose } from '../base/schema.ts';
import { DAY, after } from '../base/time.ts';
import { defineAct, newKeySchema, ownKey } from './act.ts';
import { follows } from './consequences.ts';
import { scheduleDeadline } from './deadlines.ts';
import { deviceKeys } from './delegates.ts';
import { isContested, openDisagreement, withdrawDisagreement } from './disagreement.ts';
import { addKey, deviceRefusal, endKeysOf, organisationOf } from './organisations.ts';
import type { Refusal } from './refusal.ts';
import type { Mark, State } from './state.ts';

/** Chapter 4, where an organisation has lost its last key: the others may let a new one take its place. */

/**
 * Asks the others to let a new key take the place of a lost last one. Signed by the new key alone, so every participant may disagree, the organisation
 * itself with a key it still has; at the end of the period, when nobody did, the delegate's old keys end and the new one counts.
 */
export const requestRecovery = defineAct({
  kind: 'recovery.request',
  article: '4.1',
  strength: 'binding',
  from: ['participant'],
  body: z.strictObject({ ...newKeySchema, explanation: prose(4000) }).readonly(),
  newKeys: (body) => [ownKey(body)],
  byNewKey: true,
  judge: (state, { by, body }) => {
    const delegate = state.organisations.get(by.organisation)?.delegates[by.delegate - 1];
    if (delegate !== undefined && delegate.recalled !== null) {
      return { article: '4.1', kind: 'recalled-delegate', delegate: by.delegate };
    }
    const open = state.recoveries.filter(
      ({ outcome, organisation }) => outcome === 'open' && organisation === by.organisation,
    );
    if (open.length >= 3) return { article: '4.1', kind: 'already', what: 'open' };
    return deviceRefusal(body.use, deviceKeys(state));
  },
  apply: (state, { by, body }, on) => {
    const number = state.recoveries.length + 1;
    const days = state.charter?.charter.rules.keys.recoveryDays ?? 0;
    const deadline = after(on.at, days * DAY);
    const { key, use, explanation } = body;
    state.recoveries.push({
      number,
      organisation: by.organisation,
      delegate: by.delegate,
      key,
      fingerprint: fingerprint(key),
      use,
      explanation,
      requested: on,
      deadline,
      disagreements: [],
      outcome: 'open' as const,
    });
    scheduleDeadline(state, { kind: 'recovery', recovery: number, at: deadline });
  },
});

const openRecovery = (state: State, number: number) => {
  const recovery = state.recoveries[number - 1];
  return recovery?.outcome === 'open' ? recovery : undefined;
};

const noRecovery = (number: number): Refusal => ({
  article: '4.1',
  kind: 'unknown',
  thing: 'recovery',
  ref: `${number}`,
});

export const disagreeWithRecovery = defineAct({
  kind: 'recovery.disagree',
  article: '4.1',
  strength: 'binding',
  from: ['participant'],
  body: z.strictObject({ recovery: z.int().min(1), reasons: prose(4000) }).readonly(),
  judge: (state, { by, body }) => {
    const recovery = openRecovery(state, body.recovery);
    if (recovery === undefined) return noRecovery(body.recovery);
    return openDisagreement(recovery, by.organisation) ? { article: '4.1', kind: 'already', what: 'disagreed' } : null;
  },
  apply: (state, { by, body }, on) => {
    state.recoveries[body.recovery - 1]?.disagreements.push({
      by: by.organisation,
      reasons: body.reasons,
      on,
      withdrawn: null,
    });
  },
});

export const withdrawRecoveryDisagreement = defineAct({
  kind: 'recovery.withdraw-disagreement',
  article: '4.1',
  strength: 'binding',
  from: ['participant'],
  body: z.strictObject({ recovery: z.int().min(1) }).readonly(),
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

/** When a recovery's period ends: the key is replaced unless a disagreement stands. */
export const closeRecovery = (state: Draft<State>, number: number, on: Mark): void => {
  const recovery = state.recoveries[number - 1];
  if (recovery === undefined) return;
  const organisation = organisationOf(state, recovery.organisation);
  const delegate = organisation.delegates[recovery.delegate - 1];
  const refused = isContested(recovery) || organisation.standing.kind !== 'participant' || delegate?.recalled !== null;
  recovery.outcome = refused ? 'refused' : 'replaced';
  follows(state, on, 'recoveries', 'recovery');
  if (refused) return;
  follows(state, on, `organisations/${recovery.organisation}`, 'key', recovery.organisation);
  endKeysOf(state, recovery.organisation, recovery.delegate, on);
  addKey(state, recovery.organisation, recovery.delegate, recovery.key, recovery.use, on, null);
};
