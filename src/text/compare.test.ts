import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import * as fc from 'fast-check';
import type { ClauseId } from '../base/ids.ts';
import { clausesArbitrary } from './arbitrary.test.ts';
import type { Clause } from './clause.ts';
import { compareClauses } from './compare.ts';

const clause = (id: string, words = `Words of ${id}.`): Clause => ({ id: id as ClauseId, kind: 'operative', words });
const clauses = (ids: string): readonly Clause[] => ids.split('').map((id) => clause(id));

const outline = (before: readonly Clause[], after: readonly Clause[]): readonly string[] =>
  compareClauses(before, after).map((row) => `${row.kind} ${(row.kind === 'removed' ? row.before : row.after).id}`);

suite('two versions', () => {
  test('are compared clause by clause', () => {
    const [a, b, c, d] = [clause('a'), clause('b'), clause('c'), clause('d')];
    const changed = { ...c, words: 'Words of sea.' };
    assert.deepEqual(compareClauses([a, b, c], [a, changed, d]), [
      { kind: 'kept', after: a },
      { kind: 'removed', before: b },
      { kind: 'changed', before: c, after: changed },
      { kind: 'added', after: d },
    ]);
  });

  test('show a move as one clause moved, not as all others', () => {
    assert.deepEqual(outline(clauses('abcde'), clauses('bcdea')), ['kept b', 'kept c', 'kept d', 'kept e', 'moved a']);
    assert.deepEqual(outline(clauses('abcde'), clauses('eabcd')), ['moved e', 'kept a', 'kept b', 'kept c', 'kept d']);
  });

  test('show a removed clause where it stood', () => {
    assert.deepEqual(outline(clauses('abcd'), clauses('d')), ['removed a', 'removed b', 'removed c', 'kept d']);
    assert.deepEqual(outline(clauses('abc'), clauses('a')), ['kept a', 'removed b', 'removed c']);
  });

  test('differ where kind or level does', () => {
    const point: Clause = { ...clause('a'), kind: 'point', level: 1 };
    assert.deepEqual(outline([point], [{ ...point, level: 2 }]), ['changed a']);
  });

  test('give back both, each clause once', () => {
    fc.assert(
      fc.property(clausesArbitrary, clausesArbitrary, fc.nat(), (before, fresh, seed) => {
        const kept = before.filter((_, i) => (seed >> (i % 30)) % 2 === 0).toReversed();
        const after = [...kept, ...fresh.filter(({ id }) => before.every((clause) => clause.id !== id))];
        const rows = compareClauses(before, after);
        assert.deepEqual(
          rows.flatMap((row) => (row.kind === 'removed' ? [] : [row.after])),
          after,
        );
        const old = rows.flatMap((row) => (row.kind === 'added' ? [] : [row.kind === 'kept' ? row.after : row.before]));
        assert.deepEqual(new Set(old), new Set(before));
        assert.equal(old.length, before.length);
        assert.ok(compareClauses(before, before).every(({ kind }) => kind === 'kept'));
      }),
    );
  });
});
