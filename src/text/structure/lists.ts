import { type Seen, beginsAnew } from './features.ts';
import { isDivision } from './words.ts';

/** Lists without marks: what stands under a line that ends in a colon. */

/** An item without a mark is no longer. */
const LONGEST_ITEM = 300;
const LONGEST_SHORT_ITEM = 110;
/** Nor are there more of them below one line. */
const MOST_ITEMS = 200;

/** How many paragraphs from `at` stand further in than the one before them, which is no sentence of its own; 0: fewer than two. */
export const itemsWithin = (seen: readonly Seen[], at: number, isFree: (at: number) => boolean): number => {
  const lead = seen[at - 1];
  const indent = lead?.paragraph.indent ?? 0;
  if (lead === undefined || !/^\S+(?: \S+){2}.*\p{L}$/su.test(lead.words)) return 0;
  let end = at;
  for (let one = seen[end]; one !== undefined && isFree(end) && one.paragraph.indent >= indent + 2; one = seen[end])
    end += 1;
  return end - at >= 2 ? end - at : 0;
};

/** How many paragraphs from `at` are items of the list that the one before them announces; 0: they are none. */
export const itemsUnder = (seen: readonly Seen[], at: number, isFree: (at: number) => boolean): number => {
  const lead = seen[at - 1];
  if (lead === undefined) return 0;
  const run = (belongs: (one: Seen, i: number) => boolean, from = at): number => {
    let end = from;
    for (let one = seen[end]; one !== undefined && isFree(end) && belongs(one, end); one = seen[end]) {
      if (end - from === MOST_ITEMS) break;
      end += 1;
    }
    return end - from;
  };
  const within = ({ paragraph, words }: Seen): boolean =>
    words.length <= LONGEST_ITEM && paragraph.indent >= lead.paragraph.indent + 2;
  const indented = run(within);
  if (indented > 0 && !(indented === 1 && seen[at]?.paragraph.gap === false)) return indented;
  const ended = run((one) => one.words.length <= LONGEST_ITEM && isPart(one));
  if (ended > 0) {
    const last = seen[at + ended];
    const ends = last !== undefined && isFree(at + ended) && last.words.length <= LONGEST_ITEM && last.ends !== 'colon';
    return ended + (ends ? 1 : 0);
  }
  const small = run((one) => one.words.length <= LONGEST_ITEM && !beginsAnew(one.words) && one.ends !== 'colon');
  if (small >= 2) return small;
  const tight = run(({ paragraph, words }) => !paragraph.gap && words.length <= LONGEST_SHORT_ITEM);
  const after = seen[at + tight];
  if (tight >= 2 && (after === undefined || after.paragraph.gap || !isFree(at + tight))) return tight;
  const short = run(
    (one) =>
      one.ends === 'open' &&
      one.words.length <= LONGEST_SHORT_ITEM &&
      (!one.capitals || lead.capitals) &&
      !isDivision(one.words),
  );
  const next = seen[at + short];
  // The last short line may be a heading of what follows.
  const heads = next !== undefined && isFree(at + short) && next.ends === 'sentence' && next.paragraph.gap;
  const items = heads ? short - 1 : short;
  return items >= 2 ? items : 0;
};

/** Ends as an item does that others follow, with a conjunction behind or without. */
const isPart = ({ words, ends }: Seen): boolean =>
  ends === 'semicolon' || ends === 'comma' || /[;,] (?:\p{Ll}{1,5}|και\/ή|and\/or)$/u.test(words);
