import { classOf } from './code-points.ts';
import { SPACES } from './hidden-tables.ts';
import { withoutHidden } from './hidden.ts';
import { normalized } from './normal-form.ts';

/** Makes text from outside fit to be kept and shown. No record hangs on it: schemas judge what comes of it. */

const OTHER_SPACES = new RegExp(`[\\t${classOf(SPACES)}]`, 'gu');

/** Most of what is written, and fit as it is. */
const PLAIN = /^[\n -~]*$/u;

/**
 * Well-formed, in form NFC, each line ended by a line feed, with no other space than U+0020 and without hidden characters. It may begin
 * and end with space.
 */
export const fitProse = (text: string): string =>
  PLAIN.test(text)
    ? text
    : settled(
        normalized(
          text
            .toWellFormed()
            .replaceAll(/\r\n?|[\v\f\u0085\u2028\u2029]/gu, '\n')
            .replaceAll(OTHER_SPACES, ' '),
        ),
      );

const PASSES = 3;

/**
 * Without what hides. Taking something out brings marks together that then change places, and may leave a joiner where it hides; a text in which
 * that goes on and on is none that needs its joiners.
 */
const settled = (text: string): string => {
  let before = text;
  for (let pass = 0; pass < PASSES; pass += 1) {
    const after = normalized(withoutHidden(before));
    if (after === before) return after;
    before = after;
  }
  return normalized(before.replaceAll(/[\u200c\u200d]/gu, ''));
};

/** The same on one line, each run of spaces one, without outer space. */
export const fitLine = (text: string): string =>
  fitProse(text)
    .replaceAll(/[ \n]+/gu, ' ')
    .trim();
