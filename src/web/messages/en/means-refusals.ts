/** Why something is not recorded in the conference’s books (12), and what is wrong with a field of theirs. */

export const meansRefusals = {
  'treasurer-only': (who: string): string =>
    who === ''
      ? 'Nobody has the mandate to keep the books. An assembly gives it, to an organisation or to the coordinating group.'
      : `Only whoever keeps the books records in them. Now that is: ${who}.`,
  'period-closed': (day: string): string =>
    `What was before ${day} is closed and stays as it is. Record it on that day or later; what was wrong is put right by a counter-entry.`,
  unbalanced: (sum: string): string =>
    `The lines do not come to nothing: ${sum} too much on one side. What comes in somewhere goes out somewhere else, in every currency.`,
  'not-empty': (account: string): string => `“${account}” still holds something. Empty it first.`,
};

export const meansFields = {
  'not-a-currency': 'There is no currency of these letters. Write its code in ISO 4217, such as EUR.',
  'not-an-amount':
    'This is no amount in this currency. Write digits, and a point or a comma before the parts, with as many of them as the currency has.',
  'asset-only': 'Only where money lies has a currency of its own. Leave it empty.',
  'fund-only': 'Only a fund is for a purpose. Leave it empty.',
  'not-whole': 'This amount is not whole, or too large for the books.',
  zero: 'A line of nothing says nothing.',
  'not-a-rate': 'Write the rate as digits with a point: 117.1825',
  'not-the-rate': 'The two amounts do not come to each other at this rate.',
  'same-currency': 'The two are one currency: nothing is changed.',
  'other-currency': 'This account holds another currency.',
  'no-fund-here': 'Only an income or an expense is of a fund.',
  'not-posted': 'The transaction changes no such account where money lies.',
  'nothing-spent': 'Nothing is spent here in the currency of the expense.',
  'more-than-asked': 'This is more than is left to pay of the expense.',
  'not-a-fund': 'This is no fund that is open.',
  'no-income': 'Nothing comes in as income here, so it is nobody’s.',
  future: 'This day is still to come.',
  'not-a-month': 'There is no such month. Write it as in 2026-12.',
  'not-over': 'This month is not over yet.',
  'too-many-months': 'This period is longer than the rules let one be.',
};
