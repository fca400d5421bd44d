import { normalized } from '../../base/normal-form.ts';
import { romanised } from './romanised.ts';

/**
 * Words as they are looked for: whatever their case and accents, and in whichever of three scripts. A word is kept in the letters that it is written in; one in Greek, Cyrillic or Latin letters is kept a
 * second time as it sounds, so that it is found from the other two. Within a script nothing but case, accents and variants of letters is overlooked.
 */

/** A word in what somebody wrote. */
export interface Token {
  readonly from: number;
  readonly to: number;
  /** As {@link folded}; never empty. */
  readonly word: string;
}

/** The most characters of a word that count. */
const LONGEST = 40;

const WORDS = /[\p{L}\p{N}\p{M}]+/gu;

export const tokensIn = (text: string): readonly Token[] => {
  const tokens: Token[] = [];
  for (const { 0: word, index } of text.matchAll(WORDS)) {
    const plain = folded(word);
    if (plain !== '') tokens.push({ from: index, to: index + word.length, word: plain });
  }
  return tokens;
};

/** A word without its case and accents, with letters that have no accent to take off as they are otherwise written: `ς` as `σ`, `đ` as `dj`, `ß` as `ss`, `ё` as `е`. */
export const folded = (word: string): string => {
  if (PLAIN.test(word)) return word.toLowerCase().slice(0, LONGEST);
  const bare = normalized(word, 'NFKD').toLowerCase().replaceAll(NOT_WORD, '');
  return bare.replaceAll(OTHERWISE, (letter) => SPELLED[letter] ?? letter).slice(0, LONGEST);
};

const PLAIN = /^[A-Za-z0-9]+$/u;
const NOT_WORD = /[^\p{L}\p{N}]/gu;
const SPELLED: Readonly<Record<string, string>> = {
  ς: 'σ',
  đ: 'dj',
  ł: 'l',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  ı: 'i',
  þ: 'th',
  ð: 'd',
};
const OTHERWISE = new RegExp(`[${Object.keys(SPELLED).join('')}]`, 'gu');

/** In front of a word as it sounds, by the script that it is written in. No text holds these. */
const SOUNDS = { latin: '\uE000', greek: '\uE001', cyrillic: '\uE002' } as const;
/** In front of the kind of what is found. */
export const KIND = '\uE003';

type Script = keyof typeof SOUNDS;
const SCRIPTS = Object.keys(SOUNDS) as readonly Script[];

/** By the first letter of a word. */
const scriptOf = (word: string): Script | null => {
  const letter = /\p{L}/u.exec(word)?.[0] ?? '';
  if (/\p{Script=Latin}/u.test(letter)) return 'latin';
  if (/\p{Script=Greek}/u.test(letter)) return 'greek';
  return /\p{Script=Cyrillic}/u.test(letter) ? 'cyrillic' : null;
};

const sounding = (script: Script, word: string): readonly string[] =>
  romanised(word).map((sound) => SOUNDS[script] + sound);

/** What a word in a text is kept as: in its own letters and, unless these say the same, as it sounds. */
export const formsOf = (word: string): readonly string[] => {
  const script = scriptOf(word);
  return script === null ? [word] : [word, ...sounding(script, word).filter((form) => form.slice(1) !== word)];
};

/** Any of what a word that is looked for may be kept as: in its own letters, or as it sounds in another script. */
export const soughtAs = (word: string): readonly string[] => {
  const own = scriptOf(word);
  if (own === null) return [word];
  const others = SCRIPTS.filter((script) => script !== own);
  return [word, ...(own === 'latin' ? [] : romanised(word)), ...others.flatMap((script) => sounding(script, word))];
};
