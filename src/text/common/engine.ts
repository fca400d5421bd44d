import { createAnnealer } from './anneal.ts';
import { createArchive } from './archive.ts';
import { type Chosen, type Instance, withoutDominated } from './instance.ts';
import { type LinearSolver, type LoadedProgram, createProgram } from './program.ts';
import { type Tally, createTally } from './tally.ts';
import { type Tree, createTree } from './tree.ts';

/** Looks for the largest texts and proves how good they are, as long as it is told to. It has no clock: whoever runs it divides the time. */
export interface Engine {
  /** Tries so many changes. */
  readonly search: (changes: number) => void;
  /** How often the search has gone over the whole frontier. */
  readonly rounds: () => number;
  /** Solves one linear program. `false` where nothing is left to prove. */
  readonly prove: () => boolean;
  /** Grows with each better text. */
  readonly changes: () => number;
  readonly best: (k: number) => Best | null;
  /** No text that `k` can sign counts for more, in the instance's units; −1 where there is none. Only for a `k` that was asked for. */
  readonly bound: (k: number) => number;
  /** Lets go of the solver's memory. */
  readonly dispose: () => void;
}

export interface Best {
  readonly chosen: Chosen;
  readonly groups: readonly number[];
}

/** @param full with all its variants @param ks the numbers of signers asked for */
export const createEngine = (full: Instance, solver: LinearSolver, ks: readonly number[], seed: number): Engine => {
  const instance = withoutDominated(full);
  const archive = createArchive(instance);
  const annealer = createAnnealer(instance, archive, seed);
  const asked = [...new Set(ks.filter((k) => k <= instance.signers))].sort((a, b) => a - b);
  const highest = instance.clauses.reduce((sum, variants) => sum + heaviest(instance, variants), 0);
  const settled = new WeakMap<Chosen, Best>();
  const tally = createTally(full);
  let loaded: LoadedProgram | null = null;
  let tree: Tree | null = null;

  const plant = (): Tree => {
    const program = createProgram(instance);
    loaded = solver.load(program);
    return createTree(instance, program, loaded, archive, asked, highest);
  };
  return {
    search: annealer.advance,
    rounds: annealer.rounds,
    prove: () => {
      if (asked.every((k) => archive.best(k) === highest)) return false;
      tree ??= plant();
      return tree.advance();
    },
    changes: archive.changes,
    best: (k) => {
      const chosen = archive.chosen(k);
      if (chosen === null) return null;
      const known = settled.get(chosen) ?? settle(full, tally, chosen);
      settled.set(chosen, known);
      return known;
    },
    bound: (k) => {
      if (k > instance.signers) return -1;
      return tree === null ? highest : tree.bound(asked.indexOf(k));
    },
    dispose: () => loaded?.dispose(),
  };
};

/** A choice as good for as many, with earlier wordings rather than later ones, the present one first, and with all that harms nobody. */
const settle = (full: Instance, tally: Tally, chosen: Chosen): Best => {
  tally.setAll(chosen);
  const [signers, weight] = [tally.signers(), tally.weight()];
  for (const [clause, variants] of full.clauses.entries()) {
    const now = tally.chosen[clause] ?? -1;
    for (const variant of variants) {
      tally.set(clause, variant);
      if (variant === now || (tally.signers() >= signers && tally.weight() >= weight)) break;
      tally.set(clause, now);
    }
  }
  return { chosen: tally.chosen.slice(), groups: tally.groups() };
};

const heaviest = ({ gain }: Instance, variants: readonly number[]): number =>
  Math.max(0, ...variants.map((variant) => gain[variant] ?? 0));
