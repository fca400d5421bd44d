import { type TypedMark, markOf } from './marks.ts';
import type { PlainParagraph } from './role.ts';

/** What is seen of a paragraph before anything is made of it. */
export interface Seen {
  readonly paragraph: PlainParagraph;
  readonly mark: TypedMark | null;
  /** What stands behind the mark. */
  readonly words: string;
  readonly ends: 'colon' | 'comma' | 'semicolon' | 'sentence' | 'open';
  /** In capitals throughout. */
  readonly capitals: boolean;
  /** Short, and not the end of a sentence: it may stand above something. */
  readonly lineLike: boolean;
  /** A line of dashes, signs of equality or stars, or the number of a page. */
  readonly rule: boolean;
}

/** A heading is no longer, in UTF-16 units and in words. */
const LONGEST_HEADING = 120;
const MOST_HEADING_WORDS = 16;

const LONGEST_RULE = 200;
const RULE = /^(?:[-–—=_*~#.•·]\s?){3,}$/u;
const PAGE =
  /^(?:[-–—]\s*\d{1,3}\s*[-–—]|(?:page|seite|pagina|página|strana|stranica|strona|sayfa|страна|страница|стр\.|σελίδα|σελ\.)\s+\d{1,3}(?:\s*(?:of|\/|de|di|von|sur|od|z|από|из|от)\s*\d{1,3})?|\d{1,3}\s?\/\s?\d{1,3})$/iu;

export const seenOf = (paragraph: PlainParagraph): Seen => {
  const whole = paragraph.words.trim();
  const rule = whole.length <= LONGEST_RULE && (RULE.test(whole) || PAGE.test(whole));
  const mark = rule || paragraph.given?.role === 'title' ? null : markOf(whole);
  const words = mark === null ? whole : mark.rest;
  const ends = endOf(words);
  const short =
    words.length <= LONGEST_HEADING && words.split(/\s+/u, MOST_HEADING_WORDS + 1).length <= MOST_HEADING_WORDS;
  return {
    paragraph,
    mark,
    words,
    ends,
    capitals: /\p{Lu}/u.test(words) && !/\p{Ll}/u.test(words),
    lineLike: short && (ends === 'open' || ends === 'colon') && !words.includes('\n'),
    rule,
  };
};

const endOf = (words: string): Seen['ends'] => {
  const last = words.replace(/[\s*"”“»’')\]]+$/u, '').at(-1) ?? '';
  if (/[:：]/u.test(last)) return 'colon';
  if (/[,،、，]/u.test(last)) return 'comma';
  if (/[;；؛·]/u.test(last)) return 'semicolon';
  return /[.!?…。！？؟।]/u.test(last) ? 'sentence' : 'open';
};

/** Whether it begins as a sentence or a heading does: not in the middle of one. */
export const beginsAnew = (words: string): boolean => /^[*"“„«(‘'¿¡[]*[\p{Lu}\p{Lo}\p{N}]/u.test(words);
