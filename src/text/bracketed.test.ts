import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import * as fc from 'fast-check';
import type { ClauseId } from '../base/ids.ts';
import { applyChange } from './apply-change.ts';
import { proseArbitrary } from './arbitrary.test.ts';
import { amendedArbitrary } from './arbitrary-changes.test.ts';
import { type BracketedRow, bracketedText } from './bracketed.ts';
import { type Part, type Piece, bracketedWords } from './bracketed-words.ts';
import type { Change } from './change.ts';
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

suite('a text in brackets', () => {
  const text = [clause('a'), clause('b')];
  const row = (one: BracketedRow): string => {
    if (one.kind !== 'clause') return `${one.kind} ${one.clause.id} ${one.amendments.join(',')}`;
    const wants = [
      ...one.forms.map(({ form, amendments }) => `as ${form.kind} ${amendments.join(',')}`),
      ...one.moves.map(({ after, amendments }) => `to ${after ?? '–'} ${amendments.join(',')}`),
      ...one.joins.map(
        ({ clauses, words, amendments }) => `join ${clauses.join('')} "${words}" ${amendments.join(',')}`,
      ),
      ...(one.deletions.length === 0 ? [] : [`delete ${one.deletions.join(',')}`]),
    ];
    return `${one.pieces.map(shownPiece).join('')}${wants.map((want) => ` (${want})`).join('')}`;
  };
  const rows = (...changes: readonly Change[]) =>
    bracketedText(
      text,
      changes.map((change, i) => ({ number: i + 1, change })),
    ).map(row);

  test('shows what is wanted of a clause, and where', () => {
    const as = { kind: 'heading' } as const;
    assert.deepEqual(
      rows(
        { kind: 'delete', clause: id('a') },
        { kind: 'replace', clause: id('a'), words: 'Words of a.', as },
        { kind: 'move', clause: id('b'), after: null },
        { kind: 'add', after: id('a'), clause: clause('x') },
        { kind: 'join', clauses: [id('a'), id('b')], words: 'Words.' },
        { kind: 'replace', clause: id('b'), words: 'Words of it.' },
        { kind: 'move', clause: id('b'), after: null },
        { kind: 'delete', clause: id('a') },
        { kind: 'delete', clause: id('none') },
      ),
      [
        'arrival b 3,7',
        'Words of a. (as heading 2) (join ab "Words." 5) (delete 1,8)',
        'addition x 4',
        'Words of [b][6: it]. (to – 3,7) (join ab "Words." 5)',
      ],
    );
  });

  test('shows every amendment that fits and does something', () => {
    fc.assert(
      fc.property(amendedArbitrary, ([clauses, amendments]) => {
        const shown = bracketedText(clauses, amendments).flatMap((one): readonly number[] =>
          one.kind === 'clause'
            ? [
                ...[...one.forms, ...one.moves, ...one.joins].flatMap((want) => want.amendments),
                ...one.deletions,
                ...one.pieces.flatMap((piece) =>
                  piece.kind === 'open' ? piece.variants.flatMap((variant) => variant.amendments) : [],
                ),
              ]
            : one.amendments,
        );
        const fitting = amendments.filter(({ change }) => applyChange(clauses, change).ok);
        assert.deepEqual(new Set(shown), new Set(fitting.map(({ number }) => number)));
      }),
      { numRuns: 500 },
    );
  });
});
