import { soughtAs, tokensIn } from './folding.ts';

/** What somebody looks for: words, all of which must be there, and words in quotation marks, which must follow each other. Nothing else in it has a meaning. */

/** One thing that must be there. */
export type Term =
  /** A word: any of what it may be kept as; `begins`: or a longer one that begins so. */
  | { readonly kind: 'word'; readonly forms: readonly string[]; readonly begins: boolean }
  /** Words that follow each other, in the letters in which they are asked for. */
  | { readonly kind: 'row'; readonly words: readonly string[] };

export interface Query {
  readonly terms: readonly Term[];
  /** Whether something of what was asked for is left out, as it is too much. */
  readonly shortened: boolean;
}

/** The most characters and words of a question. */
export const MOST_ASKED = 200;
export const MOST_TERMS = 8;

/** The fewest letters of which it is enough that a word begins with them. */
const ENOUGH = 3;

const QUOTES = /["«»“”„‟]/u;

export const readQuery = (asked: string): Query => {
  const text = asked.slice(0, MOST_ASKED);
  const parts = text.split(QUOTES);
  const all = parts.flatMap((part, i): readonly Term[] => {
    const words = tokensIn(part).map(({ word }) => word);
    // A mark that nothing closes quotes nothing.
    const isQuoted = i % 2 === 1 && i < parts.length - 1;
    return isQuoted && words.length > 0 ? [{ kind: 'row', words }] : words.map(single);
  });
  let room = MOST_TERMS;
  const terms = all.filter((term) => (room -= lengthOf(term)) >= 0);
  return { terms, shortened: asked.length > MOST_ASKED || terms.length < all.length };
};

const single = (word: string): Term => ({ kind: 'word', forms: soughtAs(word), begins: word.length >= ENOUGH });

const lengthOf = (term: Term): number => (term.kind === 'row' ? term.words.length : 1);
