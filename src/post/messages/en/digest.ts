import type { DigestChoice } from '../../../conference/post/contacts.ts';

/** What is new and what needs an organisation, by mail and on the screens of phones. */
export const digest = {
  /** Short, and fit for a locked screen: it says how much, never what. */
  counts: (fresh: number, needs: number): string =>
    [fresh === 0 ? null : `${fresh} new`, needs === 0 ? null : `${needs} ${needs === 1 ? 'needs' : 'need'} you`]
      .filter((part) => part !== null)
      .join(', ') || 'Nothing new',
  subject: (conference: string, counts: string): string => `${conference}: ${counts}`,
  needs: (organisation: string): string => `What needs ${organisation}`,
  news: 'What is new',
  until: (moment: string): string => `Until ${moment}`,
  more: (n: number): string => `And ${n} more on the record`,
  why: (choice: DigestChoice): string =>
    ({
      'at-once': 'You get this when something happens, because you chose so.',
      daily: 'You get this every morning when there is something to tell, because you chose so.',
      weekly: 'You get this on Mondays when there is something to tell, because you chose so.',
      never: '',
    })[choice],
  settings: 'Choose otherwise',
};
