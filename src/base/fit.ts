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
    : normalized(
        withoutHidden(
          normalized(
            text
              .toWellFormed()
              .replaceAll(/\r\n?|[\v\f\u0085\u2028\u2029]/gu, '\n')
              .replaceAll(OTHER_SPACES, ' '),
          ),
        ),
      );

/** The same on one line, each run of spaces one, without outer space. */
export const fitLine = (text: string): string =>
  fitProse(text)
    .replaceAll(/[ \n]+/gu, ' ')
    .trim();
