import { pointFault } from './check.ts';
import { type Best, createEngine } from './engine.ts';
import { choiceOf, createInstance } from './instance.ts';
import type { CommonText, Point, Problem } from './problem.ts';
import type { LinearSolver } from './program.ts';

/** The largest text for every number of signers asked for, better and better known. */
export interface Frontier {
  readonly search: (changes: number) => void;
  readonly rounds: () => number;
  /** `false` where nothing is left to prove. */
  readonly prove: () => boolean;
  readonly changes: () => number;
  /**
   * What is known now, for each number asked for, rising. Texts and bounds never grow with `k`, and every text has passed the check.
   * @throws Error where one did not: a fault of this room
   */
  readonly points: () => readonly Point[];
  readonly dispose: () => void;
}

/** @param problem one without fault @param ks the numbers of signers asked for; without it, from 1 to all */
export const createFrontier = (
  problem: Problem,
  solver: LinearSolver,
  { ks, seed = 1 }: { readonly ks?: readonly number[] | undefined; readonly seed?: number } = {},
): Frontier => {
  const instance = createInstance(problem);
  const asked = askedOf(problem, ks);
  const engine = createEngine(instance, solver, asked, seed);

  const textOf = ({ chosen, groups }: Best): CommonText => {
    const choice = choiceOf(instance, chosen);
    const members = groups.flatMap((group) => instance.members[group] ?? []).sort((a, b) => a - b);
    return {
      choice,
      signers: members.map((member) => problem.signers[member]?.id ?? ''),
      weight: problem.clauses.reduce((sum, { weight }, at) => sum + (choice[at] === null ? 0 : weight), 0),
    };
  };
  return {
    search: engine.search,
    rounds: engine.rounds,
    prove: engine.prove,
    changes: engine.changes,
    points: () => {
      const texts = new Map<Best, CommonText>();
      let lowest = Infinity;
      return asked.map((k) => {
        const best = engine.best(k);
        const text = best === null ? null : (texts.get(best) ?? textOf(best));
        if (best !== null && text !== null) texts.set(best, text);
        // What fewer cannot sign, more cannot.
        lowest = Math.min(lowest, engine.bound(k));
        const point: Point = { k, text, bound: lowest < 0 ? null : lowest * instance.unit };
        const fault = pointFault(problem, point);
        if (fault !== null) throw new Error(`The text for ${k} signers failed the check: ${fault}`);
        return point;
      });
    },
    dispose: engine.dispose,
  };
};

const askedOf = ({ signers }: Problem, ks: readonly number[] | undefined): readonly number[] => {
  const all = Array.from(signers, (_, at) => at + 1);
  return ks === undefined ? all : all.filter((k) => ks.includes(k));
};
