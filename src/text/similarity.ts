import { wordsIn } from './words.ts';

/** How alike two wordings are, by the words they share. */

/** A wording as the number of times each of its words occurs. */
export type Bag = { readonly counts: ReadonlyMap<string, number>; readonly size: number };

/** The words of a wording, letter case and punctuation left out. */
export const bagOf = (text: string): Bag => {
  const counts = new Map<string, number>();
  let size = 0;
  for (const word of wordsIn(text)) {
    if (!/[\p{L}\p{N}]/u.test(word)) continue;
    const folded = word.toLowerCase();
    counts.set(folded, (counts.get(folded) ?? 0) + 1);
    size += 1;
  }
  return { counts, size };
};

/** Dice's coefficient: 1 where both have the same words, 0 where they share none. */
export const likeness = (a: Bag, b: Bag): number => {
  if (a.size + b.size === 0) return 0;
  const [few, many] = a.counts.size <= b.counts.size ? [a, b] : [b, a];
  let shared = 0;
  for (const [word, count] of few.counts) shared += Math.min(count, many.counts.get(word) ?? 0);
  return (2 * shared) / (a.size + b.size);
};

/**
 * How alike a wording is to each of many. Takes time proportional to its words and, for each, to the wordings that have it: much less than asking one after the other.
 */
export const createLikeness = (wordings: readonly string[]): ((text: string) => Float64Array) => {
  const bags = wordings.map(bagOf);
  /** By word, the places of the wordings that have it, each followed by how often. */
  const holders = new Map<string, number[]>();
  for (const [place, { counts }] of bags.entries())
    for (const [word, count] of counts) {
      const list = holders.get(word);
      if (list === undefined) holders.set(word, [place, count]);
      else list.push(place, count);
    }
  return (text) => {
    const { counts, size } = bagOf(text);
    const shared = new Float64Array(wordings.length);
    for (const [word, count] of counts) {
      const list = holders.get(word) ?? [];
      for (let i = 0; i < list.length; i += 2) {
        const place = list[i] ?? 0;
        shared[place] = (shared[place] ?? 0) + Math.min(count, list[i + 1] ?? 0);
      }
    }
    return shared.map((sum, place) => {
      const both = size + (bags[place]?.size ?? 0);
      return both === 0 ? 0 : (2 * sum) / both;
    });
  };
};
