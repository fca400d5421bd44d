import type { RefusalKind } from '../../../charter/law/refusal.ts';
/** Amendments that a revision stands against, and what became of others. */

export const renewals = {
  renew: {
    what: (n: number, title: string): string =>
      `Renew ${n === 1 ? 'an amendment of yours' : `${n} amendments of yours`} to “${title}”, or withdraw ${n === 1 ? 'it' : 'them'}`,
    why: (numbers: string): string =>
      `The text has since been changed otherwise in the same place: amendment ${numbers}. Nobody agrees to it by silence. (13.2)`,
    act: 'See what it comes to',
  },
  lapsed: {
    what: (n: number, title: string): string =>
      `Say anew where you stand on ${n === 1 ? 'an amendment' : `${n} amendments`} to “${title}”`,
    why: (numbers: string): string =>
      `What you had said lapsed when the text changed; it has been renewed: amendment ${numbers}. (13.2)`,
    act: 'Read',
  },
  lapsedWith: (numbers: string): string =>
    `What you had said of amendment ${numbers} lapsed with it: the text has changed otherwise what it is about. (13.2)`,
};

/** What an amendment is, after its number. */
export const amendmentFates = {
  open: 'is open',
  agreed: 'is agreed: it is everyone’s by now, and the next revision takes it in',
  replaced: 'was replaced by one that was agreed in its place',
  withdrawn: 'is withdrawn',
  'taken-in': 'is in the text: a revision has taken it in',
  'to-renew': 'waits for its mover to renew it, for the text has changed otherwise',
  fallen: 'has fallen',
};

export const amendmentRefusals = {
  'amendment-is': (amendment, what) => `Amendment ${amendment} ${what}.`,
  'against-agreed': (amendment) =>
    `Amendment ${amendment} is agreed, and this revision changes otherwise what it is about. Take it in, or leave those clauses as they are.`,
  'not-taken-in': (amendment) =>
    `This revision would take in amendment ${amendment}, and does not say what it says: other words stand in its place, or right beside it. Publish it as it is, and change it after that.`,
  outdated: (amendment) =>
    `What amendment ${amendment} would change was changed otherwise since, or is there no more. Propose it anew over the present words.`,
} satisfies Partial<Record<RefusalKind, (a: string, b: string) => string>>;
