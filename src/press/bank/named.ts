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
  base64url(sha256(utf8(JSON.stringify([day, `${amount}`, name, words])))).slice(0, 16);

/** How often each name was given in a file. */
export type Given = Map<string, number>;

/**
 * The lines in their order, each named by its day and what the bank calls it: some banks call what comes every month the same. Where several of one day have one name, as a transfer and its fee, they are
 * numbered, over all statements of a file.
 */
export const named = (bookings: readonly Booking[], given: Given): readonly BankLine[] =>
  bookings.map((booking) => {
    const { given: called, ...line } = booking;
    const own = clean(called);
    const name = `${booking.day} ${own === '' || NONE.test(own) ? derived(booking) : own}`;
    const count = (given.get(name) ?? 0) + 1;
    given.set(name, count);
    return { ...line, reference: count === 1 ? name : `${name} (${count})` };
  });
