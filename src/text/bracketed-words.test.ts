import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import * as fc from 'fast-check';
import type { ClauseId } from '../base/ids.ts';
import { proseArbitrary } from './arbitrary.test.ts';
import { type Part, type Piece, bracketedWords } from './bracketed-words.ts';
import type { Clause } from './clause.ts';
import { type Stretch, spelledOut } from './runs.ts';

const id = (text: string) => text as ClauseId;
const clause = (name: string, words = `Words of ${name}.`): Clause => ({ id: id(name), kind: 'paragraph', words });

const set = (words: readonly Stretch[]): string =>
  words.map(({ text, emphasis }) => (emphasis ? `<${text}>` : text)).join('');
const parted = (parts: readonly Part[]): string =>
  parts.map(({ begins, words }) => (begins === null ? '' : `|${begins.id}: `) + set(words)).join('');
const shownPiece = (piece: Piece): string =>
  piece.kind === 'agreed'
    ? set(piece.words)
    : [
        `[${set(piece.base)}]`,
        ...piece.variants.map(({ parts, amendments }) => `[${amendments.join(',')}: ${parted(parts)}]`),
      ].join('');

/** The words in brackets, where `wordings` are proposed as amendments 1, 2 … */
const brackets = (words: string, ...wordings: readonly (string | readonly [string, Clause])[]): string =>
  bracketedWords(
    words,
    wordings.map((wording, i) =>
      typeof wording === 'string'
        ? { number: i + 1, words: wording, into: [] }
        : { number: i + 1, words: wording[0], into: [wording[1]] },
    ),
  )
    .map(shownPiece)
    .join('');

suite('words in brackets', () => {
  test('stand once where they are agreed', () => {
    assert.equal(brackets('All rivers are kept clean.'), 'All rivers are kept clean.');
    assert.equal(
      brackets('All rivers are kept clean.', 'All lakes are kept clean.', 'All rivers are kept clean and full.'),
      'All [rivers][1: lakes] are kept clean[][2:  and full].',
    );
  });

  test('stand side by side where they are rivals, alike ones once', () => {
    assert.equal(
      brackets(
        'All rivers are kept clean by us.',
        'All rivers are kept pure by us.',
        'All rivers are held clear by us.',
        'All rivers are kept pure by us.',
      ),
      'All rivers are [kept clean][1,3: kept pure][2: held clear] by us.',
    );
  });

  test('show what is dropped, split and set otherwise', () => {
    assert.equal(brackets('All the rivers are clean.', 'All rivers are clean.'), 'All [the ][1: ]rivers are clean.');
    assert.equal(
      brackets('Rivers are clean and lakes are full.', ['Rivers are clean', clause('x', 'lakes are full.')]),
      'Rivers are clean[ and ][1: |x: ]lakes are full.',
    );
    assert.equal(brackets('All rivers are clean.', 'All *rivers* are clean.'), 'All [rivers][1: <rivers>] are clean.');
    assert.equal(
      brackets('See [this](https://a.example) for all of that.', 'See [this](https://b.example) for all of that.'),
      'See this (https://[a][1: b].example) for all of that.',
    );
  });

  test('show marks as they were typed where only they differ', () => {
    assert.equal(
      brackets('All *rivers* are clean.', 'All **rivers** are clean.'),
      'All *[][1: *]rivers[][1: *]* are clean.',
    );
  });

  test('are whole wordings where little is agreed', () => {
    assert.equal(
      brackets('All rivers are clean.', 'Everyone cleans the rivers.', 'All rivers are clear.'),
      '[All rivers are clean.][1: Everyone cleans the rivers.][2: All rivers are clear.]',
    );
  });

  test('never part what a reader takes for one character', () => {
    assert.equal(
      brackets('平和を👩‍🌾 e\u0301te\u0301 क्षि.', '平和が👩‍🌾 e\u0301te\u0301 क्षि.', '平和を👨‍🌾 e\u0301te\u0301 क्षि.'),
      '平和[を👩‍🌾][1: が👩‍🌾][2: を👨‍🌾] e\u0301te\u0301 क्षि.',
    );
  });

  test('give the words that stand, and those of every wording', () => {
    const near = fc.tuple(proseArbitrary, proseArbitrary, proseArbitrary, fc.array(proseArbitrary, { maxLength: 3 }));
    fc.assert(
      fc.property(near, ([a, b, c, others]) => {
        const words = `${a} ${b} ${c}`;
        const wordings = others.map((other, i) => ({
          number: i + 1,
          words: i % 2 === 0 ? `${a} ${other} ${c}` : other,
          into: [],
        }));
        const pieces = bracketedWords(words, wordings);
        for (const [i, piece] of pieces.entries())
          if (piece.kind === 'agreed') assert.ok(set(piece.words) !== '' && pieces[i - 1]?.kind !== 'agreed');
        const text = (number: number): string =>
          pieces
            .map((piece) => {
              if (piece.kind === 'agreed') return set(piece.words);
              const own = piece.variants.find(({ amendments }) => amendments.includes(number));
              return own === undefined ? set(piece.base) : parted(own.parts);
            })
            .join('')
            .replaceAll('><', '');
        for (const one of [{ number: 0, words }, ...wordings])
          assert.equal(text(one.number), set(spelledOut(one.words)).replaceAll('><', ''));
      }),
      { numRuns: 500 },
    );
  });
});
