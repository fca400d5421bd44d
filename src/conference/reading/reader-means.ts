import type { OrganisationId } from '../../base/ids.ts';
import type { Day, Instant } from '../../base/time.ts';
import type { Mandate } from '../../charter/group/mandate-state.ts';
import type { Matter } from '../../charter/law/matter.ts';
import { heldOn } from '../../charter/means/books.ts';
import { openFrom } from '../../charter/means/months.ts';
import { type Independence, independenceOf } from '../../charter/means/independence.ts';
import { type BooksStatement, statementOf } from '../../charter/means/statement.ts';
import {
  type Account,
  type Expense,
  type Means,
  type Month,
  type Period,
  type Pledge,
  type Transaction,
  noMeans,
} from '../../charter/means/state.ts';
import { booksMandate, treasurersAt } from '../../charter/means/treasurer.ts';
import type { State } from '../../charter/state.ts';

/** The conference's books, as one viewer may see them: all of them, or nothing. */
export interface MeansReader {
  /** In the order in which they were opened. */
  readonly accounts: () => readonly Account[];
  readonly account: (number: number) => Account | null;
  readonly transactions: () => readonly Transaction[];
  readonly transaction: (number: number) => Transaction | null;
  /** The periods that were closed. */
  readonly periods: () => readonly Period[];
  /** What participants mean to pay, those that were taken back too. */
  readonly pledges: () => readonly Pledge[];
  /** Those of one that stand. */
  readonly pledgesOf: (id: OrganisationId) => readonly Pledge[];
  /** What participants propose to be paid, and what became of it. */
  readonly expenses: () => readonly Expense[];
  /** Who kept the books of which month. */
  readonly bookkeeping: () => Pick<Means, 'keepers'>;
  /** The first month that is not closed; `null` to those who may not see the books, and before the conference is founded. */
  readonly booksOpenFrom: () => Month | null;
  /** What assets and funds held before and after these months, what came in and went out; of one fund alone, or of all. `null` to those who may not see the books. */
  readonly booksStatement: (from: Month, through: Month, fund: number | null) => BooksStatement | null;
  /** What an account where money lies holds at the end of a day, in the minor units of its currency. */
  readonly heldOn: (account: number, day: Day) => bigint;
  /** What the conference lived on in these months (12.2). */
  readonly independence: (from: Month, through: Month) => readonly Independence[];
  /** The number of the last mandate to keep the books, in force or not. */
  readonly lastBooksMandate: () => number | null;
  /** By which mandate the books are kept at that time; `null`: by nobody. */
  readonly booksMandate: (at: Instant) => Mandate | null;
  /** Whether this organisation keeps the books. */
  readonly keepsBooks: (id: OrganisationId, at: Instant) => boolean;
}

const NO_MEANS = noMeans();

export const createMeansReader = (state: State, may: (matter: Matter) => boolean): MeansReader => {
  const { means } = state;
  const all = <T>(list: readonly T[]): readonly T[] => (may('books') ? list : []);
  const one = <T>(item: T | undefined): T | null => (may('books') ? (item ?? null) : null);
  return {
    accounts: () => all(means.accounts),
    account: (number) => one(means.accounts[number - 1]),
    transactions: () => all(means.transactions),
    transaction: (number) => one(means.transactions[number - 1]),
    periods: () => all(means.periods),
    pledges: () => all(means.pledges),
    pledgesOf: (id) => all((means.pledgesOf.get(id) ?? []).flatMap((one) => means.pledges[one - 1] ?? [])),
    expenses: () => all(means.expenses),
    bookkeeping: () => (may('books') ? means : NO_MEANS),
    booksOpenFrom: () => (may('books') && state.founded !== null ? openFrom(state) : null),
    booksStatement: (from, through, fund) => (may('books') ? statementOf(state, from, through, fund) : null),
    heldOn: (account, day) => (may('books') ? heldOn(means, account, day) : 0n),
    independence: (from, through) => (may('books') ? independenceOf(state, from, through) : []),
    lastBooksMandate: () => (may('books') ? means.mandate : null),
    booksMandate: (at) => (may('books') ? booksMandate(state, at) : null),
    keepsBooks: (id, at) => may('books') && treasurersAt(state, at).includes(id),
  };
};
