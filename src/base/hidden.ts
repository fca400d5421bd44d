import { classOf } from './code-points.ts';
import { HIDDEN, JOINING_BACK, JOINING_ON, TRANSPARENT, VIRAMAS } from './hidden-tables.ts';

/**
 * Characters that hide or reorder what is read. They are told by their properties in Unicode 17.0, whose tables stand beside this file: no
 * table of the engine is asked, so that every machine judges a record alike, now and later. What that version does not know is hidden too.
 */

/**
 * A joiner where it joins and parts nothing. U+200C belongs behind a virama and between two letters that would join (RFC 5892, appendices
 * A.1 and A.2), as in Persian; U+200D beside a virama, on either side, as in Sinhala, Bengali and Kannada.
 */
const IDLE_JOINER =
  `(?<![${classOf(VIRAMAS)}])(?:\u200d(?![${classOf(VIRAMAS)}])` +
  `|\u200c(?!(?<=[${classOf(JOINING_ON)}][${classOf(TRANSPARENT)}]*\u200c)[${classOf(TRANSPARENT)}]*[${classOf(JOINING_BACK)}]))`;

const ANY_HIDDEN = `[${classOf(HIDDEN)}]|${IDLE_JOINER}`;

const HIDDEN_CHARACTER = new RegExp(ANY_HIDDEN, 'u');
const HIDDEN_CHARACTERS = new RegExp(ANY_HIDDEN, 'gu');

/** Most of what is written: no table needs to be asked. */
const PLAIN = /^[\n -~]*$/u;

/** Whether the text holds a character that hides or reorders what is read. A line feed does not. */
export const hasHidden = (text: string): boolean => !PLAIN.test(text) && HIDDEN_CHARACTER.test(text);

export const withoutHidden = (text: string): string => text.replaceAll(HIDDEN_CHARACTERS, '');
