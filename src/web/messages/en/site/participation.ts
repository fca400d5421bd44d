import { plural } from '../plural.ts';

/** Applying, disagreeing with an admission, leaving. */

export const profile = {
  own: { label: 'Name of the organisation', hint: 'In its own language and script.' },
  ownCountry: {
    label: 'Country, as it is printed',
    hint: 'In the same language and script. It stands under whatever the organisation signs. How it writes that is its own affair.',
  },
  other: { label: 'The name as others may read it', hint: 'A translation, or the name in Latin letters.' },
  otherCountry: { label: 'The country as others may read it', hint: 'Beside that name, in the same language.' },
  country: 'Country, for grouping and for the rules',
  countryHint:
    'Left empty, it is the country that is printed. In your language or in its own: Croatia, Hrvatska. It is printed nowhere.',
  id: 'Short name',
  idHint:
    'Lower-case Latin letters, digits and hyphens, for addresses and signatures: diktyo-potamon. It cannot be changed.',
  idProposed: 'Left empty, it is made from the name.',
  about: 'What it is and does',
  website: 'Web site',
};

/** What an applicant has to do next. */
const asked = (presenters: number, days: number): string =>
  `${presenters === 1 ? 'Ask a participant whom you know to present you' : `Ask ${presenters} participants whom you know to present you`}, within ${days} ${plural(days, 'day', 'days')}.`;

export const application = {
  lede: (presenters: number, days: number): string =>
    `By this application your organisation accepts the principles and the rules. ${asked(presenters, days)} From then on the application lies open for another ${days} ${plural(days, 'day', 'days')}, and then your organisation takes part unless a participant has disagreed.`,
  who: 'Who you are',
  delegate: 'Your own name',
  delegateHint:
    'As the first delegate of your organisation. The participants see it, nobody else. It stands beside the record and can be erased.',
  whyYou: 'Your letter',
  letter: 'Letter to the participants',
  letterHint: 'Who you are, whom you stand for, why you wish to take part. The participants read it, nobody else.',
  whatYouAccept: 'What you accept',
  principles: 'Read the principles',
  rules: 'Read the rules',
  acceptance: 'Acceptance',
  accept: 'Our organisation has read the principles and the rules, and accepts them.',
  applies: 'Applies to take part:',
  accepts: (version: number): string => `It accepts the principles and the rules, version ${version} of the charter.`,
  reapplyLede: (presenters: number, days: number): string =>
    `Your organisation is on the record already. ${asked(presenters, days)} From then on the new application lies open for another ${days} ${plural(days, 'day', 'days')}.`,
  reapplies: 'Applies again to take part.',
  withdrawLede: 'Your application ends. You may apply again at any time.',
  withdraws: 'Withdraws its application.',
};

export const admission = {
  presentMeaning:
    'By presenting it you say that you know this organisation, that this application is its own, and that you propose it to the others. From then on they have time to disagree. Your name stands beside it, for everyone to see once it has signed in public.',
  presentCheck: 'Have you asked them?',
  presentChecked: 'We know them, and have asked them whether this application is theirs.',
  presents: 'Presents to the others:',
  application: 'The application, by the hash of its act:',
  unpresentMeaning:
    'If too few are left who present it, its period stops. When enough present it again, it runs anew from the beginning.',
  unpresents: 'Presents no longer:',
  with: 'The application of',
  until: 'It lies open until',
  lapses: 'If nobody presents it, it lapses on',
  meaning:
    'An applicant is admitted only when no participant disagrees. A disagreement can be withdrawn until the deadline, and then counts as none. The applicant and all participants will read it.',
  reasons: 'Your reasons',
  reasonsHint: 'Say what would have to change.',
  disagrees: 'Disagrees with the admission of',
  withdrawMeaning: 'Withdrawn before the deadline, your disagreement counts as none.',
  withdraws: 'Withdraws its disagreement with the admission of',
};

/** What an organisation says of itself. */
export const describing = {
  lede: 'What your organisation says of itself stands on its page for everyone, in each language in which you say it. Readers see the one they read, or else the first.',
  language: (n: number): string => (n === 1 ? 'Language' : `Language ${n}`),
  languageHint: 'By its name, such as “English”, or its tag, such as “en”.',
  about: (n: number): string => (n === 1 ? 'What you are and do' : `What you are and do, in language ${n}`),
  picture: 'Your picture',
  pictureHint: (side: number, kilobytes: number): string =>
    `A sign by which you are known: PNG, JPEG or WebP, at most ${side} pixels a side and ${kilobytes} kB. It is shown round and small. What a camera has written into it, such as the place, is left out.`,
  without: 'Take our picture away',
  states: 'Says of itself from now on:',
  pictureIs: {
    same: 'Its picture stays as it is.',
    none: 'It has no picture.',
    new: 'It has a new picture, kept beside the record.',
  },
};

/** How an organisation and its country are printed. */
export const naming = {
  lede: 'How your organisation and its country are printed is its own affair (4.1). From now on everything that it signs is printed so. What it has signed before stays as it was printed then.',
  printedAs: 'Printed under it as',
  otherwise: 'Say otherwise how it is printed',
  states: 'From now on it is printed as:',
  before: 'What was signed before stays as it was.',
  title: 'How it is printed',
};

export const leaving = {
  lede: 'Your organisation leaves the conference. What it signed stays on the record as signed then; what it disagrees with, it no longer holds up. It may apply again.',
  reason: 'A reason, if you wish to give one',
  leaves: 'Leaves the conference.',
};
