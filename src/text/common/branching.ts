import type { Box, Program } from './program.ts';

/**
 * Which column to split a part on: T. Achterberg, T. Koch and A. Martin, "Branching rules revisited" (2005). A column is tried out until it is known
 * well enough, and then judged by what splitting on it brought before. Who signs is split before wordings: with that known, wordings follow.
 */
export interface Branching {
  /** The columns worth a look, the best known first; none where every column is held. `trial`: not known well enough yet. */
  readonly candidates: (box: Box, values: Float64Array | null) => readonly Candidate[];
  /** Splitting on this column, when it stood at `value`, took `up` off the bound of the upper part and `down` off that of the lower. */
  readonly learn: (column: number, value: number, up: number, down: number) => void;
  /** How much splitting on it promises. */
  readonly score: (column: number, value: number) => number;
}

export interface Candidate {
  readonly column: number;
  readonly value: number;
  readonly trial: boolean;
}

/** How many columns are tried out at one part. */
const TRIALS = 8;
/** A column that was tried out so often is known. */
const KNOWN = 3;
/** Values nearer than this to a whole number are one. */
const WHOLE = 1e-6;

export const createBranching = ({ columns, firstGroup }: Program): Branching => {
  const ups = new Float64Array(columns);
  const downs = new Float64Array(columns);
  const tried = new Int32Array(columns);

  const score = (column: number, value: number): number => {
    const times = Math.max(1, tried[column] ?? 0);
    const up = ((ups[column] ?? 0) / times) * (1 - value);
    const down = ((downs[column] ?? 0) / times) * value;
    return Math.max(up, 1e-4) * Math.max(down, 1e-4);
  };
  const between = (box: Box, values: Float64Array | null, from: number, to: number): readonly Candidate[] => {
    const found: Candidate[] = [];
    for (let column = from; column < to; column++) {
      const value = values?.[column] ?? 0.5;
      if ((box.low[column] ?? 0) === (box.high[column] ?? 0)) continue;
      if (value > WHOLE && value < 1 - WHOLE) found.push({ column, value, trial: false });
    }
    return found;
  };
  const middle = ({ value }: Candidate): number => Math.abs(value - 0.5);
  return {
    candidates: (box, values) => {
      const groups = between(box, values, firstGroup, columns - 1);
      const variants = groups.length > 0 ? groups : between(box, values, 0, firstGroup);
      // A solution in whole numbers that promises more than it holds: any column divides it.
      const found = variants.length > 0 ? variants : between(box, null, 0, columns - 1).slice(0, 1);
      let trials = 0;
      return found
        .toSorted((a, b) => score(b.column, b.value) - score(a.column, a.value) || middle(a) - middle(b))
        .map((candidate) => ({
          ...candidate,
          trial: (tried[candidate.column] ?? 0) < KNOWN && trials++ < TRIALS,
        }));
    },
    learn: (column, value, up, down) => {
      ups[column] = (ups[column] ?? 0) + up / Math.max(WHOLE, 1 - value);
      downs[column] = (downs[column] ?? 0) + down / Math.max(WHOLE, value);
      tried[column] = (tried[column] ?? 0) + 1;
    },
    score,
  };
};
