import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import * as fc from 'fast-check';
import { applyChange } from './apply-change.ts';
import { clausesArbitrary } from './arbitrary.test.ts';
import { changeBy, diceArbitrary } from './arbitrary-changes.test.ts';
import { broughtBy } from './change-parts.ts';
import type { Change } from './change.ts';
import type { Clause } from './clause.ts';
import { changesBetween } from './derive.ts';
import { fromMarkdown, toMarkdown } from './markdown.ts';
import { merge } from './merge.ts';

/** The ids of clauses through everything that can be done to a text. */

const goneBy = (change: Change): readonly string[] =>
  change.kind === 'delete' ? [change.clause] : change.kind === 'join' ? change.clauses.slice(1) : [];

/** A step of somebody's work on a text: what the text is then, and what was done on purpose. */
type Step = (clauses: readonly Clause[], changes: readonly Change[]) => readonly [readonly Clause[], readonly Change[]];

const onePerson: Step = (clauses, [change]) => {
  const changed = change === undefined ? null : applyChange(clauses, change);
  return changed?.ok === true ? [changed.value, [change as Change]] : [clauses, []];
};

const everybody: Step = (clauses, changes) => {
  const {
    clauses: after,
    collisions,
    unfit,
  } = merge(
    clauses,
    changes.map((change, number) => ({ number, change })),
  );
  const left = new Set([...unfit, ...collisions.flatMap(({ amendments }) => amendments)]);
  return [after, changes.filter((_, number) => !left.has(number))];
};

/** Edited in place: only what the system derives from it is known. */
const inPlace: Step = (clauses, changes) => {
  const [after] = everybody(clauses, changes);
  const derived = changesBetween(clauses, after).map((change, number) => ({ number, change }));
  return [merge(clauses, derived).clauses, derived.map(({ change }) => change)];
};

/** Written out as Markdown with its ids, and read again. */
const written: Step = (clauses) => {
  if (clauses.length === 0) return [clauses, []];
  const read = fromMarkdown(toMarkdown({ title: null, clauses }), { before: clauses });
  return [read.ok ? read.value.clauses : assert.fail(read.error.kind), []];
};

const STEPS = [onePerson, everybody, inPlace, written];

suite('the ids of clauses', () => {
  test('survive any sequence of edits, merges and readings, each once', () => {
    const rounds = fc.array(fc.tuple(fc.constantFrom(...STEPS), fc.array(diceArbitrary, { maxLength: 4 })), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(clausesArbitrary, rounds, (begun, all) => {
        let clauses = begun;
        for (const [round, [step, dice]] of all.entries()) {
          if (clauses.length === 0) return;
          const before = clauses;
          const changes = dice.map((one, i) => changeBy(before, one, `${round}-${i}`));
          const [after, done] = step(before, changes);
          const gone = new Set(done.flatMap(goneBy));
          const wanted = [...before, ...done.flatMap(broughtBy)].map(({ id }) => id).filter((id) => !gone.has(id));
          const ids = after.map(({ id }) => id);
          assert.deepEqual(new Set(ids), new Set(wanted));
          assert.equal(ids.length, new Set(ids).size);
          clauses = after;
        }
      }),
      { numRuns: 500 },
    );
  });
});
