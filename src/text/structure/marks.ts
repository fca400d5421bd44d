import { type Mark, beginningOf } from '../markdown-lines.ts';
import { ARTICLES, DIVISIONS, MONTHLIKE, unaccented } from './words.ts';

/** The numbers, letters and bullets that people type before a paragraph, in all usual forms. */

export type Series =
  /** `Chapter 2`, `Part I`, `Section A`. */
  | 'division'
  /** `Article 3`, `Art. 3`, `§ 4`. */
  | 'article'
  /** `1.`, `1)`. */
  | 'number'
  /** `1.1`, `2.3.1`. */
  | 'decimal'
  /** `IV.`. */
  | 'roman'
  /** `A.`. */
  | 'capital'
  /** `(1)`, `(a)`, `a)`, `a.`, `(iv)`. */
  | 'small'
  | 'bullet';

export interface TypedMark {
  readonly series: Series;
  /** Tells series of one kind apart that are written differently. */
  readonly style: string;
  /** Its place, from 1; of `2.3` the last; `null`: it has no order. */
  readonly value: number | null;
  /** How many numbers it is made of. */
  readonly depth: number;
  /** As it was typed. */
  readonly text: string;
  /** What follows it. */
  readonly rest: string;
  readonly marks: readonly Mark[];
}

/** What mark a paragraph begins with; `null`: none. A mark that its words set apart (`*1.* The river`) is one as well. */
export const markOf = (words: string): TypedMark | null => {
  const set = /^(\*{1,2})(?=[^\s*])/u.exec(words)?.[1] ?? '';
  const found = plainMarkOf(words.slice(set.length));
  if (set === '' || found === null) return found;
  const { rest } = found;
  const behind = rest.startsWith(set) ? rest.slice(set.length).trimStart() : null;
  const inside = words.slice(set.length).indexOf(set) < found.text.length;
  if (behind !== null) return { ...found, text: set + found.text + set, rest: behind };
  return inside ? null : { ...found, rest: rest === '' ? '' : set + rest };
};

const plainMarkOf = (words: string): TypedMark | null => {
  const [first = ''] = words.split('\n', 1);
  const head = first.slice(0, LOOKED_AT);
  for (const read of READERS) {
    const found = read(head);
    if (found === null) continue;
    const at = head.length - found.rest.length;
    const text = words.slice(0, at).trim();
    return { ...found, text, rest: words.slice(at).trimStart() };
  }
  return null;
};

/** A mark is short: no more of a line is looked at. */
const LOOKED_AT = 80;

type Read = (head: string) => Omit<TypedMark, 'text'> | null;

/** `a.the rivers`, `-the rivers`: marks only where others stand beside them. */
export const TIGHT = 'tight';

const NAMED =
  /^(?:[/>|=~]{1,3}\s+)?(?:(§{1,2})\s*|([\p{L}]{2,14})\.?\s{1,3}(?:[Nn][or]\.?\s|№\s?)?)(\d{1,3}(?:bis|ter|quater|[a-z])?|[IVXLC]{1,7}|1er|1ère|premier|première|unique|unico|único|\p{Lu}\p{L}{0,12})(?:\s(?:bis|ter|quater|quinquies)(?!\p{L}))?(?![\p{L}\p{N}])\s*([.:)]?[-–—]?)\s*([-–—:]?)\s*/u;

const named: Read = (head) => {
  const match = NAMED.exec(head);
  if (match === null) return null;
  const [all, sign, word = '', number = '', dot = '', dash = ''] = match;
  const name = unaccented(word);
  const series = sign !== undefined || ARTICLES.has(name) ? 'article' : DIVISIONS.has(name) ? 'division' : null;
  if (series === null) return null;
  const value = /^\d/u.test(number) ? Number.parseInt(number, 10) : /^[pu]\p{Ll}/u.test(number) ? 1 : romanOf(number);
  // A longer word than a letter says which of them it is only in capitals: TITRE PREMIER.
  const isWord = value === null && number.length > 1;
  if (isWord && (series !== 'division' || number !== number.toUpperCase() || number.length < 4)) return null;
  const rest = head.slice(all.length);
  // “Article 3 of the statute says …” begins with no mark.
  if (dot === '' && dash === '' && /^[^\p{Lu}\p{N}"“„«(‘'*]/u.test(rest)) return null;
  if (dot === '' && dash === '' && rest.startsWith('(')) return null;
  const style = `${series} ${sign ?? name} ${value === null ? 'a' : /^\d/u.test(number) ? '1' : 'I'}`;
  return { series, style, value, depth: 1, rest, marks: [{ style: 'number', value }] };
};

const DECIMAL = /^(\d{1,3}(?:\.\d{1,2}){1,4})(?:[.)]?\s+|[.)]?(?=[*\p{Lu}])|[.)]?$)/u;

const decimal: Read = (head) => {
  const match = DECIMAL.exec(head);
  if (match === null) return null;
  const numbers = (match[1] ?? '').split('.').map(Number);
  const [depth, value] = [numbers.length, numbers.at(-1) ?? null];
  const rest = head.slice(match[0].length);
  return {
    series: 'decimal',
    style: `decimal ${depth}`,
    value,
    depth,
    rest,
    marks: [{ style: 'sections', value: null }],
  };
};

