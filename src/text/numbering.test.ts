import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Clause, clausesSchema } from './clause.ts';
import { numbering } from './numbering.ts';

type Kinds = readonly (Clause['kind'] | number)[];

const clauses = (...kinds: Kinds): readonly Clause[] =>
  clausesSchema.parse(
    kinds.map((kind, i) => ({
      id: `c${i}`,
      words: 'Words.',
      ...(typeof kind === 'number' ? { kind: 'point', level: kind } : { kind }),
    })),
  );
const numbers = (...kinds: Kinds) => [...numbering(clauses(...kinds)).values()];

test('operative clauses are numbered through the whole text, and nothing else is', () => {
  assert.deepEqual(numbers('preambular', 'heading', 'operative', 'paragraph', 'heading', 'operative', 'operative'), [
    '',
    '',
    '1',
    '',
    '',
    '2',
    '3',
  ]);
});

test('points are lettered by level, anew below each clause and each higher point', () => {
  assert.deepEqual(numbers('operative', 1, 1, 2, 2, 3, 4, 1, 2, 'operative', 1), [
    '1',
    '(a)',
    '(b)',
    '(i)',
    '(ii)',
    '(A)',
    '(1)',
    '(c)',
    '(i)',
    '2',
    '(a)',
  ]);
});

test('points go on below a paragraph, and past the alphabet', () => {
  assert.deepEqual(numbers('paragraph', 1, 'paragraph', 1), ['', '(a)', '', '(a)']);
  assert.deepEqual(numbers('operative', ...Array.from({ length: 28 }, () => 1 as const)).slice(-3), [
    '(z)',
    '(aa)',
    '(ab)',
  ]);
});
