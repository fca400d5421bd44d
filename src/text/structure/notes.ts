import { runsOf } from '../runs.ts';
import type { Seen } from './features.ts';

/** Notes at the end of a text: each begins with a mark that stands somewhere in the words before it. */

const NOTE =
  /^(\[\*{1,3}\]|\(\*{1,3}\)|\*{1,3}\)?|\[\d{1,3}\]|\d{1,3}\)|[¹²³⁴⁵⁶⁷⁸⁹][⁰¹²³⁴⁵⁶⁷⁸⁹]?\)?|[†‡§¶]|\^\d{1,3})\s*(?=\S)/u;

/** The mark that a note begins with; `null`: it begins with none. */
export const noteMarkOf = (words: string): string | null => {
  const mark = NOTE.exec(words)?.[1] ?? null;
  return mark !== null && isStars(mark) && isEmphasised(words) ? null : mark;
};

const isStars = (mark: string): boolean => /^\*+$/u.test(mark);

/** Whether asterisks in it set words apart: none of them is the mark of a note then. */
const isEmphasised = (words: string): boolean =>
  words.includes('*') && runsOf(words).some((run) => run.kind !== 'words' || run.emphasis);

/** Where in words the mark of a note stands: behind a word, and not within one; -1: nowhere. */
export const placeOfMark = (words: string, mark: string): number => {
  if (isStars(mark) && isEmphasised(words)) return -1;
  for (let at = words.indexOf(mark); at >= 0; at = words.indexOf(mark, at + 1)) {
    const [before, after] = [words[at - 1] ?? '', words[at + mark.length] ?? ''];
    const behind =
      mark.startsWith('[') || mark.startsWith('(')
        ? /[^\s(]|\s/u.test(before)
        : /[\p{L}\p{N}.,;:!?"”»’')]/u.test(before);
    const own = !/[\p{L}\p{N}]/u.test(after) && !(mark.endsWith('*') && after === '*');
    const counted = /^\d/u.test(mark) && /[\d(]/u.test(before);
    if (at > 0 && behind && own && !counted) return at;
  }
  return -1;
};

/**
 * The paragraphs that are notes, each with the one that holds its mark. They stand together at the end; only signatures may come behind them. Every paragraph is looked
 * through once for each kind of mark.
 */
export const notesIn = (seen: readonly Seen[]): ReadonlyMap<number, number> => {
  const marks = seen.map(({ paragraph }) => (paragraph.given === null ? noteMarkOf(paragraph.words.trim()) : null));
  const wanted = new Set(marks.filter((mark) => mark !== null).slice(-MOST_NOTES));
  const places = new Map<string, number>();
  for (const [i, { paragraph }] of seen.entries())
    for (const mark of wanted) if (!places.has(mark) && placeOfMark(paragraph.words, mark) >= 0) places.set(mark, i);
  const notes = new Map<number, number>();
  const used = new Set<number | string>();
  for (let i = seen.length - 1; i > 0; i -= 1) {
    const mark = marks[i] ?? null;
    const at = mark === null ? undefined : places.get(mark);
    if (mark === null || at === undefined || at >= i || used.has(mark)) {
      if (notes.size > 0) break;
      continue;
    }
    used.add(mark);
    notes.set(i, at);
  }
  return notes;
};

/** Beyond so many different marks, only the last are looked for. */
const MOST_NOTES = 60;