const NUMBER = /^(\p{Nd}{1,3})(?:([.)]|°[.·)]?)\s*[-–—]?(?:\s+|(?=["“„«*\p{Lu}\p{Lo}])|$)|$)/u;

const number: Read = (head) => {
  const match = NUMBER.exec(head);
  if (match === null) return null;
  const rest = head.slice(match[0].length);
  if (MONTHLIKE.test(rest)) return null;
  const value = digitsOf(match[1] ?? '');
  return {
    series: 'number',
    style: `number ${match[2] ?? ''}`,
    value,
    depth: 1,
    rest,
    marks: [{ style: 'number', value }],
  };
};

/** `1 Purpose`: a mark where others stand beside it, and each is a heading. */
export const SPACED = 'spaced';

const SPACED_NUMBER = /^(\d{1,2})\s+(?=\p{Lu})/u;

const TIGHT_NUMBER = /^(\d{1,3})(?:[.)]|°[.·)]?)(?=\p{Ll}{2})/u;

const tightNumber: Read = (head) => {
  const match = TIGHT_NUMBER.exec(head);
  if (match === null) return null;
  const value = Number(match[1]);
  const rest = head.slice(match[0].length);
  return { series: 'number', style: `${TIGHT} 1`, value, depth: 1, rest, marks: [{ style: 'number', value }] };
};

const spaced: Read = (head) => {
  const match = SPACED_NUMBER.exec(head);
  const rest = match === null ? '' : head.slice(match[0].length);
  if (match === null || MONTHLIKE.test(rest)) return null;
  const value = Number(match[1]);
  return { series: 'number', style: SPACED, value, depth: 1, rest, marks: [{ style: 'number', value }] };
};

const LETTERED = /^([IVXLC]{1,7}|\p{Lu})(?:(?:[.)]\s*[-–—]?|\s[-–—])\s+|\.(?=\p{Lu}\p{Ll})|[.)]?$)/u;

const lettered: Read = (head) => {
  const match = LETTERED.exec(head);
  const letters = match?.[1];
  if (match === null || letters === undefined) return null;
  const rest = head.slice(match[0].length);
  const roman = romanOf(letters);
  const marks: readonly Mark[] = [{ style: 'capital', value: placeOf(letters.toLowerCase()) }];
  if (letters.length > 1 || roman === 1 || /^[VX]$/u.test(letters))
    return { series: 'roman', style: 'roman', value: roman, depth: 1, rest, marks };
  return { series: 'capital', style: 'capital', value: placeOf(letters.toLowerCase()), depth: 1, rest, marks };
};

const SMALL = /^(\p{Ll}|[ivxlc]{2,7})\.(\s+|(?=\p{L}{2}))/u;

/** `(a)`, `a)`, `(1)`, `(iv)` as the plain form has them, and `a.` besides. */
const small: Read = (head) => {
  const dotted = SMALL.exec(head);
  if (dotted !== null) {
    const rest = head.slice(dotted[0].length);
    const marks = smallMarks(dotted[1] ?? '');
    return {
      series: 'small',
      style: dotted[2] === '' ? TIGHT : 'small .',
      value: marks[0]?.value ?? null,
      depth: 1,
      rest,
      marks,
    };
  }
  const read = beginningOf(head.replace(/^(\(?(?:\p{L}{1,2}|[ivxlc]{1,9}|\p{Nd}{1,3})[a-z]?\))\s*/u, '$1 '));
  if (read?.kind !== 'point' || /^(?:bullet|dash)$/u.test(read.marks[0]?.style ?? '')) return null;
  const text = /^\(?[^)]*\)/u.exec(head)?.[0] ?? '';
  const style = `small ${read.marks[0]?.style ?? ''}${text.startsWith('(') ? ' (' : ''}`;
  const marks = read.marks.some(({ value }) => value !== null) ? read.marks : smallMarks(text.replaceAll(/[()]/gu, ''));
  const rest = head.slice(text.length).trimStart();
  return { series: 'small', style, value: marks[0]?.value ?? null, depth: 1, rest, marks };
};

const smallMarks = (letters: string): readonly Mark[] => {
  const read = beginningOf(`${letters}) -`);
  const marks = read?.kind === 'point' ? read.marks : [];
  return marks.some(({ value }) => value !== null) ? marks : [{ style: 'other', value: placeOf(letters) }];
};

const BULLET = /^(?:([-+*–—−‐])\s+|([-–])(?=\p{L})|([•‣⁃▪▫■□●○◦◆◇►▶▸→➢➤➔✓✔❖·∙※\u{f020}-\u{f0ff}])\s*|o\s{2,})/u;

const bullet: Read = (head) => {
  const match = BULLET.exec(head);
  if (match === null) return null;
  const rest = head.slice(match[0].length);
  const style = /[-–—−‐]/u.test(match[0]) ? 'dash' : 'bullet';
  const own = match[2] === undefined ? `bullet ${match[0].trim()}` : `${TIGHT} ${match[2]}`;
  return { series: 'bullet', style: own, value: null, depth: 1, rest, marks: [{ style, value: null }] };
};

const READERS: readonly Read[] = [named, decimal, number, tightNumber, spaced, lettered, small, bullet];

const ROMAN: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };

const romanOf = (text: string): number | null =>
  /^[IVXLC]+$/u.test(text)
    ? text.split('').reduce((sum, letter, i) => {
        const value = ROMAN[letter] ?? 0;
        return sum + (value < (ROMAN[text[i + 1] ?? ''] ?? 0) ? -value : value);
      }, 0)
    : null;

const ALPHABETS = ['abcdefghijklmnopqrstuvwxyz', 'αβγδεζηθικλμνξοπρστυφχψω', 'абвгдежзийклмнопрстуфхцчшщ'];

const placeOf = (letter: string): number | null => {
  for (const alphabet of ALPHABETS) {
    const at = letter.length === 1 ? alphabet.indexOf(letter) : -1;
    if (at >= 0) return at + 1;
  }
  return null;
};

/** The digits of other scripts stand in tens from their zero. */
const digitsOf = (text: string): number =>
  Array.from(text).reduce((sum, digit) => {
    let zero = digit.codePointAt(0) ?? 0;
    const at = zero;
    while (at - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
    return sum * 10 + (at - zero);
  }, 0);
