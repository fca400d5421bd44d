import { plural } from '../plural.ts';

/** Who takes part, who wants to, and whose lost key is to be replaced. */

export const participants = {
  title: 'Participants',
  lede: (n: number, countries: number): string =>
    `${n} organisations from ${countries} ${plural(countries, 'country', 'countries')}, all equal: one organisation, one voice.`,
  applicants: 'Want to join',
  waiting: (n: number): string =>
    n === 1 ? 'One application that nobody has presented' : `${n} applications that nobody, or too few, have presented`,
  waitingHint:
    'Anybody can send one. Whoever knows an applicant presents it to the others; an application that nobody presents lapses by itself.',
  presentedBy: (names: string, needed: number): string =>
    `Presented by ${names}${needed > 1 ? ` (of ${needed} needed)` : ''}.`,
  notPresented: 'Nobody has presented it yet.',
  present: 'Present it',
  withdrawPresentation: 'Stop presenting it',
  askToBePresented: (needed: number): string =>
    needed === 1
      ? 'Ask a participant whom you know to present your organisation. Without that nothing happens, and the application lapses; you may apply again.'
      : `Ask participants whom you know to present your organisation: it takes ${needed}. Without them nothing happens, and the application lapses; you may apply again.`,
  lapsedOn: (day: string): string => `Nobody presented its application in time (${day})`,
  applicantNone: 'Nobody is applying now.',
  former: 'Former participants',
  notAdmitted: 'Not admitted, not presented, or withdrawn',
  outside: 'Outside signatories',
  recoveries: 'Lost keys',
  recoveryOf: (name: string, delegate: number): string => `${name}, delegate ${delegate}`,
  asked: (n: number): string =>
    n === 1 ? 'One request that nobody has vouched for' : `${n} requests that nobody, or too few, have vouched for`,
  askedHint:
    'Anybody can ask in an organisation’s name. Telephone those whom you know there, at a number that you had before; let them read out the fingerprint of the new key, and compare every character. Only then vouch.',
  vouchedBy: (names: string, needed: number): string =>
    `Vouched for by ${names}${needed > 1 ? ` (of ${needed} needed)` : ''}.`,
  askWhetherTheirs: 'Ask them by another way whether the key is theirs. (4.1)',
  contested:
    'Participants vouch for another new key of this organisation, too. While both stand, neither is taken: ask its people again, and disagree with the wrong one.',
  vouch: 'Vouch for it',
  withdrawVoucher: 'Stop vouching for it',
  newKey: 'The new key’s fingerprint:',
  wordsGone: 'What they wrote has been erased.',
  since: (day: string): string => `Participant since ${day}`,
  left: (day: string): string => `Left on ${day}`,
  notAdmittedOn: (day: string): string => `Not admitted, ${day}`,
  withdrawnOn: (day: string): string => `Withdrew its application on ${day}`,
  founder: 'Founder',
  website: 'Website',
  letter: 'Letter of application',
  signedWith: 'Its application was signed with the key',
  letterGone: 'The letter has been erased.',
  delegates: 'Delegates',
  keys: 'Keys',
  noName: 'no name given',
  recalled: 'recalled',
  invited: 'invited, has no key yet',
  disagreements: 'Disagreements',
  disagreementsNone: 'Nobody has disagreed.',
  withdrawn: 'withdrawn',
  disagree: 'Disagree, with reasons',
  withdrawDisagreement: 'Withdraw your disagreement',
  signed: 'Has signed',
  until: (day: string): string => `until ${day}`,
};
