import { type Obstacle, obstaclesOf, signersOf } from './check.ts';
import { type Contradictions, contradictionsOf } from './contradictions.ts';
import { createEngine } from './engine.ts';
import { createInstance } from './instance.ts';
import { type Choice, type Problem, namedIn } from './problem.ts';
import type { LinearSolver } from './program.ts';

/** What stands between the present text and unanimity: the fewest clauses that would have to change for all to sign. */
export interface Unity {
  /**
   * These clauses, in order; none where all could sign the text as it stands. `null`: no text was found that all could sign, whatever changes.
   */
  readonly clauses: readonly StandingClause[] | null;
  /** No fewer would do; `null` where it is proven that no change would do, for the conditions contradict each other. */
  readonly least: number | null;
  readonly contradictions: Contradictions;
}

export interface StandingClause {
  readonly clause: string;
  /** A wording tabled already with which it would do; `null`: the clause falls, or words are found that are not tabled yet. */
  readonly to: string | null;
  /** What is said against the present text here, and by whom. */
  readonly obstacles: readonly { readonly signer: string; readonly obstacle: Obstacle }[];
}

/** Stands for a clause that is not in the present text, left out as it is. */
const ABSENT = '';

export interface Uniting {
  readonly search: (changes: number) => void;
  readonly rounds: () => number;
  readonly changes: () => number;
  /** `false` where nothing is left to prove. */
  readonly prove: () => boolean;
  /** What is known now. It looks for contradictions each time. */
  readonly answer: () => Unity;
  readonly dispose: () => void;
}

/** @param present the present text: for each clause its wording, or `null` where it is only proposed */
export const createUniting = (problem: Problem, present: Choice, solver: LinearSolver): Uniting => {
  const all = problem.signers.length;
  const clauses = problem.clauses.map((clause, at) =>
    present[at] === null ? { ...clause, variants: [ABSENT, ...clause.variants] } : clause,
  );
  const stays = (clause: number, variant: string | null | undefined): boolean =>
    variant === (present[clause] ?? ABSENT) && variant !== undefined;
  const instance = createInstance({ ...problem, clauses }, (clause, variant) =>
    stays(clause, clauses[clause]?.variants[variant]) ? 1 : 0,
  );
  const engine = createEngine(instance, solver, [all], 1);
  return {
    search: engine.search,
    rounds: engine.rounds,
    changes: engine.changes,
    prove: engine.prove,
    answer: () => {
      const bound = engine.bound(all);
      const least = bound < 0 ? null : clauses.length - bound;
      const contradictions = contradictionsOf(problem);
      const best = engine.best(all);
      if (best === null) return { clauses: null, least, contradictions };
      const wordings = clauses.map((_, at) => {
        const variant = best.chosen[at] ?? -1;
        return variant < 0 ? null : (instance.names[variant] ?? null);
      });
      const choice = wordings.map((wording) => (wording === ABSENT ? null : wording));
      if (signersOf(problem, choice).length < all)
        throw new Error('Not all could sign the text that was to unite them');
      const changed = problem.clauses.filter((_, at) => !stays(at, wordings[at]));
      return { clauses: standing(problem, present, changed, choice), least, contradictions };
    },
    dispose: engine.dispose,
  };
};

const standing = (
  problem: Problem,
  present: Choice,
  changed: Problem['clauses'],
  choice: Choice,
): readonly StandingClause[] => {
  const said = problem.signers.flatMap((signer) =>
    obstaclesOf(problem, signer, present).map((obstacle) => ({ signer: signer.id, obstacle })),
  );
  return changed.map((clause) => ({
    clause: clause.id,
    to: choice[problem.clauses.indexOf(clause)] ?? null,
    obstacles: said.filter(({ obstacle }) => clausesOf(obstacle).includes(clause.id)),
  }));
};

const clausesOf = (obstacle: Obstacle): readonly string[] => {
  if (obstacle.kind === 'objection') return [obstacle.clause];
  return namedIn(obstacle.condition).map(({ clause }) => clause);
};
