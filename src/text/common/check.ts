import { type Choice, type Condition, type Point, type Problem, type Rule, type Signer, refsOf } from './problem.ts';

/**
 * Checks answers against the problem itself, from the definitions alone: it shares no code with what finds them, and neither numbers
 * nor reduces anything.
 */

/** What keeps a signer from signing a choice. */
export type Obstacle =
  | { readonly kind: 'objection'; readonly clause: string; readonly variant: string }
  | { readonly kind: 'condition'; readonly condition: Condition };

/** Whether a condition or a rule holds in a choice. */
const holdsIn = (problem: Problem, choice: Choice): ((condition: Condition) => boolean) => {
  const isIn = stands(problem, choice);
  return (condition) =>
    (condition.when !== null && !condition.when.some(isIn)) ||
    ('needs' in condition ? condition.needs.some(isIn) : !refsOf(condition).some(isIn));
};

const stands = (problem: Problem, choice: Choice): ((ref: { clause: string; variant: string }) => boolean) => {
  const chosen = new Map(problem.clauses.map(({ id }, at) => [id, choice[at] ?? null]));
  return ({ clause, variant }) => chosen.get(clause) === variant;
};

/** The rules that a choice breaks: where there is one, it is no text. */
export const brokenRules = (problem: Problem, choice: Choice): readonly Rule[] => {
  const holds = holdsIn(problem, choice);
  return problem.rules.filter((rule) => !holds(rule));
};

/** All that keeps this signer from signing this choice, in the order in which it said so. */
export const obstaclesOf = (problem: Problem, signer: Signer, choice: Choice): readonly Obstacle[] => {
  const isIn = stands(problem, choice);
  const holds = holdsIn(problem, choice);
  return [
    ...signer.objects.filter(isIn).map(({ clause, variant }): Obstacle => ({ kind: 'objection', clause, variant })),
    ...signer.conditions
      .filter((condition) => !holds(condition))
      .map((condition): Obstacle => ({ kind: 'condition', condition })),
  ];
};

/** Whoever could sign a choice, in the problem's order. */
export const signersOf = (problem: Problem, choice: Choice): readonly string[] =>
  brokenRules(problem, choice).length > 0
    ? []
    : problem.signers.filter((signer) => obstaclesOf(problem, signer, choice).length === 0).map(({ id }) => id);

export type PointFault = 'not-a-choice' | 'wrong-signers' | 'too-few-signers' | 'wrong-weight' | 'bound-below-text';

/** Why a point is not what it says, or `null`. That its bound is no higher than need be is the solver's word; see `dual-bound.ts`. */
export const pointFault = (problem: Problem, { k, text, bound }: Point): PointFault | null => {
  if (text === null) return null;
  const { clauses } = problem;
  const { choice, signers, weight } = text;
  const fits = clauses.every(({ variants }, at) => choice[at] === null || variants.includes(choice[at] ?? ''));
  if (choice.length !== clauses.length || !fits) return 'not-a-choice';
  const able = signersOf(problem, choice);
  if (able.length !== signers.length || able.some((id, at) => id !== signers[at])) return 'wrong-signers';
  if (able.length < k) return 'too-few-signers';
  const kept = clauses.reduce((sum, clause, at) => sum + (choice[at] === null ? 0 : clause.weight), 0);
  if (kept !== weight) return 'wrong-weight';
  return bound === null || bound < weight ? 'bound-below-text' : null;
};
