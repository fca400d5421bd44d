import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { folded, formsOf, soughtAs, tokensIn } from './folding.ts';

/** Whether somebody who types this finds that. */
const finds = (typed: string, written: string): boolean => {
  const [sought] = tokensIn(typed).map(({ word }) => soughtAs(word));
  const forms = new Set(tokensIn(written).flatMap(({ word }) => formsOf(word)));
  return sought?.some((one) => forms.has(one)) ?? false;
};

describe('a word is found', () => {
  const ALIKE: readonly (readonly [why: string, ...words: string[]])[] = [
    ['in capitals', 'Ποταμός', 'ΠΟΤΑΜΟΣ', 'ποταμος'],
    ['without accents', 'Şırnak', 'sirnak', 'ŞIRNAK'],
    ['with a final sigma or another', 'νερός', 'νεροσ'],
    ['with ё or е', 'Орёл', 'Орел', 'ОРЁЛ'],
    ['with đ or dj', 'Đorđe', 'Djordje', 'ĐORĐE'],
    ['with ß or ss', 'Straße', 'strasse', 'STRASSE'],
    ['from Latin letters in Cyrillic ones, and back', 'Сава', 'Sava'],
    ['as Serbian is written in either script', 'Ђорђевић', 'Đorđević', 'Djordjevic'],
    ['as Serbian is written in either script', 'Дриња', 'Drinja'],
    ['as Russian is written in Latin letters', 'Шахты', 'Shakhty', 'Šahty'],
    ['as Russian is written in Latin letters', 'Юрий', 'Yuriy', 'Jurij', 'Iurii'],
    ['as Russian is written in Latin letters', 'Щука', 'Shchuka', 'Ščuka'],
    ['as Greek is written in Latin letters', 'Θεσσαλονίκη', 'Thessaloniki', 'Tesaloniki'],
    ['as Greek is written in Latin letters', 'Χανιά', 'Chania', 'Hania', 'Khania'],
    ['as Greek is written in Latin letters', 'Δίκτυο', 'Diktyo', 'Diktio'],
    ['as Greek is written in Latin letters', 'Ξάνθη', 'Xanthi', 'Ksanthi'],
    ['as Greek is written in Latin letters', 'Αύγουστος', 'Avgoustos', 'Augustos'],
    ['from Greek letters in Cyrillic ones', 'Σάβα', 'Сава'],
  ];
  for (const [why, first = '', ...others] of ALIKE)
    it(`${why}: ${[first, ...others].join(', ')}`, () => {
      for (const other of others) {
        assert.ok(finds(first, other), `${first} finds ${other}`);
        assert.ok(finds(other, first), `${other} finds ${first}`);
      }
    });

  it('however it is written, by itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        for (const { from, to, word } of tokensIn(text)) {
          assert.equal(folded(text.slice(from, to)), word);
          assert.ok(finds(word, text));
        }
      }),
    );
  });
});

describe('within a script nothing but letters counts', () => {
  for (const [typed, written] of [
    ['cat', 'chat'],
    ['sore', 'shore'],
    ['tat', 'that'],
    ['леш', 'лес'],
  ] as const)
    it(`${typed} does not find ${written}`, () => assert.ok(!finds(typed, written)));
});

it('a word of any length takes little room', () => {
  assert.equal(folded('x'.repeat(10_000)).length, 40);
  assert.equal(tokensIn('ß'.repeat(10_000))[0]?.word.length, 40);
});
