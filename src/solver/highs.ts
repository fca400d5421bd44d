import loadHighs, { type Highs } from 'highs';
import { boundWebAssembly } from './bounded-memory.ts';
import type { Box, LinearSolver, LoadedProgram, Program, Solved } from '../text/common/program.ts';

/** The package says of its module for `import` what is true of the one for `require`. */
const start = loadHighs as unknown as typeof loadHighs.default;

/** The most bytes that HiGHS may take. */
export const MOST_MEMORY = 512 * 1024 * 1024;

/** Linear programs by HiGHS's dual simplex, in WebAssembly. A solve begins at the basis where the last one ended. */
export const createHighs = async (): Promise<LinearSolver> => {
  boundWebAssembly(MOST_MEMORY);
  const highs = await start();
  return { load: (program) => load(highs, program) };
};

const load = (highs: Highs, program: Program): LoadedProgram => {
  const { columns, rows, cost, upper, limits, starts, indices, values } = program;
  const model = highs.createModel({
    numCols: columns,
    numRows: rows,
    sense: highs.constants.objectiveSense.maximize,
    colCost: cost,
    colLower: new Float64Array(columns),
    colUpper: upper,
    rowLower: new Float64Array(rows).fill(-highs.infinity),
    rowUpper: limits,
    matrix: { format: 'csr', numRows: rows, numCols: columns, starts, indices, values },
  });
  model.options.set({ output_flag: false, solver: 'simplex', presolve: 'off' });
  const { optimal, infeasible } = highs.constants.modelStatus;
  const now = { k: 0, low: new Float64Array(columns), high: upper.slice() };

  const moveTo = (k: number, { low, high }: Box): void => {
    for (let column = 0; column < columns; column++) {
      const [from, to] = [low[column] ?? 0, high[column] ?? 0];
      if (from === now.low[column] && to === now.high[column]) continue;
      model.changeColBounds(column, from, to);
      now.low[column] = from;
      now.high[column] = to;
    }
    if (k !== now.k) model.changeRowBounds(rows - 1, -highs.infinity, -k);
    now.k = k;
  };
  const solution = (): Solved | null => {
    if (model.run().modelStatus !== optimal) return null;
    const { colValue, rowDual } = model.getSolution();
    return { values: colValue, multipliers: rowDual };
  };
  /** Where the lower bounds contradict each other: what they demand is bought back, at a price above all that can be gained. */
  const withoutDemands = (): Solved | null => {
    const price = -(cost.at(-1) ?? 0);
    const demanded = now.low
      .keys()
      .filter((column) => now.low[column] !== 0)
      .toArray();
    for (const column of demanded) {
      model.changeColBounds(column, 0, now.high[column] ?? 0);
      model.changeColCost(column, (cost[column] ?? 0) + price);
    }
    const solved = solution();
    for (const column of demanded) {
      model.changeColBounds(column, now.low[column] ?? 0, now.high[column] ?? 0);
      model.changeColCost(column, cost[column] ?? 0);
    }
    return solved === null ? null : { ...solved, values: null };
  };
  return {
    solve: (k, box) => {
      moveTo(k, box);
      return solution() ?? (model.getModelStatus() === infeasible ? withoutDemands() : null);
    },
    dispose: () => {
      model.dispose();
    },
  };
};
