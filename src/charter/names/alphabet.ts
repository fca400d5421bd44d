import { normalized } from '../../base/normal-form.ts';

/**
 * The order in which names are printed, the same on every machine and in every reader's language: by tables of ours, for what a system knows of languages changes with its version.
 * Latin, Greek and Cyrillic letters stand in the order of their alphabets, those scripts one behind the other; a letter with a mark stands where it stands without, and what is no letter
 * or number parts words. Names that come to the same stand in the order of their code points.
 */

/** Letters that do not come apart into a letter and its marks, as what they are read. */
const READ_AS: Readonly<Record<string, string>> = {
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  þ: 'th',
  ð: 'd',
  đ: 'd',
  ħ: 'h',
  ı: 'i',
  ĸ: 'k',
  ł: 'l',
  ŋ: 'n',
  ø: 'o',
  ŧ: 't',
  ς: 'σ',
};

/** Cyrillic letters whose code points lie behind the alphabet: each stands right behind the letter named. */
const STANDS_BEHIND: Readonly<Record<string, string>> = {
  ґ: 'г',
  ђ: 'д',
  є: 'е',
  ѕ: 'з',
  і: 'и',
  ј: 'и',
  љ: 'л',
  њ: 'н',
  ћ: 'т',
  џ: 'ч',
};

/** Behind every letter that could follow. */
const LAST = '\uFFFF';

const placeOf = (letter: string): string => {
  const behind = STANDS_BEHIND[letter];
  return behind === undefined ? (READ_AS[letter] ?? letter) : `${behind}${LAST}${letter}`;
};

/** What a name is sorted by. */
const sortedBy = (name: string): string =>
  Array.from(
    normalized(name, 'NFKD')
      .replaceAll(/\p{M}/gu, '')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
    placeOf,
  ).join('');

/** Negative where `a` is printed before `b`; 0 only for the same name. */
export const compareNames = (a: string, b: string): number => {
  const [x, y] = [sortedBy(a), sortedBy(b)];
  if (x !== y) return x < y ? -1 : 1;
  return a === b ? 0 : a < b ? -1 : 1;
};
