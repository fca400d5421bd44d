import { z } from 'zod';
import { type OrganisationId, attachmentHashSchema, fingerprintSchema, organisationIdSchema } from '../../base/ids.ts';
import { fingerprint } from '../../base/keys.ts';
import { prose } from '../../base/schema.ts';
import { defineAct, newKeySchema, ownKey } from '../act.ts';
import { scheduleDeadline } from '../law/deadlines.ts';
import { deviceKeys, noDelegate } from './delegates.ts';
import { disagreeRefusal, disagreeWith, noDisagreementRefusal, withdrawDisagreement } from '../law/disagreement.ts';
import { EXAMPLE } from '../law/example-words.ts';
import { deviceRefusal, participants } from './organisations.ts';
import { giveBack, placeRefusal, takePlace } from '../law/places.ts';
import { begin, follow, isOpen, openRequestsOf, queueOf, recoveryRules, unvouch } from './recoveries.ts';
import type { Refusal } from '../law/refusal.ts';
import type { Recovery } from './organisation-state.ts';
import type { State } from '../state.ts';
import { awaiting, endOf, giveVoucher, neededOf, noVoucherRefusal, vouchRefusal } from './vouchers.ts';
import { letterIn } from '../law/kept.ts';

/** Chapter 4, where an organisation has lost its last key: the others may let a new one take its place. */

const numbered = z.strictObject({ recovery: z.int().min(1) }).readonly();

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
  matter: 'recovery',
  subjects: () => ['recoveries'],
  ofKeys: true,
  signedAlone: true,
  limits: ['requested-keys'],
  body: z
    .strictObject({
      ...newKeySchema,
      /** The salted hash of what happened and how to reach those who ask, kept as an attachment. */
      explanation: attachmentHashSchema,
    })
    .readonly(),
  newKeys: (body) => [ownKey(body)],
  byNewKey: true,
  names: ({ explanation }) => [letterIn(explanation)],
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
    const { days, vouchers } = recoveryRules(state);
    const others = participants(state).filter(({ id }) => id !== by.organisation);
    const { key, use, explanation } = body;
    const stage = awaiting(days, on.at);
    begin(state, {
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
  example: { ...EXAMPLE.newKey, explanation: EXAMPLE.hash },
});

interface Wanted {
  readonly organisation: OrganisationId;
  readonly delegate: number;
  readonly key: Recovery['fingerprint'];
}

/** The open request that this very key become this delegate's; there is one at most. */
const openRecoveryOf = (state: State, { organisation, delegate, key }: Wanted): Recovery | undefined =>
  openRequestsOf(state, organisation).find(
    (recovery) => recovery.fingerprint === key && recovery.delegate === delegate,
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

/**
 * A participant vouches for a request by another: it has asked them, and this is their key. Named is whose key it is, and not the request alone, so that
 * the voucher says by itself what it is for. Who still has a key needs no voucher: with it, a new one is enrolled at once.
 */
export const vouchForRecovery = defineAct({
  kind: 'recovery.vouch',
  article: '4.1',
  strength: 'binding',
  from: ['participant'],
  matter: 'recovery',
  subjects: () => ['recoveries'],
  ofKeys: true,
  signedAlone: true,
  limits: ['vouchers'],
  body: z
    .strictObject({ organisation: organisationIdSchema, delegate: z.int().min(1), key: fingerprintSchema })
    .readonly(),
  judge: (state, { by, body }) => {
    if (by.organisation === body.organisation) return { article: '4.1', kind: 'vouches-for-itself' };
    const recovery = openRecoveryOf(state, body);
    return recovery === undefined ? noRecovery(body.key) : vouchRefusal(recovery, by.organisation, '4.1', 'vouched');
  },
  apply: (state, { by, body }, on, signer) => {
    const number = openRecoveryOf(state, body)?.number ?? 0;
    const recovery = state.recoveries[number - 1];
    if (recovery === undefined) return;
    giveVoucher(recovery, by.organisation, signer, on);
    giveBack(state, queueOf(recovery), number);
    follow(state, recovery, on);
  },
  example: { organisation: 'diktyo-potamon', delegate: 1, key: EXAMPLE.fingerprint },
});

/** Takes that back while the request is open. Where too few are left who vouch for it, its period stops. */
export const withdrawRecoveryVoucher = defineAct({
  kind: 'recovery.withdraw-voucher',
  article: '4.1',
  strength: 'binding',
  from: ['participant'],
  matter: 'recovery',
  subjects: () => ['recoveries'],
  body: numbered,
  judge: (state, { by, body }) => {
    const recovery = openRecovery(state, body.recovery);
    return recovery === undefined
      ? noRecovery(body.recovery)
      : noVoucherRefusal(recovery, by.organisation, '4.1', 'voucher', body.recovery);
  },
  apply: (state, { by, body }, on) => {
    unvouch(state, state.recoveries[body.recovery - 1], by.organisation, on);
  },
  example: { recovery: 1 },
});

export const disagreeWithRecovery = defineAct({
  kind: 'recovery.disagree',
  article: '4.1',
  strength: 'binding',
  from: ['participant'],
  matter: 'recovery',
  subjects: () => ['recoveries'],
  limits: ['disagreements'],
  body: z.strictObject({ recovery: z.int().min(1), reasons: prose(4000) }).readonly(),
  judge: (state, { by, body }) => {
    const recovery = openRecovery(state, body.recovery);
    if (recovery === undefined) return noRecovery(body.recovery);
    return disagreeRefusal(recovery, by.organisation, '4.1');
  },
  apply: (state, { by, body }, on) => {
    const recovery = state.recoveries[body.recovery - 1];
    if (recovery === undefined) return;
    disagreeWith(recovery, by.organisation, body.reasons, on);
    giveBack(state, queueOf(recovery), recovery.number);
  },
  example: { recovery: 1, reasons: 'We spoke on the telephone: the key is not lost.' },
});

export const withdrawRecoveryDisagreement = defineAct({
  kind: 'recovery.withdraw-disagreement',
  article: '4.1',
  strength: 'binding',
  from: ['participant'],
  matter: 'recovery',
  subjects: () => ['recoveries'],
  body: numbered,
  judge: (state, { by, body }) => {
    const recovery = openRecovery(state, body.recovery);
    return recovery === undefined
      ? noRecovery(body.recovery)
      : noDisagreementRefusal(recovery, by.organisation, '4.1', body.recovery);
  },
  apply: (state, { by, body }, on) => {
    withdrawDisagreement(state.recoveries[body.recovery - 1], by.organisation, on);
  },
  example: { recovery: 1 },
});
