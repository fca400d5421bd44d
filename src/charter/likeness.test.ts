import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { base64url, utf8 } from '../base/bytes.ts';
import { HIDDEN, JOINING_BACK, JOINING_ON, TRANSPARENT, VIRAMAS } from '../base/hidden-tables.ts';
import { sha256 } from '../base/sha256.ts';
import { FOLDED, LETTERS, NUMBERS_AND_VOWELS, UPPER } from './letter-tables.ts';
import { PROTOTYPES } from './prototypes.ts';
import { hasLetter, likenessesOf } from './likeness.ts';

const alike = (one: string, other: string): boolean => {
  const likenesses = new Set(likenessesOf(one));
  return likenessesOf(other).some((likeness) => likenesses.has(likeness));
};

suite('names that may be taken for each other', () => {
  const pairs: readonly (readonly [why: string, one: string, other: string])[] = [
    ['the same', 'River Network', 'River Network'],
    ['case', 'River Network', 'RIVER NETWORK'],
    ['case, with a final sigma', 'Δίκτυο Ποταμός', 'ΔΙΚΤΥΟ ΠΟΤΑΜΟΣ'],
    ['case, with ß', 'Grüne Straße', 'GRÜNE STRASSE'],
    ['accents', 'Zelená strana', 'Zelena strana'],
    ['strokes', 'Łódź', 'Lodz'],
    ['spaces', 'River Network', 'River  Net work'],
    ['signs', 'River Network', '«River-Network».'],
    ['a modifier letter', 'River Network', 'Riverʼ Network'],
    ['a click letter', 'River Network', 'River Networkǃ'],
    ['wide forms', 'River Network', 'Ｒｉｖｅｒ Ｎｅｔｗｏｒｋ'],
    ['styled forms', 'River Network', '𝑹𝒊𝒗𝒆𝒓 𝓝𝓮𝓽𝔀𝓸𝓻𝓴'],
    ['ligatures', 'Offices', 'Oﬃces'],
    ['Cyrillic letters', 'Response', 'Rеsроnsе'],
    ['Cyrillic alone', 'PEKA', 'РЕКА'],
    ['Cyrillic alone, in small letters', 'PEKA', 'река'],
    ['Greek capitals', 'ABTO', 'ΑΒΤΟ'],
    ['Greek and Cyrillic', 'ΑΡΧΗ', 'АРХН'],
    ['a Cherokee letter', 'DAILY', 'ᎠAILY'],
    ['an I for an l', 'Al Workers', 'AI workers'],
    ['a one for an l', 'alpha', 'a1pha'],
    ['a zero', 'Nova', 'N0va'],
    ['rn for m', 'modra', 'rnodra'],
    ['vv for w', 'River Network', 'River Netvvork'],
    ['ornament that looks like letters', 'River Network', '× River Network ×'],
    ['a lunate sigma', 'Circle', 'Ϲirϲle'],
    ['a lunate sigma for a sigma', 'Ποταμός', 'Ποταμόϲ'],
    ['a long s', 'Forest', 'Foreſt'],
    ['a halfwidth bar', 'Circle', 'Circ￨e'],
    ['an accent alone', 'River Network', 'R˛ver Network'],
    ['a long dash', 'Rivers and Woods', 'Rivers — and — Woods'],
    ['a stretched letter', 'شبكة الأنهار', 'شـبكة الأنهـار'],
    ['a bar', 'alpha', 'a|pha'],
    ['a mark that another script stacks', 'Nova', 'No\u17d2va'],
    ['a joiner', 'می‌خواهم', 'میخواهم'],
  ];
  for (const [why, one, other] of pairs) test(why, () => assert.ok(alike(one, other)));
});

suite('names that nobody takes for each other', () => {
  const pairs: readonly (readonly [one: string, other: string])[] = [
    ['River Network', 'River Networks'],
    ['SLP', 'SIP'],
    ['ai', 'al'],
    ['Nova', 'Vona'],
    ['Δίκτυο', 'Diktyo'],
    ['Local 10', 'Local 1'],
    ['فرع ١٠', 'فرع ١'],
    ['בית', 'בת'],
    ['Það', 'Þa'],
    ['中', '申'],
    ['Green Party of Serbia', 'Green Party of Greece'],
  ];
  for (const [one, other] of pairs) test(`${one} and ${other}`, () => assert.ok(!alike(one, other)));
});

test('a name has a letter, and one that is no mere sign to the eye', () => {
  for (const name of ['Nova', 'Δ', 'я', '中', 'ب', 'क', 'C++', '1917 Club']) assert.ok(hasLetter(name), name);
  for (const name of ['1917', '…', '★', '🌾', 'ʼ', 'ǃ', '|', '\u0301', '-', '①', '\u200d'])
    assert.ok(!hasLetter(name), name);
});

test('each likeness is of one form, and likenesses do not change', () => {
  assert.deepEqual(likenessesOf('AI Река ǀ'), [
    '1 alpeĸal',
    '2 aipeĸal',
    '3 alpekal',
    '4 alpeĸal',
    '5 aipeĸal',
    '6 alpekal',
    '7 alpeĸal',
    '8 aipeĸal',
    '9 alpekal',
  ]);
  // A change of the tables judges records otherwise.
  assert.deepEqual(likenessesOf('Ψηφιακή № 10'), likenessesOf('ψηφιακη No 10'));
});

test('the tables are those of version 1', () => {
  const tables = [
    HIDDEN,
    VIRAMAS,
    JOINING_ON,
    JOINING_BACK,
    TRANSPARENT,
    LETTERS,
    NUMBERS_AND_VOWELS,
    FOLDED,
    UPPER,
    PROTOTYPES,
  ];
  assert.equal(base64url(sha256(utf8(tables.join('')))), 'eTwTb_hEki-p1HequgOvpqWe1ZYK8EXSBLXefqckyQY');
});
