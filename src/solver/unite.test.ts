import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { signersOf } from '../text/common/check.ts';
import type { Problem } from '../text/common/problem.ts';
import { everyChoice, madeUp } from '../../test/kit/problems.ts';
import { createUniting } from '../text/common/unite.ts';
import { createHighs } from './highs.ts';

const solver = await createHighs();

const unity = (problem: Problem, present: readonly (string | null)[]) => {
  const uniting = createUniting(problem, present, solver);
  uniting.search(2000);
  while (uniting.prove());
  const answer = uniting.answer();
  uniting.dispose();
  return answer;
};

test('the fewest clauses to change are those that trying everything finds; a clause that is only proposed may stay away', () => {
  fc.assert(
    fc.property(fc.integer(), fc.boolean(), fc.boolean(), (seed, absolute, proposed) => {
      const problem = madeUp({ clauses: 4, variants: 2, signers: 5, objects: 0.12, conditions: 3 }, seed, absolute);
      const present = problem.clauses.map((_, at) => (proposed && at === 0 ? null : 'v0'));
      const changes = everyChoice(problem)
        .filter((choice) => signersOf(problem, choice).length === problem.signers.length)
        .map((choice) => choice.filter((variant, at) => variant !== present[at]).length);
      const { clauses, least } = unity(problem, present);
      const fewest = changes.length === 0 ? null : Math.min(...changes);
      assert.equal(least, fewest);
      assert.equal(clauses?.length ?? null, fewest);
    }),
    { numRuns: 150 },
  );
});

test('each clause is named with what is said against it, by whom, and with words that would do', () => {
  const problem: Problem = {
    clauses: [
      { id: 'rent', weight: 1, variants: ['present', 'bridge'] },
      { id: 'water', weight: 1, variants: ['present'] },
    ],
    rules: [],
    signers: [
      { id: 'A', objects: [{ clause: 'rent', variant: 'present' }], conditions: [] },
      { id: 'B', objects: [], conditions: [] },
    ],
  };
  assert.deepEqual(unity(problem, ['present', 'present']), {
    clauses: [
      {
        clause: 'rent',
        to: 'bridge',
        obstacles: [{ signer: 'A', obstacle: { kind: 'objection', clause: 'rent', variant: 'present' } }],
      },
    ],
    least: 1,
    contradictions: { found: [], complete: true },
  });
});
