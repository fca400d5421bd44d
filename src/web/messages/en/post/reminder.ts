import { plural } from '../plural.ts';

/** Who has not answered, and the letter that reminds exactly those. */
export const reminder = {
  heading: {
    unanswered: (n: number): string =>
      `${n} ${plural(n, 'organisation has not said where it stands', 'organisations have not said where they stand')}`,
    unacknowledged: (n: number): string =>
      `${n} ${plural(n, 'organisation has not confirmed that it has it', 'organisations have not confirmed that they have it')}`,
  },
  byCircular: 'Remind them by circular',
  byLetter: 'Remind them by letter',
  subject: (title: string): string => `Your answer is awaited: ${title}`,
  body: {
    unanswered: (title: string, address: string): string =>
      `Your organisation has not said yet where it stands on “${title}”. Please read it and answer, clause by clause or on the whole:\n\n${address}`,
    unacknowledged: (title: string, address: string): string =>
      `We do not know yet whether “${title}” has come to your organisation. Please read it, and confirm that you have it:\n\n${address}`,
  },
};
