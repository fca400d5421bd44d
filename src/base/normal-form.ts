import { classOf } from './code-points.ts';
import { MARKS } from './hidden-tables.ts';

/**
 * Normal forms of Unicode, in time that grows with the text. Putting marks that stand in a row into their order takes the square of their number, so that
 * half a megabyte of them takes a minute; no more stand in a row than UAX #15 (13, Stream-Safe Text) lets a text have, and no language comes near that.
 */

/** The most marks in a row (General_Category=Mark, Unicode 17.0). */
export const MOST_MARKS = 30;

const MARK = `[${classOf(MARKS)}]`;
const STACKED = new RegExp(`${MARK}{${MOST_MARKS + 1}}`, 'u');
const SURPLUS = new RegExp(`(${MARK}{${MOST_MARKS}})${MARK}+`, 'gu');

const ASCII = /^\p{ASCII}*$/u;

type Form = 'NFC' | 'NFKD';

/** Whether the text is in form NFC with no more marks in a row than may be. */
export const isNormal = (text: string): boolean =>
  ASCII.test(text) || (!STACKED.test(text) && text.normalize('NFC') === text);

/** The text in a normal form; marks too many in a row are left out. */
export const normalized = (text: string, form: Form = 'NFC'): string =>
  ASCII.test(text) ? text : text.replaceAll(SURPLUS, '$1').normalize(form);
