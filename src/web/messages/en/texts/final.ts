import { ENGLISH, type FinalWords } from '../../../../charter/final/words.ts';

/** A finished text in the order of a treaty: a proof says the same, without any page. */
export const final: FinalWords = ENGLISH;
