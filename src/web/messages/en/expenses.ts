/** What participants spent for the conference, or would have it spend (12). */
export const expenses = {
  title: 'Expenses',
  lede: 'What participants spent for the conference, or would have it spend, with receipts, for everyone to see before it is paid. Whoever keeps the books pays it, and never more than was asked. (12)',
  none: 'Nothing was proposed yet. Whoever spends something for the conference brings it here, with the receipt.',
  propose: 'Propose an expense',
  to: 'to',
  waits: 'Waits to be paid',
  partly: (paid: string): string => `${paid} of it is paid`,
  paid: 'Paid',
  withdrawn: 'Taken back',
  pay: 'Record the payment',
  pays: (n: number): string => `Pays expense no. ${n}`,
  form: {
    lede: 'Everyone reads what you propose. It is paid when whoever keeps the books records that, and can be taken back until then.',
    amount: 'Amount',
    anyFund: 'whoever keeps the books says',
    payee: 'To whom it is paid',
    says: 'Proposes an expense:',
    back: 'Takes the expense back:',
    backLede: 'It stays on the record as taken back. What was paid of it stays in the books.',
  },
};
