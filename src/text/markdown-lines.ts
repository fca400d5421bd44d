import type { ClauseId } from '../base/ids.ts';
import { isClauseId } from '../base/slug.ts';

/**
 * The lines of the Markdown-like form: how each begins, and how words are written so that they come back as they were.
 * Three things are escaped by a backslash: a beginning that would be read as a mark, here or by others that read Markdown, a line feed within a clause (a
 * backslash ends the line, as in CommonMark), and a backslash at either end of a line. Everything else stands as it is.
 */

/** One way to read the mark of a point: `(i)` is the ninth letter and the first Roman number. */
export interface Mark {
  readonly style: string;
  /** Its place in the sequence, from 1; `null` where the style has no order that is known here. */
  readonly value: number | null;
}

/** How a line begins. `rest` is what follows the mark. */
export type Beginning =
  | { readonly kind: 'heading'; readonly depth: number; readonly rest: string }
  | { readonly kind: 'number'; readonly value: number; readonly rest: string }
  | { readonly kind: 'point'; readonly marks: readonly Mark[]; readonly rest: string }
  | { readonly kind: 'break' };

const HEADING = /^(#{1,6})(?: +(.*))?$/u;
const NUMBER = /^(\d{1,3})[.)](?: +(.*))?$/u;
const POINT = /^\(?(\p{L}{1,2}|[ivxlc]{1,9}|\d{1,3})\)(?: +(.*))?$/u;
const BULLET = /^([-*+•‣–—])(?: +(.*))?$/u;
const BREAK = /^(?:-{3,}|\*{3,}|_{3,})$/u;

/** What mark a line begins with, its indentation taken off; `null`: none. */
export const beginningOf = (line: string): Beginning | null => {
  if (BREAK.test(line)) return { kind: 'break' };
  const heading = HEADING.exec(line);
  if (heading !== null) return { kind: 'heading', depth: heading[1]?.length ?? 1, rest: heading[2] ?? '' };
  const number = NUMBER.exec(line);
  if (number !== null) return { kind: 'number', value: Number(number[1]), rest: number[2] ?? '' };
  const point = POINT.exec(line);
  if (point !== null) return { kind: 'point', marks: readings(point[1] ?? ''), rest: point[2] ?? '' };
  const bullet = BULLET.exec(line);
  if (bullet === null) return null;
  const style = /[–—]/u.test(bullet[1] ?? '') ? 'dash' : 'bullet';
  return { kind: 'point', marks: [{ style, value: null }], rest: bullet[2] ?? '' };
};

const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

const romanValue = (text: string): number =>
  text.split('').reduce((sum, letter, i) => {
    const value = ROMAN[letter] ?? 0;
    const next = ROMAN[text[i + 1] ?? ''] ?? 0;
    return value < next ? sum - value : sum + value;
  }, 0);

const letterValue = (text: string): number =>
  text.split('').reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 96, 0);

const readings = (mark: string): readonly Mark[] => {
  if (/^\d+$/u.test(mark)) return [{ style: 'digit', value: Number(mark) }];
  const letters: readonly Mark[] = /^[a-z]{1,2}$/u.test(mark)
    ? [{ style: 'letter', value: letterValue(mark) }]
    : /^[A-Z]{1,2}$/u.test(mark)
      ? [{ style: 'capital', value: letterValue(mark.toLowerCase()) }]
      : [];
  const roman: readonly Mark[] = /^[ivxlc]+$/u.test(mark) ? [{ style: 'roman', value: romanValue(mark) }] : [];
  if (letters.length + roman.length > 0) return [...letters, ...roman];
  return [{ style: mark === mark.toLowerCase() ? 'other' : 'other-capital', value: null }];
};

/** One line taken apart: its words, and whether a line feed within the clause follows. */
export interface Line {
  readonly words: string;
  readonly goesOn: boolean;
}

/** Takes off the backslashes that {@link writeWords} puts at a line's ends. */
export const readLine = (line: string): Line => {
  const body = withoutBackslashes(line);
  const run = line.length - body.length;
  const words = body.startsWith('\\') ? body.slice(1) : body;
  return { words: words + '\\'.repeat(run >> 1), goesOn: run % 2 === 1 };
};

const withoutBackslashes = (line: string): string => {
  let end = line.length;
  while (line[end - 1] === '\\') end -= 1;
  return line.slice(0, end);
};

/** What a reader of Markdown takes for more than words at a line's beginning, though this form has no such mark: markup, which may hide all that follows; fences; quotations; tables; underlined titles. */
const FOREIGN = /^(?:[<>|]|`{3}|~{3}|[-=:| ]+$)/u;

/** Whether a line of words needs a backslash before it to be read as words. */
export const looksLikeMore = (line: string): boolean => FOREIGN.test(line);

/** Words as lines behind `prefix`; without one, a beginning that would be read as a mark is escaped. */
export const writeWords = (prefix: string, words: string): string => {
  const lines = words.split('\n');
  return lines
    .map((line, i) => {
      const body = withoutBackslashes(line);
      const run = '\\'.repeat(2 * (line.length - body.length) + (i < lines.length - 1 ? 1 : 0));
      const marked = i === 0 && prefix === '' && beginningOf(line) !== null;
      const guard = marked || looksLikeMore(body) || body.startsWith('\\') || body.startsWith(' ') ? '\\' : '';
      return (i === 0 ? prefix : '') + (body === '' ? '' : guard) + body + run;
    })
    .join('\n');
};

/** What may stand in braces at the end of a clause: its id, and its kind or level where its place does not tell it. */
export interface Tag {
  readonly id: ClauseId | null;
  readonly as: As | null;
}

export type As = (typeof AS)[number];

const AS = ['paragraph', 'preambular', 'level-1', 'level-2', 'level-3', 'level-4'] as const;

/** Parts words from the tag behind them. Words that only look as if they had one are written with an empty tag, `{}`. */
export const splitTag = (text: string): { readonly words: string; readonly tag: Tag | null } => {
  const none = { words: text, tag: null };
  const at = text.lastIndexOf(' {');
  if (at < 1 || !text.endsWith('}') || text[at - 1] === '\n') return none;
  const inside = text.slice(at + 2, -1);
  const [first = '', second = '', ...more] = inside === '' ? [] : inside.split(' ');
  const named = first.startsWith('#');
  const id = named ? first.slice(1) : null;
  const kind = named ? second : first;
  const as = AS.find((name) => kind === `.${name}`);
  const sound = more.length === 0 && (named || second === '') && (id === null || isClauseId(id));
  if (!sound || (kind !== '' && as === undefined) || inside.endsWith(' ')) return none;
  return { words: text.slice(0, at), tag: { id, as: as ?? null } };
};

/** The tag as text with a space before it, or nothing where none is needed. */
export const writeTag = (words: string, { id, as }: Tag): string => {
  const inside = [...(id === null ? [] : [`#${id}`]), ...(as === null ? [] : [`.${as}`])].join(' ');
  return inside !== '' || splitTag(words).tag !== null ? ` {${inside}}` : '';
};
