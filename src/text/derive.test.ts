import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import * as fc from 'fast-check';
import type { ClauseId } from '../base/ids.ts';
import { applyChange } from './apply-change.ts';
import { clausesArbitrary } from './arbitrary.test.ts';
import { amendedArbitrary, editedArbitrary } from './arbitrary-changes.test.ts';
import type { Change } from './change.ts';
import type { Clause } from './clause.ts';
import { changesBetween } from './derive.ts';
import { merge } from './merge.ts';

const clause = (name: string, words = `Words of ${name}.`): Clause => ({
  id: name as ClauseId,
  kind: 'paragraph',
  words,
});
const text = ['a', 'b', 'c', 'd'].map((name) => clause(name));

const numbered = (changes: readonly Change[]) => changes.map((change, i) => ({ number: i + 1, change }));

/** Each change as its kind and the clauses that it is about. */
const shown = (after: readonly Clause[], before: readonly Clause[] = text): string =>
  changesBetween(before, after)
    .map((change) => {
      if (change.kind === 'add') return `add ${change.clause.id} behind ${change.after ?? '–'}`;
      if (change.kind === 'move') return `move ${change.clause} behind ${change.after ?? '–'}`;
      if (change.kind === 'join') return `join ${change.clauses.join(' ')}`;
      if (change.kind === 'split') return `split ${change.clause} into ${change.into.map(({ id }) => id).join(' ')}`;
      return `${change.kind} ${change.clause}${change.kind === 'replace' && change.as !== undefined ? ` as ${change.as.kind}` : ''}`;
    })
    .join(', ');

const [a, b, c, d] = text as [Clause, Clause, Clause, Clause];

suite('the changes between two texts', () => {
  test('are as few as may be', () => {
    assert.equal(shown(text), '');
    assert.equal(shown([a, clause('b', 'Other words.'), c, d]), 'replace b');
    assert.equal(shown([a, { ...b, kind: 'operative' }, c, d]), 'replace b as operative');
    assert.equal(shown([a, { ...b, kind: 'operative', words: 'Others.' }, c, d]), 'replace b as operative');
    assert.equal(shown([a, c, d]), 'delete b');
    assert.equal(
      shown([clause('x'), a, b, clause('y'), clause('z'), c, d]),
      'add x behind –, add y behind b, add z behind b',
    );
    assert.equal(shown([d, a, b, c]), 'move d behind –');
    assert.equal(shown([b, c, d, a]), 'move a behind d');
    assert.equal(
      shown([c, clause('x'), clause('a', 'Others.'), d]),
      'move c behind –, add x behind –, replace a, delete b',
    );
  });

  test('know a split by the words', () => {
    const long = [clause('a', 'All rivers are free, and all lakes are kept clean by everyone.'), b];
    const parts = [clause('a', 'All rivers are free.'), clause('x', 'All lakes are kept clean by everyone.')];
    assert.equal(shown([...parts, b], long), 'split a into x');
    assert.equal(shown([b, ...parts], long), 'move b behind –, split a into x');
    assert.equal(
      shown([parts[0] ?? a, clause('x', 'Mountains stand where they stood.'), b], long),
      'replace a, add x behind a',
    );
    assert.equal(
      shown(
        [
          clause('a', 'All rivers are free.'),
          { ...clause('x', 'All lakes are kept clean'), kind: 'heading' },
          clause('y', 'by everyone.'),
          b,
        ],
        long,
      ),
      'split a into x y',
    );
  });

  test('know a join by the words', () => {
    assert.equal(shown([a, clause('b', 'Words of b and words of c.'), d]), 'join b c');
    assert.equal(shown([a, clause('b', 'Words of b, words of c, words of d.')]), 'join b c d');
    assert.equal(shown([a, clause('b', 'Others.'), d]), 'replace b, delete c');
    assert.equal(
      shown([{ ...clause('a', 'Words of a, words of b.'), kind: 'heading' }, c, d]),
      'replace a as heading, join a b',
    );
  });

  test('merge into the later text, one by one and together', () => {
    const invert = ([before, after]: readonly [readonly Clause[], readonly Clause[]]): void => {
      const changes = changesBetween(before, after);
      assert.deepEqual(merge(before, numbered(changes)), { clauses: after, collisions: [], unfit: [] });
      for (const change of changes) assert.ok(applyChange(before, change).ok, JSON.stringify(change));
      if (changes.length === 0) assert.deepEqual(before, after);
    };
    fc.assert(fc.property(editedArbitrary, invert), { numRuns: 1000 });
    fc.assert(fc.property(fc.tuple(clausesArbitrary, clausesArbitrary), invert), { numRuns: 500 });
  });

  test('are no more than those that were made', () => {
    fc.assert(
      fc.property(amendedArbitrary, ([clauses, amendments]) => {
        const { clauses: after, collisions, unfit } = merge(clauses, amendments);
        const left = new Set([...unfit, ...collisions.flatMap((one) => one.amendments)]);
        const made = amendments.filter(({ number }) => !left.has(number)).map(({ change }) => change);
        // A split whose words say nothing of it is an addition more, a join so many deletions.
        const most = made.reduce(
          (sum, change) =>
            sum +
            (change.kind === 'split' ? 1 + change.into.length : change.kind === 'join' ? change.clauses.length : 1),
          0,
        );
        assert.ok(changesBetween(clauses, after).length <= most);
      }),
      { numRuns: 500 },
    );
  });

  test('are found soon in a long text', () => {
    const before = Array.from({ length: 5000 }, (_, i) => clause(`p${i}`, `The words of paragraph ${i}, all of them.`));
    const after = before.toReversed().flatMap((one, i) => {
      if (i % 7 === 0) return [];
      if (i % 11 === 0) return [clause(one.id, 'The words'), clause(`n${i}`, `of paragraph ${4999 - i}, all of them.`)];
      return [one];
    });
    assert.deepEqual(merge(before, numbered(changesBetween(before, after))).clauses, after);
  });
});
