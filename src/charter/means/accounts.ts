import { z } from 'zod';
import { currencySchema } from '../../base/currency.ts';
import { line, numberSchema, prose } from '../../base/schema.ts';
import { defineAct } from '../act.ts';
import { MOST } from '../law/limits.ts';
import type { Refusal } from '../law/refusal.ts';
import type { Resource } from '../law/resource.ts';
import type { State } from '../state.ts';
import { isLasting } from './books.ts';
import type { Account } from './state.ts';
import { treasurerRefusal } from './treasurer.ts';

/** Chapter 12: the accounts of the conference's books. Whoever keeps the books opens and closes them; everyone sees each. */

export const BOOKS = {
  article: '12.1',
  strength: 'ordinary',
  from: ['participant'],
  matter: 'books',
  subjects: (): readonly Resource[] => ['means'],
} as const;

export const noAccount = (number: number): Refusal => ({
  article: '12.1',
  kind: 'unknown',
  thing: 'account',
  ref: `${number}`,
});

/** An account on which something may still be recorded. */
export const openAccount = ({ means }: State, number: number): Account | null => {
  const account = means.accounts[number - 1];
  return account === undefined || account.closed !== null ? null : account;
};

export const openAnAccount = defineAct({
  kind: 'account.open',
  ...BOOKS,
  quiet: true,
  limits: ['accounts'],
  body: z
    .strictObject({
      kind: z.enum(['asset', 'income', 'expense', 'fund']),
      name: line(80),
      /** What a fund is for; `null`: nothing in particular, or it is no fund. */
      purpose: prose(1000).nullable(),
      /** The one currency that an asset holds; `null` of all others. */
      currency: currencySchema.nullable(),
    })
    .readonly(),
  judge: (state, { by, body: { kind, name, purpose, currency } }, at) => {
    const refusal = treasurerRefusal(state, by.organisation, at);
    if (refusal !== null) return refusal;
    if ((kind === 'asset') !== (currency !== null))
      return {
        article: '12.1',
        kind: 'bad-field',
        field: 'currency',
        why: kind === 'asset' ? 'missing' : 'asset-only',
      };
    if (purpose !== null && kind !== 'fund')
      return { article: '12.1', kind: 'bad-field', field: 'purpose', why: 'fund-only' };
    const { accounts } = state.means;
    if (accounts.some((other) => other.kind === kind && other.name === name))
      return { article: '12.1', kind: 'taken', field: 'name', value: name };
    return accounts.length < MOST.accounts
      ? null
      : { article: '12.1', kind: 'limit', what: 'accounts', most: MOST.accounts };
  },
  apply: (state, { body }, on) => {
    const number = state.means.accounts.length + 1;
    state.means.accounts.push({
      number,
      ...body,
      on,
      closed: null,
      balances: new Map(),
      transactions: [],
      booked: new Map(),
    });
  },
  example: { kind: 'asset', name: 'Bank of the Two Rivers', purpose: null, currency: 'EUR' },
});

export const closeAccount = defineAct({
  kind: 'account.close',
  ...BOOKS,
  quiet: true,
  body: z.strictObject({ account: numberSchema }).readonly(),
  judge: (state, { by, body }, at) => {
    const refusal = treasurerRefusal(state, by.organisation, at);
    if (refusal !== null) return refusal;
    const account = openAccount(state, body.account);
    if (account === null) return noAccount(body.account);
    return isLasting(account) && [...account.balances.values()].some((sum) => sum !== 0n)
      ? { article: '12.1', kind: 'not-empty', account: body.account }
      : null;
  },
  apply: (state, { body }, on) => {
    const account = state.means.accounts[body.account - 1];
    if (account !== undefined) account.closed = on;
  },
  example: { account: 4 },
});
