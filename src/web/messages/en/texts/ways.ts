/** Other ways to read a text: with what is agreed worked in, one revision against another, and who wrote what. */

export const ways = {
  label: 'Other ways to read this text',
  text: 'The text with its margin',
  consolidated: 'Consolidated, with brackets',
  compare: 'Compare revisions',
  words: 'Who wrote what',
};

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
