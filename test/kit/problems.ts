import { createChance } from '../../src/text/common/chance.ts';
import type { Choice, Condition, Problem, Signer, VariantRef } from '../../src/text/common/problem.ts';
import { signersOf } from '../../src/text/common/check.ts';

/** Problems made up from a seed, and every choice of a small one, for tests and benchmarks. */

export interface Shape {
  readonly clauses: number;
  readonly variants: number;
  readonly signers: number;
  /** The share of all variants that each signer objects to. */
  readonly objects: number;
  readonly conditions: number;
}

/**
 * A third of the conditions are «with these words only if those stand», a third «with these words only if those do not», and a third,
 * where `absolute` says so, «only a text that has this clause, in one of two wordings»; otherwise these too depend on words.
 */
export const madeUp = (shape: Shape, seed: number, absolute = false): Problem => {
  const chance = createChance(seed);
  const below = (end: number): number => Math.floor(chance() * end);
  const ref = (clause: number, variant: number): VariantRef => ({ clause: `c${clause}`, variant: `v${variant}` });
  const clauses = Array.from({ length: shape.clauses }, (_, at) => ({
    id: `c${at}`,
    weight: 1,
    variants: Array.from({ length: shape.variants }, (_, variant) => `v${variant}`),
  }));
  const condition = (kind: number): Condition => {
    const first = below(shape.clauses);
    const second = (first + 1 + below(Math.max(1, shape.clauses - 1))) % shape.clauses;
    const when = [ref(first, below(shape.variants))];
    const variant = below(shape.variants);
    if (kind === 1) return { when, forbids: [ref(second, variant)] };
    const needs = [ref(second, variant), ref(second, (variant + 1) % shape.variants)];
    return kind === 2 ? { when: absolute ? null : when, needs } : { when, needs: needs.slice(0, 1) };
  };
  const signers = Array.from({ length: shape.signers }, (_, at): Signer => {
    const objects = clauses.flatMap((_, clause) =>
      Array.from({ length: shape.variants }, (_, variant) => ref(clause, variant)).filter(
        () => chance() < shape.objects,
      ),
    );
    return {
      id: `s${at}`,
      objects,
      conditions: Array.from({ length: shape.conditions }, (_, kind) => condition(kind % 3)),
    };
  });
  return { clauses, rules: [], signers };
};

export const everyChoice = (problem: Problem): readonly Choice[] =>
  problem.clauses.reduce<readonly Choice[]>(
    (choices, { variants }) => choices.flatMap((choice) => [null, ...variants].map((variant) => [...choice, variant])),
    [[]],
  );

/** For every number of signers from 1 the greatest weight, or `null` where they can sign nothing: by trying everything. */
export const bruteFrontier = (problem: Problem): readonly (number | null)[] => {
  const best = problem.signers.map((): number | null => null);
  for (const choice of everyChoice(problem)) {
    const able = signersOf(problem, choice).length;
    const weight = problem.clauses.reduce((sum, one, at) => sum + (choice[at] === null ? 0 : one.weight), 0);
    for (let k = 1; k <= able; k++) best[k - 1] = Math.max(best[k - 1] ?? 0, weight);
  }
  return best;
};
