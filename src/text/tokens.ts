import { LETTER, MARK, SEPARATOR, glueOf, kindOf } from './code-points.ts';

/**
 * Wordings cut into words, and what stands between them, alike on every machine and for good: what is merged and who wrote what
 * hang on it. For showing differences, `words.ts` cuts more finely, by the engine's own tables.
 */

/**
 * The tokens of a text, in order; put together they give the text. A token is a run of letters and digits, one letter of a script that
 * writes no spaces, one picture, or one space or sign, each with the marks that belong to it; an apostrophe between letters, and a
 * point, comma or colon between digits, part nothing. Never parts what a reader takes for one character. Takes time proportional to the text.
 */
export const tokensOf = (text: string): readonly string[] => {
  const tokens: string[] = [];
  for (let start = 0, end: number; start < text.length; start = end) {
    let last = pointAt(text, start);
    let inWord = kindOf(last) === LETTER;
    let glue = glueOf(last);
    end = start + lengthOf(last);
    while (end < text.length) {
      const next = pointAt(text, end);
      const kind = kindOf(next);
      if (kind !== MARK && !goesOn({ inWord, glue, last }, next, text, end)) break;
      // A sign goes on with a word where it stands within it, and not where it was glued to it.
      inWord = kind === LETTER || (inWord && (kind === MARK || glue === null));
      // What joins does so through the marks behind it.
      glue = glueOf(next) ?? (kind === MARK ? glue : null);
      last = next;
      end += lengthOf(next);
    }
    tokens.push(text.slice(start, end));
  }
  return tokens;
};

/** Whether a token is more than a space or a sign. */
export const isWord = (token: string): boolean => token !== '' && kindOf(pointAt(token, 0)) !== SEPARATOR;

const pointAt = (text: string, at: number): number => text.codePointAt(at) ?? 0;
const lengthOf = (point: number): number => (point > 0xffff ? 2 : 1);

/** Below it are the signs of writing, above it those that pictures may be put together from. */
const FIRST_PICTURE = 0x2190;

/** A token as far as it has been read. */
interface Open {
  readonly inWord: boolean;
  readonly glue: ReturnType<typeof glueOf>;
  readonly last: number;
}

/** Whether a token goes on with `next`, which stands at `at` and is no mark. */
const goesOn = ({ inWord, glue, last }: Open, next: number, text: string, at: number): boolean => {
  const kind = kindOf(next);
  if (glue !== null && (kind !== SEPARATOR || next >= FIRST_PICTURE)) return true;
  if (glue === 'prefix' && next >= 0x20) return true;
  if (!inWord) return last === 0x0d && next === 0x0a;
  return kind === LETTER || (kind === SEPARATOR && isWithinWord(last, next, text, at));
};

const APOSTROPHES = "'’·";
const IN_NUMBERS = '.,:٫٬';

const isWithinWord = (last: number, sign: number, text: string, at: number): boolean => {
  const character = String.fromCodePoint(sign);
  const next = at + 1 < text.length ? pointAt(text, at + 1) : 0x20;
  if (APOSTROPHES.includes(character)) return kindOf(next) === LETTER;
  return IN_NUMBERS.includes(character) && isDigit(last) && isDigit(next);
};

/** European, Arabic, Persian and Devanagari digits. */
const isDigit = (point: number): boolean =>
  (point >= 0x30 && point <= 0x39) ||
  (point >= 0x660 && point <= 0x669) ||
  (point >= 0x6f0 && point <= 0x6f9) ||
  (point >= 0x966 && point <= 0x96f);
