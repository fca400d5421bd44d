import { plural } from '../plural.ts';

/** What is open in a text, a card each; and where everyone stands, with one's own row to fill in. */

export const points = {
  lede: 'What somebody objects to, would word otherwise or debates. Your answers on this page are read over and signed together.',
  empty:
    'Nothing is open: nobody objects, proposes other words or debates. Whatever is will stand here, a card each, with the rival wordings, the reasons and the talk.',
  none: 'Nothing was left open when this text was settled.',
  asItStands: 'as it stands',
  moreWordings: (n: number): string => `${n} more ${plural(n, 'wording', 'wordings')}`,
  moreThreads: (n: number): string => `${n} more ${plural(n, 'thread', 'threads')}`,
  thread: (number: number, posts: number): string => `thread ${number}, ${posts} ${plural(posts, 'post', 'posts')}`,
};

export const stand = {
  own: 'Your answers',
  ownHint: 'Choose a mark wherever you want to say something. You read all of it over and sign once.',
  answer: 'Say where you stand',
  /** What could be signed, by what was said. */
  short: {
    free: (n: number, of: number): string => `Nobody objects to ${n} of ${of} clauses.`,
    against: (n: number): string =>
      n === 0
        ? 'Nobody objects to anything in it.'
        : `${n} ${plural(n, 'objects', 'object')} to something, and could not sign all of it.`,
    whole: (said: number, silent: number): string =>
      `${said} ${plural(said, 'agrees', 'agree')} to the whole, ${silent} ${plural(silent, 'has', 'have')} not said.`,
  },
  everyone: 'Where everyone stands',
  decision: 'Decision',
  /** Said in the bar at the foot. */
  bar: {
    one: '1 answer not signed yet',
    many: '{n} answers not signed yet',
  },
};
