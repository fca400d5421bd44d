import { memoise } from '../../base/memo.ts';

/**
 * How a folded word sounds, in a few Latin letters. It is coarse by intent: whatever the usual ways of writing Greek and Cyrillic words in Latin letters differ in is written alike (`sh`, `š` and `ш`; `y`, `j` and `й`; `ou`
 * and `ου`), so that a word is found by whichever of them somebody uses. No word is ever shown as it sounds.
 */

/** Each letter and how it is written: of Cyrillic ones those of the languages that use them in Europe, then Greek ones. */
const LETTERS: ReadonlyMap<string, string> = new Map(
  `а a, б b, в v, г g, д d, е e, ж zh, з z, и i, к k, л l, м m, н n, о o, п p, р r, с s, т t, у u, ф f, х h, ц ts, ч ch,
  ш sh, щ shch, ъ, ы y, ь, э e, ю yu, я ya, ђ dj, ј j, љ lj, њ nj, ћ ch, џ dzh, ѕ dz, і i, ї i, є ye, ґ g, ў u,
  α a, β v, γ g, δ d, ε e, ζ z, η i, θ th, ι i, κ k, λ l, μ m, ν n, ξ x, ο o, π p, ρ r, σ s, τ t, υ y, φ f, χ kh, ψ ps, ω o`
    .split(',')
    .map((pair) => {
      const [letter = '', sound = ''] = pair.trim().split(' ');
      return [letter, sound];
    }),
);

const FOREIGN = /[\p{Script=Greek}\p{Script=Cyrillic}]/gu;

/** The usual way of writing a folded Greek or Cyrillic word in Latin letters. */
export const inLatin = (word: string): string =>
  word.replaceAll(/([οαε])υ/gu, '$1u').replaceAll(FOREIGN, (letter) => LETTERS.get(letter) ?? '');

/** What sounds alike, in the order in which it is told: Greek pairs of vowels and of consonants first, which stand for one sound each. */
const ALIKE: readonly (readonly [RegExp, string])[] = [
  [/ou/gu, 'u'],
  [/ai|ae/gu, 'e'],
  [/[eo]i|oe/gu, 'i'],
  [/([ae])[uy](?![aeiou])/gu, '$1v'],
  [/mp/gu, 'b'],
  [/nt/gu, 'd'],
  [/ng|gk/gu, 'g'],
  [/ph/gu, 'f'],
  [/th/gu, 't'],
  [/kh/gu, 'h'],
  [/sh/gu, 's'],
  [/zh/gu, 'z'],
  [/t[sz]|ch/gu, 'c'],
  [/dj/gu, 'd'],
  [/x/gu, 'ks'],
  [/q/gu, 'k'],
  [/w/gu, 'v'],
  [/[yj]/gu, 'i'],
  [/ie/gu, 'e'],
  [/(.)\1+/gu, '$1'],
];

const alike = (sound: string): string => ALIKE.reduce((word, [what, as]) => word.replaceAll(what, as), sound);

/** How it sounds, in up to two ways: `χ` is written `ch` as often as `h` and `kh`. The words of a language come again and again. */
export const romanised = memoise(20_000, (word): readonly string[] => {
  const latin = word.replaceAll('ου', 'u').replaceAll(FOREIGN, (letter) => LETTERS.get(letter) ?? '');
  const ways = [alike(latin), ...(word.includes('χ') ? [alike(latin.replaceAll('kh', 'ch'))] : [])];
  return ways.filter((way) => way !== '');
});
