import { plural } from '../plural.ts';

/** Texts that an organisation is still writing. */

export const drafts = {
  title: 'Your drafts',
  lede: 'What your organisation is still writing. Its delegates alone can read it; none of it is on the record.',
  empty: 'Whatever you begin to write is kept here until it is tabled, published or proposed.',
  damaged:
    'Some of what was written here by organisations is damaged on this node’s disk and is not shown; if one of your drafts is missing, whoever runs the node can put it back from a backup.',
  open: 'Your drafts',
  kind: { table: 'A new text', revise: 'A revision', amend: 'Amendments' },
  untitled: 'Without a title yet',
  changed: (when: string, delegate: number): string => `Changed ${when} by delegate ${delegate}`,
  discard: 'Throw it away',
  waiting: (n: number): string =>
    `Your organisation has begun to write this already. Go on with ${plural(n, 'the draft', 'one of the drafts')}:`,
  save: 'Save the draft',
  hint: 'Your organisation alone can read a draft.',
  savedAt: (when: string): string => `Saved ${when}`,
  state: {
    saved: 'Saved.',
    collided: 'Saved. A colleague had changed the same words: both wordings stand in the text now.',
    apart: 'Saved as a draft of its own: a colleague had changed the first one, and the two could not be put together.',
    gone: 'Not saved: this draft is gone. A colleague has sent it off or thrown it away. Save again to keep your text as a new draft.',
    'too-long': 'Not saved: a draft has at most {most} characters.',
    'not-yours':
      'Not saved: this was written for another organisation than the one that you are signed in for. Sign in for that one, and save again.',
    'not-yet':
      'Not saved: the conference keeps drafts for organisations that take part. Keep yours in a file of your own until then.',
    'too-many': 'Not saved: your organisation has {most} drafts, and there is no room for more. Throw one away first.',
    'too-much': 'Not saved: your organisation’s drafts are too long together. Throw one away first.',
  },
  bring: 'Bring it back',
  forget: 'Throw it away',
  rebased: (n: number): string =>
    n === 0
      ? 'The text has been revised in the meantime. What you wrote has been carried over to the present revision.'
      : `The text has been revised in the meantime. What you wrote has been carried over to the present revision; in ${n} ${plural(n, 'place', 'places')} it and the revision changed the same words, and both wordings stand in the text now.`,
  unrebased:
    'The text has been revised in the meantime, and what you wrote cannot be carried over by itself. Compare it with the present revision before you go on.',
  /** For the editor, which fills the braces in. */
  live: {
    savedAt: 'Saved {time}',
    saving: 'Saving …',
    offline: 'Not saved: no connection; kept in this browser',
    signedOut: 'Not saved: you are signed out; kept in this browser',
    notYours: 'Not saved: you are signed in for another organisation now; kept in this browser for the first',
    tooLong: 'Not saved: too long for a draft; kept in this browser',
    notYet: 'Not saved: the conference keeps drafts for organisations that take part; kept in this browser',
    tooMany: 'Not saved: your organisation has too many drafts; kept in this browser',
    tooMuch: 'Not saved: your organisation’s drafts are too long together; kept in this browser',
    refused: 'Not saved; kept in this browser',
    theirs: 'Delegate {by} changed it {time}',
    collided: 'You and a colleague changed the same words. Both wordings stand in the text now, one after the other.',
    gone: 'A colleague has sent this draft off or thrown it away. What you write from here on is a new draft.',
    kept: 'On {time} this browser kept a text that was not saved.',
  },
};
