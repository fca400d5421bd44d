import { plural } from '../plural.ts';

/** Other ways to read a text: with what is agreed worked in, one revision against another, and who wrote what. */

export const consolidated = {
  title: 'The consolidated text',
  lede: 'The present revision with everything agreed worked into it. What is still open stands in square brackets, with the number of its amendment.',
  none: 'No amendment is open: these are the agreed words.',
  workedIn: 'Worked in',
  how: {
    accepted: (day: string): string => `accepted by everyone on ${day}`,
    'no-objection': (day: string): string => `agreed on ${day}, for nobody objected in time`,
  },
  here: (numbers: string): string => `worked in here: ${numbers}`,
  rivals: (n: number): string => `${n} wordings that cannot all go in`,
  stands: 'As it stands',
  outside: 'Without a place in what is agreed',
};

export const compare = {
  title: 'Two revisions compared',
  only: 'This text has one revision so far. When there is another, the two are compared here word by word.',
};

export const written = {
  title: 'Who wrote what',
  lede: 'Every word of the present version, with the draft or amendment that brought it. The number behind the words leads to its line in the list.',
  sources: 'Where the words come from',
  draft: (name: string): string => `The draft by ${name}`,
  revision: (n: number, name: string): string => `Revision ${n}, written by ${name}`,
  amendment: (n: number): string => `Amendment ${n}`,
  by: (names: string): string => `by ${names}`,
  tabled: (day: string): string => `tabled on ${day}`,
  published: (day: string): string => `published on ${day}`,
  agreed: (day: string): string => `agreed on ${day}`,
  since: (n: number): string => `in the text since revision ${n}`,
  count: (n: number): string => `${n} ${plural(n, 'word', 'words')}`,
  final: (day: string): string => `The version was adopted on ${day}.`,
};
