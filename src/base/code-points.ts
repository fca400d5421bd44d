/** Sets of code points as the tables write them: `0-9 b-1f 7f`, in hexadecimal, parted by spaces. */

export type CodePointRange = readonly [first: number, last: number];

export const rangesIn = (table: string): readonly CodePointRange[] =>
  table
    .trim()
    .split(/\s+/u)
    .map((range) => {
      const [first = '', last = first] = range.split('-');
      return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
    });

/** The inside of a character class that matches these code points, for an expression with the flag `u`. */
export const classOf = (table: string): string =>
  rangesIn(table)
    .map(([first, last]) => `\\u{${first.toString(16)}}-\\u{${last.toString(16)}}`)
    .join('');
