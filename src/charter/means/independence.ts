import type { Currency } from '../../base/currency.ts';
import type { OrganisationId } from '../../base/ids.ts';
import type { State } from '../state.ts';
import { totalsIn } from './books.ts';
import { monthsBetween, monthsThrough } from './months.ts';
import type { Month, Received } from './state.ts';

/**
 * What the conference lives on (12.2), currency by currency: from whom its income came, and how long what it has would last. Nothing is ordered by amount, and no rule asks for any of it (3.1).
 */

/** Whose a part of the income was. */
export type Source = Pick<Received, 'giver' | 'organisation'>;

export interface Part extends Source {
  readonly amount: bigint;
  /** Of all income in that currency, in thousandths, rounded down; 0 where there is none. */
  readonly share: number;
}

export interface Independence {
  readonly currency: Currency;
  /** All that came in. */
  readonly income: bigint;
  readonly expenses: bigint;
  /** In the order in which organisations entered the record; what came from outside and what is nobody's after them. */
  readonly parts: readonly Part[];
  /** By kinds of income, in the order of their accounts. */
  readonly kinds: readonly { readonly account: number; readonly amount: bigint; readonly share: number }[];
  /** The largest share of one organisation, and of what came from outside, in thousandths. */
  readonly largest: number;
  readonly outside: number;
  /** How many months what lies there now would last at what these months cost, in tenths; `null`: they cost nothing. */
  readonly lasts: number | null;
}

const shareOf = (amount: bigint, all: bigint): number =>
  all <= 0n || amount <= 0n ? 0 : Number((amount * 1000n) / all);

const keyOf = ({ giver, organisation }: Source): string => `${giver} ${organisation ?? ''}`;

/** Everybody that anything can be from, in the usual order. */
const sourcesIn = (state: State): readonly Source[] => [
  ...[...state.organisations.keys()].map(
    (organisation: OrganisationId) => ({ giver: 'organisation', organisation }) as const,
  ),
  { giver: 'outside', organisation: null },
  { giver: 'nobody', organisation: null },
];

export const independenceOf = (state: State, from: Month, through: Month): readonly Independence[] => {
  const { means } = state;
  const received = monthsBetween(from, through).flatMap((month) => [...(means.received.get(month)?.values() ?? [])]);
  const spent = totalsIn(means, from, through).filter(({ account }) => means.accounts[account - 1]?.kind === 'expense');
  const sources = sourcesIn(state);
  return [...means.currencies]
    .toSorted((a, b) => (a < b ? -1 : 1))
    .flatMap((currency): readonly Independence[] => {
      const [came, went] = [received, spent].map((list) => list.filter((one) => one.currency === currency)) as [
        typeof received,
        typeof spent,
      ];
      if (came.length === 0 && went.length === 0) return [];
      const bySource = new Map<string, bigint>();
      const byKind = new Map<number, bigint>();
      for (const one of came) {
        bySource.set(keyOf(one), (bySource.get(keyOf(one)) ?? 0n) + one.amount);
        byKind.set(one.account, (byKind.get(one.account) ?? 0n) + one.amount);
      }
      const income = came.reduce((sum, { amount }) => sum + amount, 0n);
      const expenses = went.reduce((sum, { amount }) => sum + amount, 0n);
      const parts = sources.flatMap((source): readonly Part[] => {
        const amount = bySource.get(keyOf(source)) ?? 0n;
        return amount === 0n ? [] : [{ ...source, amount, share: shareOf(amount, income) }];
      });
      const has = means.accounts.reduce(
        (sum, { kind, balances }) => (kind === 'asset' ? sum + (balances.get(currency) ?? 0n) : sum),
        0n,
      );
      const months = BigInt(monthsThrough(from, through));
      return [
        {
          currency,
          income,
          expenses,
          parts,
          kinds: [...byKind]
            .toSorted(([a], [b]) => a - b)
            .map(([account, amount]) => ({ account, amount, share: shareOf(amount, income) })),
          largest: Math.max(0, ...parts.filter(({ giver }) => giver === 'organisation').map(({ share }) => share)),
          outside: parts.find(({ giver }) => giver === 'outside')?.share ?? 0,
          lasts: expenses <= 0n || has <= 0n ? null : Number((has * months * 10n) / expenses),
        },
      ];
    });
};
