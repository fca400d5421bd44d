import { type Demand, type Steps, demandsOf, meeting } from './demands.ts';
import { type Problem, type VariantRef, namedIn } from './problem.ts';

/** Demands of one or several signers, with the rules that they meet with, that cannot hold together, with no one too many: without any one of them the rest could. */
export interface Contradiction {
  /** The wording that can stand in no text that meets them; `null` where no text at all does. */
  readonly wording: VariantRef | null;
  readonly demands: readonly Demand[];
}

export interface Contradictions {
  /** Those with the fewest demands first. */
  readonly found: readonly Contradiction[];
  /** Whether every wording that a condition names was looked at. */
  readonly complete: boolean;
}

/** How many are named at most. */
const MOST_NAMED = 50;

/**
 * The contradictions among conditions, and between conditions and objections. A wording to which somebody simply objects is none. Circles of
 * conditions that can be met all at once, or by leaving all of them out, are none either.
 * @param steps how long to look, in demands looked at
 */
export const contradictionsOf = (problem: Problem, steps = 1_000_000): Contradictions => {
  const budget: Steps = { left: steps };
  const found: Contradiction[] = [];
  let demands = demandsOf(problem);
  const goals: (VariantRef | null)[] = [null, ...namedByConditions(problem)];
  for (const goal of goals) {
    // With nothing demanded, all can be met: this ends.
    for (;;) {
      if (found.length >= MOST_NAMED) return { found: ranked(found), complete: false };
      const met = meeting(demands, goal, budget);
      if (met.kind === 'given-up') return { found: ranked(found), complete: false };
      if (met.kind === 'possible') break;
      const least = leastOf(met.because, goal, budget);
      if (least === null) return { found: ranked(found), complete: false };
      const known = found.some(({ demands }) => sameDemands(demands, least));
      if (!known && !isPlainWish(least, goal) && !isRule(least)) found.push({ wording: goal, demands: least });
      if (goal !== null) break;
      // Others may contradict each other besides: without one of these, that shows.
      const last = least.findLast(({ kind }) => kind === 'condition') ?? least.at(-1);
      demands = demands.filter((one) => one !== last);
    }
  }
  return { found: ranked(found), complete: true };
};

/** The wordings that conditions speak of and to which nobody objects. */
const namedByConditions = ({ signers }: Problem): readonly VariantRef[] => {
  const key = ({ clause, variant }: VariantRef): string => JSON.stringify([clause, variant]);
  const objected = new Set(signers.flatMap(({ objects }) => objects.map(key)));
  const named = signers.flatMap(({ conditions }) => conditions.flatMap(namedIn));
  const distinct = new Map(named.map((ref) => [key(ref), ref]));
  return [...distinct].filter(([ref]) => !objected.has(ref)).map(([, ref]) => ref);
};

/** Drops one demand after the other as long as the rest contradict each other; `null` where the budget ran out. */
const leastOf = (demands: readonly Demand[], goal: VariantRef | null, budget: Steps): readonly Demand[] | null => {
  let left = demands;
  for (const demand of demands) {
    const without = left.filter((one) => one !== demand);
    const met = meeting(without, goal, budget);
    if (met.kind === 'given-up') return null;
    if (met.kind === 'impossible') left = without;
  }
  return left;
};

/** Whoever signs only a text with other words contradicts nobody: it objects to these. */
const isPlainWish = ([first, ...others]: readonly Demand[], goal: VariantRef | null): boolean =>
  goal !== null &&
  others.length === 0 &&
  first?.kind === 'condition' &&
  first.condition.when?.some(({ clause, variant }) => clause === goal.clause && variant === goal.variant) !== true;

/** Nobody asks for it: no text has this wording. */
const isRule = (demands: readonly Demand[]): boolean => demands.every(({ kind }) => kind === 'rule');

const sameDemands = (a: readonly Demand[], b: readonly Demand[]): boolean =>
  a.length === b.length && a.every((one) => b.includes(one));

const ranked = (found: readonly Contradiction[]): readonly Contradiction[] =>
  found.toSorted((a, b) => a.demands.length - b.demands.length);
