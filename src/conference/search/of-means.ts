import type { Account, Expense, Period, Transaction } from '../../charter/means/state.ts';
import type { Document } from './document.ts';
import { joined } from './of-texts.ts';

/** What can be found of the conference's books. */

export const documentsOfAccount = ({ number, name, purpose, on }: Account): readonly Document[] => [
  {
    key: `accounts/${number}`,
    kind: 'books',
    thing: { of: 'account', account: number },
    entry: on.index,
    title: name,
    words: purpose ?? '',
  },
];

export const documentsOfTransaction = (one: Transaction): readonly Document[] => {
  const { number, by, words, giver, conversions, receipts, booked, on } = one;
  return [
    {
      key: `transactions/${number}`,
      kind: 'books',
      thing: { of: 'transaction', transaction: number, by },
      entry: on.index,
      title: words,
      words: joined(
        giver?.kind === 'outside' ? (giver.name ?? '') : '',
        ...conversions.map(({ source }) => source),
        ...receipts.map(({ name }) => name),
        ...booked.map(({ reference }) => reference),
      ),
    },
  ];
};

/** What participants found in a period; of one that says nothing but that the books are in order, nothing. */
export const documentsOfPeriod = ({ number: period, from, through, findings }: Period): readonly Document[] =>
  findings.flatMap(({ number, by, words, on }) =>
    words === null
      ? []
      : [
          {
            key: `periods/${period}/${number}`,
            kind: 'books',
            thing: { of: 'finding', period, by },
            entry: on.index,
            title: `${from} ${through}`,
            words,
          } as const,
        ],
  );

export const documentsOfExpense = ({ number, by, words, payee, receipts, on }: Expense): readonly Document[] => [
  {
    key: `expenses/${number}`,
    kind: 'books',
    thing: { of: 'expense', expense: number, by },
    entry: on.index,
    title: words,
    words: joined(payee.kind === 'outside' ? (payee.name ?? '') : '', ...receipts.map(({ name }) => name)),
  },
];
