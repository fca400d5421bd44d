import type { Archive } from './archive.ts';
import { createChance } from './chance.ts';
import type { Instance } from './instance.ts';
import { createTally } from './tally.ts';

/**
 * Looks for large texts by simulated annealing: a clause at a time is reworded, dropped or put back, and the change stays when it helps
 * or, the less the longer it runs, when it harms. Text is traded for signers at one price after another, so that one run serves the
 * whole frontier; further runs aim at single numbers of signers, each twice as patient as the round before.
 */
export interface Annealer {
  /** Tries so many changes. */
  readonly advance: (changes: number) => void;
  /** How many rounds over the whole frontier are complete. */
  readonly rounds: () => number;
}

/** Prices of a signer in the first round, in shares of the average weight for each signer; the last one puts signers before everything. */
const PRICES = [1e6, 8, 5, 3.3, 2.5, 2, 1.6, 1.3, 1.1, 0.95, 0.8, 0.65, 0.5, 0.33];

/** What is accepted at the start and the end of a run, in average weights of a clause. */
const [HOT, COLD] = [1.5, 0.15];

/** How many numbers of signers a round aims at. */
const AIMS = 20;

interface Run {
  /** More signers than this are worth nothing. */
  readonly aim: number;
  readonly price: number;
}

export const createAnnealer = (instance: Instance, archive: Archive, seed: number): Annealer => {
  const chance = createChance(seed);
  const tally = createTally(instance);
  const open = instance.clauses.keys().filter((clause) => (instance.clauses[clause]?.length ?? 0) > 0);
  const clauses = Int32Array.from(open);
  const total = instance.clauses.reduce((sum, variants) => sum + heaviest(instance, variants), 0);
  const average = Math.max(1, total) / Math.max(1, clauses.length);
  const share = Math.max(1, total) / Math.max(1, instance.signers);
  archive.keep(tally);

  let rounds = 0;
  let runs: Run[] = PRICES.map((price) => ({ aim: instance.signers, price: price * share }));
  let length = Math.max(4000, 150 * instance.names.length);
  let step = 0;

  const aims = (): Run[] =>
    Array.from({ length: AIMS }, (_, at) => {
      const aim = Math.max(1, Math.ceil(instance.signers * (1 - (at + chance()) / AIMS)));
      const reach = Math.max(2, Math.round(instance.signers / 20));
      const [low, high] = [Math.max(0, aim - reach), Math.min(instance.signers, aim + reach)];
      const slope = (archive.best(low) - Math.max(0, archive.best(high))) / Math.max(1, high - low);
      return { aim, price: Math.max(0.3 * share, 1.2 * slope + 0.1 * share) };
    }).filter(({ aim }) => archive.best(aim) < total);

  const change = ({ aim, price }: Run): void => {
    const clause = clauses[Math.floor(chance() * clauses.length)] ?? 0;
    const variants = instance.clauses[clause] ?? [];
    const variant = variants[Math.floor(chance() * (variants.length + 1))] ?? -1;
    const old = tally.chosen[clause] ?? -1;
    if (variant === old) return;
    const before = tally.weight() + price * Math.min(aim, tally.signers());
    tally.set(clause, variant);
    const gained = tally.weight() + price * Math.min(aim, tally.signers()) - before;
    const heat = average * HOT * (COLD / HOT) ** (step / length);
    if (gained < 0 && chance() >= Math.exp(gained / heat)) tally.set(clause, old);
    else if (archive.improves(tally)) archive.keep(tally);
  };

  return {
    advance: (changes) => {
      if (clauses.length === 0) return;
      for (let done = 0; done < changes; done++) {
        const [run] = runs;
        if (run === undefined) {
          rounds += 1;
          runs = aims();
          length *= rounds === 1 ? 1 : 2;
          if (runs.length === 0) return;
          continue;
        }
        change(run);
        step += 1;
        if (step >= length) {
          step = 0;
          runs.shift();
        }
      }
    },
    rounds: () => rounds,
  };
};

const heaviest = ({ gain }: Instance, variants: readonly number[]): number =>
  Math.max(0, ...variants.map((variant) => gain[variant] ?? 0));
