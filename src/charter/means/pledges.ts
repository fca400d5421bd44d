import { z } from 'zod';
import type { Mutable } from '../../base/brand.ts';
import { currencySchema } from '../../base/currency.ts';
import type { OrganisationId } from '../../base/ids.ts';
import { positiveSchema } from '../../base/money.ts';
import { type Result, err, ok } from '../../base/result.ts';
import { daySchema, numberSchema } from '../../base/schema.ts';
import { dayOf } from '../../base/time.ts';
import { defineAct } from '../act.ts';
import { follows } from '../law/consequences.ts';
import type { Mark } from '../law/mark.ts';
import { type Refusal, beyond } from '../law/refusal.ts';
import type { State } from '../state.ts';
import { BOOKS, noAccount, openAccount } from './accounts.ts';
import type { Pledge } from './state.ts';

/**
 * Article 12.1: what a participant means to pay, by its own word. It alone judges what it can afford: it says so anew or takes it back at any time, without a reason, and nothing reckons
 * what came in against it. No other rule reads a pledge.
 */

export const RHYTHMS = ['once', 'month', 'year'] as const;

const openPledge = ({ means }: State, number: number, by: OrganisationId): Result<Pledge, Refusal> => {
  const pledge = means.pledges[number - 1];
  if (pledge === undefined || pledge.withdrawn !== null)
    return err({ article: '12.1', kind: 'unknown', thing: 'pledge', ref: `${number}` });
  return pledge.by === by ? ok(pledge) : err({ article: '12.1', kind: 'not-yours', owner: pledge.by });
};

export const makePledge = defineAct({
  kind: 'pledge.make',
  ...BOOKS,
  strength: 'binding',
  limits: ['own-pledges'],
  body: z
    .strictObject({
      /** The one that this says anew; `null`: another. */
      pledge: numberSchema.nullable(),
      currency: currencySchema,
      /** In minor units, each time. */
      amount: positiveSchema,
      every: z.enum(RHYTHMS),
      /** What it is for; `null`: whatever the conference needs. */
      fund: numberSchema.nullable(),
      /** Until when it is to be paid, or the last day on which it holds; `null`: it says no day. */
      until: daySchema.nullable(),
    })
    .readonly(),
  judge: (state, { by, body: { pledge, fund, until } }, at) => {
    if (fund !== null) {
      const account = openAccount(state, fund);
      if (account === null) return noAccount(fund);
      if (account.kind !== 'fund') return { article: '12.1', kind: 'bad-field', field: 'fund', why: 'not-a-fund' };
    }
    if (until !== null && until < dayOf(at)) return { article: '12.1', kind: 'bad-field', field: 'until', why: 'past' };
    if (pledge === null) {
      const own = state.means.pledgesOf.get(by.organisation) ?? [];
      return beyond('12.1', 'own-pledges', own.length + 1);
    }
    const found = openPledge(state, pledge, by.organisation);
    return found.ok ? null : found.error;
  },
  apply: ({ means }, { by, body: { pledge: anew, ...said } }, on) => {
    const known = anew === null ? undefined : means.pledges[anew - 1];
    if (known !== undefined) {
      Object.assign(known, said, { said: on });
      return;
    }
    const number = means.pledges.length + 1;
    means.pledges.push({ number, by: by.organisation, ...said, on, said: on, withdrawn: null });
    means.pledgesOf.set(by.organisation, [...(means.pledgesOf.get(by.organisation) ?? []), number]);
  },
  example: { pledge: null, currency: 'EUR', amount: 20_000, every: 'year', fund: 3, until: null },
});

const end = ({ means }: Mutable<State>, pledge: Mutable<Pledge>, on: Mark): void => {
  pledge.withdrawn = on;
  const left = (means.pledgesOf.get(pledge.by) ?? []).filter((one) => one !== pledge.number);
  if (left.length > 0) means.pledgesOf.set(pledge.by, left);
  else means.pledgesOf.delete(pledge.by);
};

export const withdrawPledge = defineAct({
  kind: 'pledge.withdraw',
  ...BOOKS,
  strength: 'binding',
  body: z.strictObject({ pledge: numberSchema }).readonly(),
  judge: (state, { by, body }) => {
    const found = openPledge(state, body.pledge, by.organisation);
    return found.ok ? null : found.error;
  },
  apply: (state, { body }, on) => {
    const pledge = state.means.pledges[body.pledge - 1];
    if (pledge !== undefined) end(state, pledge, on);
  },
  example: { pledge: 1 },
});

/** Whoever leaves means to pay nothing any more. */
export const leavePledges = (state: Mutable<State>, id: OrganisationId, on: Mark): void => {
  const own = state.means.pledgesOf.get(id) ?? [];
  for (const number of own) {
    const pledge = state.means.pledges[number - 1];
    if (pledge !== undefined) end(state, pledge, on);
  }
  if (own.length > 0) follows(state, on, 'means', 'books');
};
