import { type Covered, coverageOf } from './coverage.ts';

/**
 * Words as the typefaces can set them. What no typeface has stands by its number in Unicode, `[U+10D0]`, so that nothing is lost without a word; a word that is longer than its line
 * may be broken anywhere.
 */
export interface Letters {
  /** @param longest so many characters of one word find room on a line */
  readonly fit: (words: string, longest: number) => string;
  /** Whether anything had to be put by its number. */
  readonly lacked: () => boolean;
}

/** Which of the families have a letter whole, with the marks on it: no two share one. */
export type Families = readonly Covered[];

/** @param fonts the files of each family; it has what all of them have */
export const familiesOf = (fonts: readonly (readonly Buffer[])[]): Families =>
  fonts.map((files) => {
    const each = files.map((file) => coverageOf([file]));
    return (codePoint) => each.every((covered) => covered(codePoint));
  });

/** Between pieces of a word that may be broken there. */
export const BREAK = '\u{F0113}';
const IGNORABLE = /^\p{Default_Ignorable_Code_Point}$/u;
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
const PLAIN =
  /^[\u{20}-\u{7e}\u{a0}-\u{ff}\u{391}-\u{3a1}\u{3a3}-\u{3ce}\u{401}-\u{40c}\u{40e}-\u{44f}\u{451}-\u{45c}\u{2013}\u{2014}\u{2018}-\u{201a}\u{201c}-\u{201e}\n]*$/u;

export const createLetters = (families: Families): Letters => {
  let lacked = false;
  const has = (letter: string): boolean =>
    families.some((covered) =>
      Array.from(letter).every((one) => covered(one.codePointAt(0) ?? 0) || IGNORABLE.test(one)),
    );
  const known = new Map<string, boolean>();
  const hasLetter = (letter: string): boolean => {
    const before = known.get(letter);
    if (before !== undefined) return before;
    const found = has(letter);
    known.set(letter, found);
    return found;
  };
  const set = (words: string): string => {
    if (PLAIN.test(words)) return words;
    let [out, missing] = ['', [] as string[]];
    const put = (): void => {
      if (missing.length === 0) return;
      lacked = true;
      out += numbered(missing);
      missing = [];
    };
    for (const { segment } of graphemes.segment(words)) {
      const spaced = segment === '\n' ? segment : segment.replaceAll(SPACES, ' ');
      const whole = spaced.replaceAll(LEFT_OUT, '');
      if (whole === '\n' || hasLetter(whole)) {
        put();
        out += whole;
      } else missing.push(...Array.from(whole).filter((one) => !IGNORABLE.test(one)));
    }
    put();
    return out;
  };
  return {
    fit: (words, longest) => broken(set(words), longest),
    lacked: () => lacked,
  };
};

/** What is neither a letter nor seen: control characters and line ends of other systems stand as spaces. */
const SPACES = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;
/** What is not seen, and says neither how letters join nor in which direction they run: some readers of PDF lose the letter that stands before such. */
const LEFT_OUT = /(?![\u{200C}-\u{200F}\u{202A}-\u{202E}\u{2066}-\u{2069}\u{61C}])\p{Default_Ignorable_Code_Point}/gu;

/** So many numbers stand for themselves; how many there are in all tells of the rest. */
const MOST_NUMBERS = 8;

const numbered = (missing: readonly string[]): string => {
  const numbers = missing
    .slice(0, MOST_NUMBERS)
    .map((one) => `U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`);
  return `[${numbers.join(' ')}${missing.length > MOST_NUMBERS ? ` … ${missing.length}` : ''}]`;
};

/** In a word that is too long, places to break it: after so few letters that lines stay nearly full. */
const broken = (words: string, longest: number): string =>
  words.length <= longest
    ? words
    : words.replaceAll(/\S+/gu, (word) => (word.length <= longest ? word : piecesOf(word, longest).join(BREAK)));

const piecesOf = (word: string, longest: number): readonly string[] => {
  const letters = Array.from(graphemes.segment(word), ({ segment }) => segment);
  const size = Math.min(6, Math.max(1, Math.floor(longest / 6)));
  return Array.from({ length: Math.ceil(letters.length / size) }, (_, i) =>
    letters.slice(i * size, (i + 1) * size).join(''),
  );
};
