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
