import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import fc from 'fast-check';
import { pointFault } from '../text/common/check.ts';
import { type Frontier, createFrontier } from '../text/common/frontier.ts';
import {
  type Condition,
  type Problem,
  type Rule,
  type VariantRef,
  isProven,
  problemFault,
} from '../text/common/problem.ts';
import type { LinearSolver } from '../text/common/program.ts';
import { bruteFrontier, madeUp } from '../../test/kit/problems.ts';
import { createHighs } from './highs.ts';

let solver: LinearSolver;
before(async () => {
  solver = await createHighs();
});

/** Small problems of every kind: weights, rules, identical signers, absolute and conditional conditions, contradictions. */
const problems: fc.Arbitrary<Problem> = fc
  .record({ variants: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 4 }) })
  .chain(({ variants }) => {
    const refs = variants.flatMap((many, clause) =>
      Array.from({ length: many }, (_, variant): VariantRef => ({ clause: `c${clause}`, variant: `v${variant}` })),
    );
    const some = (minLength: number, maxLength: number) =>
      fc.uniqueArray(fc.constantFrom(...refs), { minLength, maxLength });
    const when = fc.option(some(1, 2), { freq: 4 });
    const condition: fc.Arbitrary<Condition> = fc.oneof(
      fc.record({ when, needs: some(0, 3) }),
      fc.record({ when, forbids: some(0, 2) }),
    );
    const rule: fc.Arbitrary<Rule> = fc.oneof(
      fc.record({ when: some(1, 2), needs: some(0, 2) }),
      fc.record({ when: some(1, 2), forbids: some(1, 2) }),
    );
    return fc.record({
      rules: fc.array(rule, { maxLength: 2 }),
      clauses: fc.tuple(
        ...variants.map((many, clause) =>
          fc.record({
            id: fc.constant(`c${clause}`),
            weight: fc.integer({ min: 0, max: 4 }),
            variants: fc.constant(Array.from({ length: many }, (_, variant) => `v${variant}`)),
          }),
        ),
      ),
      signers: fc
        .array(fc.record({ objects: some(0, 3), conditions: fc.array(condition, { maxLength: 3 }) }), { maxLength: 6 })
        .map((signers) => signers.map((signer, at) => ({ id: `s${at}`, ...signer }))),
    });
  });

const solved = (frontier: Frontier, changes: number): ReturnType<Frontier['points']> => {
  try {
    frontier.search(changes);
    while (frontier.prove());
    return frontier.points();
  } finally {
    frontier.dispose();
  }
};

test('the frontier of a small problem is what trying everything finds, each point proven', () => {
  fc.assert(
    fc.property(problems, fc.constantFrom(0, 50, 5000), (problem, changes) => {
      assert.equal(problemFault(problem), null);
      const points = solved(createFrontier(problem, solver), changes);
      assert.deepEqual(
        points.map(({ text }) => text?.weight ?? null),
        bruteFrontier(problem),
      );
      assert.ok(points.every(isProven));
    }),
    { numRuns: 300 },
  );
});

test('texts and bounds never grow with the signers, and every text passes the check, proven or not', () => {
  fc.assert(
    fc.property(fc.integer(), fc.boolean(), fc.nat(60), (seed, absolute, programs) => {
      const shape = { clauses: 20, variants: 3, signers: 14, objects: 0.08, conditions: 3 };
      const problem = madeUp(shape, seed, absolute);
      const frontier = createFrontier(problem, solver);
      frontier.search(500);
      for (let i = 0; i < programs && frontier.prove(); i++);
      const points = frontier.points();
      frontier.dispose();
      for (const [at, point] of points.entries()) {
        assert.equal(pointFault(problem, point), null);
        const next = points[at + 1];
        if (next === undefined) continue;
        assert.ok((point.text?.weight ?? -1) >= (next.text?.weight ?? -1));
        assert.ok((point.bound ?? -1) >= (next.bound ?? -1));
      }
    }),
    { numRuns: 40 },
  );
});
