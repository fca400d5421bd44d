import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { contradictionsOf } from './contradictions.ts';
import { type Demand, demandsOf, meeting } from './demands.ts';
import { obstaclesOf } from './check.ts';
import type { Condition, Problem, VariantRef } from './problem.ts';
import { everyChoice, madeUp } from '../../../test/kit/problems.ts';

const ref = (clause: string, variant = 'v0'): VariantRef => ({ clause, variant });

const problemWith = (...conditions: readonly (readonly Condition[])[]): Problem => ({
  clauses: ['c4', 'c7', 'c9'].map((id) => ({ id, weight: 1, variants: ['v0', 'v1'] })),
  rules: [],
  signers: conditions.map((own, at) => ({ id: 'ABCDE'.charAt(at), objects: [], conditions: own })),
});

/** Whether any choice with this wording meets these demands, by trying all. */
const possible = (problem: Problem, demands: readonly Demand[], goal: VariantRef | null): boolean =>
  everyChoice(problem).some(
    (choice) =>
      (goal === null || choice[problem.clauses.findIndex(({ id }) => id === goal.clause)] === goal.variant) &&
      demands.every((demand) => {
        const objects = demand.kind === 'objection' ? [demand.variant] : [];
        const conditions = demand.kind === 'objection' ? [] : [demand.condition];
        return obstaclesOf(problem, { id: '', objects, conditions }, choice).length === 0;
      }),
  );

test('two who want the opposite of each other are named, and nobody else', () => {
  const problem = problemWith(
    [{ when: [ref('c4')], needs: [ref('c7')] }],
    [{ when: [ref('c7')], forbids: [ref('c4')] }],
    [{ when: [ref('c9')], needs: [ref('c4'), ref('c7')] }],
  );
  const { found, complete } = contradictionsOf(problem);
  assert.ok(complete);
  assert.deepEqual(
    found.map(({ wording, demands }) => [wording, demands.map(({ signer }) => signer)]),
    [[ref('c4'), ['A', 'B']]],
  );
});

test('a circle of conditions that can be met all at once is no contradiction', () => {
  const circle = problemWith(
    [{ when: [ref('c4')], needs: [ref('c7')] }],
    [{ when: [ref('c7')], needs: [ref('c9')] }],
    [{ when: [ref('c9')], needs: [ref('c4')] }],
  );
  assert.deepEqual(contradictionsOf(circle), { found: [], complete: true });
});

test('a circle in which one link excludes another is one', () => {
  const circle = problemWith(
    [{ when: [ref('c4')], needs: [ref('c7')] }],
    [{ when: [ref('c7')], needs: [ref('c9')] }],
    [{ when: [ref('c9')], needs: [ref('c4', 'v1')] }],
  );
  const { found } = contradictionsOf(circle);
  const [first] = found;
  assert.deepEqual(
    first?.demands.map(({ signer }) => signer),
    ['A', 'B', 'C'],
  );
});

test('demands that no text at all can meet are found one by one', () => {
  const problem = problemWith(
    [{ when: null, needs: [ref('c4')] }],
    [{ when: null, forbids: [ref('c4')] }],
    [
      { when: null, needs: [ref('c7')] },
      { when: null, needs: [ref('c7', 'v1')] },
    ],
  );
  const { found } = contradictionsOf(problem);
  assert.deepEqual(
    found.map(({ wording, demands }) => [wording, demands.map(({ signer }) => signer).join('')]),
    [
      [null, 'AB'],
      [null, 'CC'],
    ],
  );
});

const shape = { clauses: 4, variants: 2, signers: 4, objects: 0.1, conditions: 3 };

test('what demands can meet is what trying everything finds', () => {
  fc.assert(
    fc.property(fc.integer(), fc.boolean(), fc.boolean(), (seed, absolute, whole) => {
      const problem = madeUp(shape, seed, absolute);
      const demands = demandsOf(problem);
      const goal = whole ? null : ref('c0');
      const met = meeting(demands, goal, { left: 1e6 });
      assert.equal(met.kind, possible(problem, demands, goal) ? 'possible' : 'impossible');
      if (met.kind === 'impossible') assert.ok(!possible(problem, met.because, goal));
    }),
    { numRuns: 300 },
  );
});

test('each contradiction is one, with no demand too many', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const problem = madeUp(shape, seed, true);
      for (const { wording, demands } of contradictionsOf(problem).found) {
        assert.ok(!possible(problem, demands, wording));
        for (const one of demands) {
          const others = demands.filter((other) => other !== one);
          assert.ok(possible(problem, others, wording));
        }
      }
    }),
    { numRuns: 100 },
  );
});

test('many conditions in circles come to an end', () => {
  const clauses = Array.from({ length: 300 }, (_, at) => `c${at}`);
  const conditions = clauses.map((id, at): Condition => ({
    when: [ref(id)],
    needs: [ref(`c${(at + 1) % 300}`), ref(`c${(at + 7) % 300}`, 'v1')],
  }));
  const problem: Problem = {
    clauses: clauses.map((id) => ({ id, weight: 1, variants: ['v0', 'v1'] })),
    rules: [],
    signers: conditions.map((one, at) => ({
      id: `s${at}`,
      objects: [],
      conditions: [one, { when: null, needs: [ref('c0')] }],
    })),
  };
  contradictionsOf(problem, 300_000);
});
