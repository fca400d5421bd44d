import type { Brand } from '../../base/brand.ts';
import { classOf, rangesIn } from '../../base/code-points.ts';
import { memoise } from '../../base/memo.ts';
import { normalized } from '../../base/normal-form.ts';
import { FOLDED, LETTERS, NUMBERS_AND_VOWELS, UPPER } from './letter-tables.ts';
import { PROTOTYPES } from './prototypes.ts';
import { RAISED, SMALL_CAPITALS, TO_THE_EYE } from './to-the-eye.ts';

/**
 * What a name comes to when all that readers may not tell apart is left out: case, accents, spaces and signs, wide and styled forms, and
 * letters that look like others (the prototypes of UTS 39). By tables of Unicode 17.0, so that every machine judges a record alike; what is asked of
 * the engine, NFKD, is stable for all that this version knows, and acts hold nothing else.
 */
export type Likeness = Brand<string, 'Likeness'>;

/**
 * The likenesses of a name: two names that share one may be taken for each other. Letters look alike in one case that do not in the other (РЕКА
 * and PEKA, but not река and peka; Al and AI, but not al and ai), so it is looked at as written, in small letters and in capitals; and some
 * signs look like letters or are mere ornament (a|pha, × River ×), so it is looked at with its signs and without; then
 * as NFKD alone has it; and last without what stands raised or is a sign before NFKD makes letters of it (River™, River²).
 * The same few names are asked for again and again: to judge, to apply, and wherever a record or a proof is read.
 */
export const likenessesOf = (name: string): readonly Likeness[] => remembered(name);

const likenesses = (name: string): readonly Likeness[] => {
  const plain = plainOf(name);
  const unraised = normalized(bare(mapped(name, TO_THE_EYE)).replaceAll(RAISED, ''), 'NFKD');
  return [plain, bare(plain), bare(normalized(name, 'NFKD')), unraised]
    .flatMap((words) => [words, mapped(words, folded), mapped(words, upper)])
    .flatMap((form, i) => {
      const skeleton = skeletonOf(form);
      return skeleton === '' ? [] : [`${i + 1} ${skeleton}` as Likeness];
    });
};

const remembered = memoise(500, likenesses);

const bare = (words: string): string => words.replaceAll(UNTELLING, '');

const plainOf = (name: string): string => normalized(mapped(name, TO_THE_EYE), 'NFKD');

/** Whether a name has a letter, and one that is no mere sign to the eye. */
export const hasLetter = (name: string): boolean => LETTER.test(name) && LETTER.test(skeletonOf(plainOf(name)));

/** UTS 39 has m as rn, and forgets that w is vv. */
const skeletonOf = (form: string): string => smallest(form).replaceAll('w', 'vv');

const smallest = (form: string): string =>
  mapped(mapped(bare(normalized(mapped(form, prototypes), 'NFKD')), small), SMALL_CAPITALS);

const mapped = (text: string, table: ReadonlyMap<string, string>): string => {
  let out = '';
  for (const character of text) out += table.get(character) ?? character;
  return out;
};

/** A table of `text:ranges`: by each character of the ranges, the text. */
const tableOf = (table: string): ReadonlyMap<string, string> => {
  const map = new Map<string, string>();
  for (const entry of table.trim().split(/\s+/u)) {
    const [to = '', from = ''] = entry.split(':');
    const text = to === '' ? '' : String.fromCodePoint(...to.split('+').map((point) => Number.parseInt(point, 16)));
    for (const [first, last] of rangesIn(from.replaceAll(',', ' '))) {
      for (let point = first; point <= last; point++) map.set(String.fromCodePoint(point), text);
    }
  }
  return map;
};

const LETTER = new RegExp(`[${classOf(LETTERS)}]`, 'u');
const UNTELLING = new RegExp(`[^${classOf(LETTERS)}${classOf(NUMBERS_AND_VOWELS)}]`, 'gu');

const prototypes = tableOf(PROTOTYPES);
/** The iota below a Greek vowel is a letter beside it in capitals, and to be left out as an accent. */
const folded = new Map([...tableOf(FOLDED), ['\u0345', 'ι']]);
const upper = tableOf(UPPER);

/** A capital I has become a small l by now, and is no capital L. */
const small = new Map([...folded].filter(([character]) => character !== 'L'));
