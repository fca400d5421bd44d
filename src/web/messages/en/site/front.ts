import { plural } from '../plural.ts';

/** What a stranger sees first of a conference. */

export const front = {
  lede: (organisations: number, countries: number): string =>
    `${organisations} ${plural(organisations, 'organisation', 'organisations')} from ${countries} ${plural(countries, 'country', 'countries')}. They decide by consensus, and each signs what it agrees with.`,
  faces: 'Who takes part',
  more: (n: number): string => `and ${n} more`,
  founded: (day: string): string => `Founded on ${day}`,
  from: 'Organisations from',
  seat: (place: string): string => `Seat in ${place}`,
  next: (meeting: string, day: string): string => `${meeting} on ${day}`,
  decisions: 'Decisions',
  decisionsNone: 'What the conference decides will stand here, each text with the names of those who signed it.',
  decisionsAll: (n: number): string => `All ${n} decisions`,
  statements: 'Statements',
  statementsLede: 'They speak for those who signed them, not for the conference.',
  statementsAll: 'All statements',
  check: 'Check it yourself',
  checkBody: 'Every signature here can be checked by anyone, on their own computer, without asking this site.',
  checkDo: 'Check a document',
  record: 'The record of all acts',
  join: 'Take part',
  joinBody: 'An organisation that shares the principles may apply.',
  joinRegion: (countries: string): string => `An organisation from ${countries} that shares the principles may apply.`,
};
