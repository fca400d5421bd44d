import { base64url, utf8 } from '../../base/bytes.ts';
import { sha256 } from '../../base/sha256.ts';
import type { BankLine } from '../../conference/books/bank.ts';

/** Names for lines of statements: the bank's own where it gives one, or else one that follows from what the line says. */

/** A line with what the bank calls it; empty: nothing. */
export type Booking = Omit<BankLine, 'reference'> & { readonly given: string };

/** What banks write where they have no reference. */
const NONE = /^(?:nonref|notprovided|none|0+|-*)$/iu;

/** As long as an act takes one, on one line. */
const MOST = 120;

const clean = (text: string): string =>
  text
    .replaceAll(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, MOST)
    .trim();

/** The same for the same line in every file. */
const derived = ({ day, amount, name, words }: Booking): string =>
  `${day} ${base64url(sha256(utf8(JSON.stringify([day, `${amount}`, name, words])))).slice(0, 16)}`;

/** The lines in their order. Where several have one name, which banks give to all of one transfer and its fee, they are numbered. */
export const named = (bookings: readonly Booking[]): readonly BankLine[] => {
  const counts = new Map<string, number>();
  return bookings.map((booking) => {
    const { given, ...line } = booking;
    const own = clean(given);
    const name = own === '' || NONE.test(own) ? derived(booking) : own;
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return { ...line, words: line.words, reference: count === 1 ? name : `${name} (${count})` };
  });
};
