/** A sentence of ours with words of others in it, which {@link piecesOf} tells apart. */
export type Said = string;

/** Unicode's private characters of plane 15, which no words of anybody's hold. */
const [OPEN, CLOSE] = [String.fromCodePoint(0xf_0100), String.fromCodePoint(0xf_0101)];

/** Words of others within a sentence of ours. */
export const theirWords = (words: string): Said => `${OPEN}${words}${CLOSE}`;

/** The pieces of a sentence: every other one, from the second on, are words of others. */
export const piecesOf = (said: Said): readonly string[] => said.split(PIECES);

const PIECES = new RegExp(`[${OPEN}${CLOSE}]`, 'u');

/** The sentence as plain words. */
export const plainly = (said: Said): string => piecesOf(said).join('');
