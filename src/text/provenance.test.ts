import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import * as fc from 'fast-check';
import type { ClauseId } from '../base/ids.ts';
import { editedArbitrary, amendedArbitrary } from './arbitrary-changes.test.ts';
import type { Change } from './change.ts';
import type { Clause } from './clause.ts';
import { changesBetween } from './derive.ts';
import { merge } from './merge.ts';
import { type Version, provenance } from './provenance.ts';

const id = (text: string) => text as ClauseId;
const clause = (name: string, words: string): Clause => ({ id: id(name), kind: 'paragraph', words });

/** Each clause with its words, each run behind the name of its source. */
const told = (...versions: readonly Version<string>[]): readonly string[] =>
  provenance(versions).map(
    ({ clause: name, runs }) => `${name} ${runs.map(({ text, source }) => `${source}<${text}>`).join('')}`,
  );

const version = (
  source: string,
  clauses: readonly Clause[],
  ...changes: readonly (readonly [string, Change])[]
): Version<string> => ({
  clauses,
  source,
  changes: changes.map(([by, change]) => ({ change, source: by })),
});

const replace = (words: string, name = 'a'): Change => ({ kind: 'replace', clause: id(name), words });

suite('who wrote what', () => {
  const first = version('ada', [
    clause('a', 'All rivers are kept clean by those who live there.'),
    clause('b', 'Lakes too.'),
  ]);
  const [a, b] = first.clauses as [Clause, Clause];

  test('is who brought the words in', () => {
    assert.deepEqual(told(first), [`a ada<${a.words}>`, 'b ada<Lakes too.>']);
    const words = 'All rivers are kept clean and full by those who live there.';
    assert.deepEqual(told(first, version('ada 2', [clause('a', words), b], ['bor', replace(words)])), [
      'a ada<All rivers are kept clean >bor<and full >ada<by those who live there.>',
      'b ada<Lakes too.>',
    ]);
  });

  test('knows what several brought to one clause, and what the revision added of its own', () => {
    const taken: readonly (readonly [string, Change])[] = [
      ['bor', replace(a.words.replace('All', 'The'))],
      ['cvet', replace(a.words.replace('clean', 'pure'))],
      ['dita', { kind: 'add', after: id('a'), clause: clause('x', 'Springs as well.') }],
    ];
    const words = 'The rivers shall be kept pure by those who live there.';
    assert.deepEqual(
      told(first, version('ada 2', [clause('a', words), clause('x', 'Springs as well, always.'), b], ...taken)),
      [
        'a bor<The>ada< rivers >ada 2<shall be>ada< kept >cvet<pure>ada< by those who live there.>',
        'x dita<Springs as well>ada 2<, always>dita<.>',
        'b ada<Lakes too.>',
      ],
    );
  });

  test('gives rivals that were worked together their own', () => {
    const taken: readonly (readonly [string, Change])[] = [
      ['bor', replace(a.words.replace('kept clean', 'kept pure'))],
      ['cvet', replace(a.words.replace('kept clean', 'held clear'))],
    ];
    assert.deepEqual(
      told(
        first,
        version('ada 2', [clause('a', a.words.replace('kept clean', 'kept pure and clear')), b], ...taken),
      )[0],
      'a ada<All rivers are kept >bor<pure>ada< >ada 2<and>cvet< clear>ada< by those who live there.>',
    );
  });

  test('is the first of those who brought the same', () => {
    const words = a.words.replace('clean', 'pure');
    const taken = ['bor', 'cvet'].map((by) => [by, replace(words)] as const);
    assert.match(told(first, version('ada 2', [clause('a', words), b], ...taken))[0] ?? '', /kept >bor<pure>ada</u);
  });

  test('stays through moves, splits and joins', () => {
    const split = version('bor', [
      b,
      clause('a', 'All rivers are kept clean.'),
      clause('x', 'They are kept clean by those who live there.'),
    ]);
    assert.deepEqual(told(first, split), [
      'b ada<Lakes too.>',
      'a ada<All rivers are kept clean>bor<.>',
      'x bor<They are kept clean>ada< by those who live there.>',
    ]);
    const join = version('cvet', [b, clause('a', 'All rivers are kept clean, kept clean by those who live there.')]);
    assert.deepEqual(told(first, split, join), [
      'b ada<Lakes too.>',
      'a ada<All rivers are kept clean>cvet<,>bor< kept clean>ada< by those who live there.>',
    ]);
  });

  test('gives every character one source, of those that there are', () => {
    const sources = new Set(['0', '1', '2', '3']);
    fc.assert(
      fc.property(editedArbitrary, amendedArbitrary, ([before, after], [other, amendments]) => {
        const changes = changesBetween(before, after).map((change) => ['1', change] as const);
        const merged = merge(other, amendments).clauses;
        const versions = [
          version('0', before),
          version('2', after, ...changes),
          version('0', other),
          version('3', merged, ...amendments.map(({ number, change }) => [`${number % 4}`, change] as const)),
        ];
        for (const count of [1, 2, 3, 4]) {
          const all = provenance(versions.slice(0, count));
          const clauses = versions[count - 1]?.clauses ?? [];
          assert.deepEqual(
            all.map((one) => [one.clause, one.runs.map(({ text }) => text).join('')]),
            clauses.map((one) => [one.id, one.words]),
          );
          for (const { runs } of all) {
            assert.ok(
              runs.every(({ text, source }, i) => text !== '' && sources.has(source) && source !== runs[i - 1]?.source),
            );
          }
        }
        // What was taken in as it was proposed leaves nothing to whoever wrote the revision.
        assert.ok(provenance(versions.slice(0, 2)).every(({ runs }) => runs.every(({ source }) => source !== '2')));
        assert.deepEqual(provenance([...versions, version('9', merged)]), provenance(versions));
      }),
      { numRuns: 150 },
    );
  });

  test('is found soon in a long text', () => {
    const long = Array.from({ length: 5000 }, (_, i) => clause(`p${i}`, `The words of paragraph ${i}, all of them.`));
    const later = long.toReversed().map(({ id: name, words }) => clause(name, words.replace('all', 'each')));
    const changes = later.map(({ id: name, words }) => ['bor', replace(words, name)] as const);
    assert.equal(
      told(version('ada', long), version('cvet', later, ...changes))[0],
      'p4999 ada<The words of paragraph 4999, >bor<each>ada< of them.>',
    );
  });
});
