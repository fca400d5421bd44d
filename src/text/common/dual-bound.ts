import type { Box, Program } from './program.ts';

/**
 * An upper bound that follows from multipliers by arithmetic alone: for any multipliers `m ≥ 0`, no `x` in the box with `A·x ≤ limits`
 * has a value above `m·limits + Σ max over the box of (cost − m·A)·x`. Nothing rests on the solver that proposed the multipliers. Since only the
 * last limit depends on `k`, the bound is a line in `k`.
 */
export interface Line {
  /** The bound for `k` is `base − slope·k`. */
  readonly base: number;
  readonly slope: number;
  /** For each column, what the bound loses at least when the column moves off the end of the box at which it counts. */
  readonly reduced: Float64Array;
}

export const lineFrom = (program: Program, box: Box, multipliers: Float64Array): Line => {
  const { columns, rows, cost, limits, starts, indices, values } = program;
  const reduced = cost.slice();
  let base = 0;
  for (let row = 0; row < rows; row++) {
    const multiplier = Math.max(0, multipliers[row] ?? 0);
    if (multiplier === 0) continue;
    base += multiplier * (limits[row] ?? 0);
    for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at++) {
      const column = indices[at] ?? 0;
      reduced[column] = (reduced[column] ?? 0) - multiplier * (values[at] ?? 0);
    }
  }
  for (let column = 0; column < columns; column++) {
    const worth = reduced[column] ?? 0;
    base += worth * ((worth > 0 ? box.high[column] : box.low[column]) ?? 0);
  }
  return { base, slope: Math.max(0, multipliers[rows - 1] ?? 0), reduced };
};

/** Weights are whole numbers; what is above one by less than this is a rounding of the last digits. */
const ROUNDING = 1e-6;

/** The largest whole number not above the bound for `k`, or −1 where it is below nothing: no text exists. */
export const boundAt = ({ base, slope }: Pick<Line, 'base' | 'slope'>, k: number): number =>
  Math.max(-1, Math.floor(base - slope * k + ROUNDING));
