import { numbered } from './paging.ts';
import { ONE, get, listing, reading } from './reading.ts';
import type { Route } from './route.ts';
import {
  accountSchema,
  accountView,
  expenseSchema,
  expenseView,
  meansSchema,
  meansView,
  periodSchema,
  periodView,
  pledgeSchema,
  pledgeView,
  transactionSchema,
  transactionView,
} from './shapes/means.ts';

/** Reading the conference's books. */
export const meansReadRoutes: readonly Route[] = [
  get(
    `${ONE}/means`,
    'getMeans',
    'Who keeps the conference’s books, and from which month on they are open.',
    meansSchema,
    reading((reader) => (reader.may('books') ? meansView(reader) : null), 'books'),
  ),
  listing(
    `${ONE}/accounts`,
    'listAccounts',
    'The accounts of the books, with what each holds.',
    accountSchema,
    (reader) => numbered(reader.accounts(), accountView),
  ),
  listing(
    `${ONE}/transactions`,
    'listTransactions',
    'Everything that was ever recorded in the books.',
    transactionSchema,
    (reader) => numbered(reader.transactions(), transactionView),
  ),
  listing(
    `${ONE}/periods`,
    'listPeriods',
    'The periods that were closed, with what assets and funds held at the end of each.',
    periodSchema,
    (reader) => numbered(reader.periods(), periodView),
  ),
  listing(
    `${ONE}/expenses`,
    'listExpenses',
    'What participants propose to be paid, and what became of it.',
    expenseSchema,
    (reader) => numbered(reader.expenses(), expenseView),
  ),
  listing(
    `${ONE}/pledges`,
    'listPledges',
    'What participants mean to pay, by their own word; those that were taken back, too.',
    pledgeSchema,
    (reader) => numbered(reader.pledges(), pledgeView),
  ),
];
