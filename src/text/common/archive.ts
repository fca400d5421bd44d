import type { Chosen, Instance } from './instance.ts';
import type { Tally } from './tally.ts';

/** The best choice known for every number of signers. What more signers can sign, fewer can: weights never rise with `k`. */
export interface Archive {
  /** The weight for `k`, or −1 where nothing is known. */
  readonly best: (k: number) => number;
  readonly chosen: (k: number) => Chosen | null;
  /** Whether this tally's choice would be the best for some `k`. Quick. */
  readonly improves: (tally: Tally) => boolean;
  /** Keeps the tally's choice wherever it is the best, and for more signers rather than fewer. */
  readonly keep: (tally: Tally) => void;
  /** Grows with each improvement. */
  readonly changes: () => number;
}

export const createArchive = ({ signers }: Instance): Archive => {
  const best = new Int32Array(signers + 1).fill(-1);
  const held: (Chosen | null)[] = Array.from(best, () => null);
  let changes = 0;
  return {
    best: (k) => best[k] ?? -1,
    chosen: (k) => held[k] ?? null,
    improves: (tally) => tally.weight() > (best[tally.signers()] ?? -1),
    keep: (tally) => {
      const [reached, weight] = [tally.signers(), tally.weight()];
      if (weight <= (best[reached] ?? -1)) return;
      const copy = tally.chosen.slice();
      changes += 1;
      for (let k = reached; k >= 0 && (best[k] ?? -1) <= weight; k--) {
        best[k] = weight;
        held[k] = copy;
      }
    },
    changes: () => changes,
  };
};
