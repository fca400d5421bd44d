import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import * as fc from 'fast-check';
import type { ClauseId } from '../base/ids.ts';
import { clausesArbitrary } from './arbitrary.test.ts';
import { editedArbitrary } from './arbitrary-changes.test.ts';
import type { Clause } from './clause.ts';
import { mergeEdits } from './merge-edits.ts';

const id = (text: string) => text as ClauseId;
const clause = (name: string, words = `Words of ${name}.`): Clause => ({ id: id(name), kind: 'paragraph', words });

const base = [clause('a', 'All rivers are kept clean by everyone.'), clause('b'), clause('c')];
const [a, b, c] = base as [Clause, Clause, Clause];
const words = (clauses: readonly Clause[]): string => clauses.map((one) => `${one.id}: ${one.words}`).join(' ');

suite('two edits of one draft', () => {
  test('come together, in one clause too', () => {
    const ours = [clause('a', 'All the rivers are kept clean by everyone.'), b, clause('x', 'New.'), c];
    const theirs = [clause('a', 'All rivers are kept clean by us.'), c, b];
    const { clauses, collisions } = mergeEdits(base, ours, theirs);
    assert.equal(words(clauses), 'a: All the rivers are kept clean by us. c: Words of c. b: Words of b. x: New.');
    assert.deepEqual(collisions, []);
  });

  test('leave ours where they collide, and say what theirs was', () => {
    const ours = [clause('a', 'All rivers are kept pure by everyone.'), b, c];
    const split = [clause('a', 'All rivers flow.'), clause('x', 'They are kept clear by everyone.')];
    const theirs = [...split, b, clause('c', 'Others.')];
    const { clauses, collisions } = mergeEdits(base, ours, theirs);
    assert.equal(words(clauses), 'a: All rivers are kept pure by everyone. b: Words of b. c: Others.');
    assert.deepEqual(collisions, [{ clause: 'a', ours: [ours[0]], theirs: split }]);
    assert.deepEqual(mergeEdits(base, [b, c], ours).collisions, [{ clause: 'a', ours: [], theirs: [ours[0]] }]);
  });

  test('keep both new clauses where they were given one id', () => {
    const { clauses, renamed } = mergeEdits(
      base,
      [...base, clause('p1', 'Forests stand where they stood.')],
      [a, clause('p1', 'Fish may pass.'), b, c],
    );
    assert.equal(
      clauses.map((one) => `${one.id} ${one.words}`).join('|'),
      `a ${a.words}|p2 Fish may pass.|b ${b.words}|c ${c.words}|p1 Forests stand where they stood.`,
    );
    assert.deepEqual([...renamed], [['p1', 'p2']]);
  });

  test('know a new clause that one of them went on writing', () => {
    const [early, late] = [clause('p1', 'Forests stand'), clause('p1', 'Forests stand where they stood.')];
    assert.deepEqual(mergeEdits(base, [...base, late], [...base, early]), {
      clauses: [...base, late],
      collisions: [{ clause: 'p1', ours: [late], theirs: [early] }],
      renamed: new Map(),
    });
    assert.deepEqual(mergeEdits(base, [...base, late], [...base, late]).clauses, [...base, late]);
  });

  test('are what the one made where the other made nothing or the same', () => {
    fc.assert(
      fc.property(editedArbitrary, ([before, after]) => {
        for (const [ours, theirs] of [
          [after, before],
          [before, after],
          [after, after],
        ] as const)
          assert.deepEqual(mergeEdits(before, ours, theirs), { clauses: after, collisions: [], renamed: new Map() });
      }),
      { numRuns: 500 },
    );
  });

  test('lose nothing that only one of them touched, and give each id once', () => {
    fc.assert(
      fc.property(editedArbitrary, clausesArbitrary, ([before, ours], more) => {
        const known = new Set(before.map((one) => one.id));
        const theirs = [...before.slice(1), ...more.filter((one) => !known.has(one.id))];
        const { clauses, collisions, renamed } = mergeEdits(before, ours, theirs);
        const ids = clauses.map((one) => one.id);
        assert.equal(new Set(ids).size, ids.length);
        for (const one of ours) if (one.id !== before[0]?.id) assert.ok(ids.includes(one.id));
        const fought = new Set(collisions.map((one) => one.clause));
        for (const one of theirs) {
          const name = renamed.get(one.id) ?? one.id;
          assert.ok(known.has(one.id) || fought.has(name) || ids.includes(name));
        }
      }),
      { numRuns: 500 },
    );
  });
});
