import loadHighs, { type Highs } from 'highs';
import { type Point, type Problem, type VariantRef, refsOf } from '../src/text/common/problem.ts';

/**
 * The common text as a textbook would write it down, and HiGHS left alone with it: a variable for each wording and each signer, a row for
 * each clause, objection and condition, one integer program for each number of signers.
 */

const start = loadHighs as unknown as typeof loadHighs.default;

export interface Textbook {
  /** The answer for each of these numbers of signers, each within so many seconds; only the weights of the texts are right. */
  readonly frontier: (problem: Problem, ks: readonly number[], limitSeconds: number) => readonly Answer[];
}

export interface Answer extends Pick<Point, 'k' | 'bound'> {
  readonly weight: number | null;
}

export const createTextbook = async (): Promise<Textbook> => {
  const highs = await start();
  return {
    frontier: (problem, ks, limitSeconds) => {
      const { data, signerRow } = modelOf(highs, problem);
      return ks.map((k) =>
        highs.withModel(data, (model) => {
          model.options.set({ output_flag: false, time_limit: limitSeconds });
          model.changeRowBounds(signerRow, k, highs.infinity);
          const { modelStatus } = model.run();
          if (modelStatus === highs.constants.modelStatus.infeasible) return { k, weight: null, bound: null };
          const weight = Number(model.info.get('objective_function_value'));
          const bound = Number(model.info.get('mip_dual_bound'));
          const found = Number.isFinite(weight) && weight > -1 && weight < 1e9;
          return { k, weight: found ? Math.round(weight) : null, bound: Math.floor(bound + 1e-6) };
        }),
      );
    },
  };
};

type Row = { readonly entries: readonly (readonly [number, number])[]; readonly most: number };

const modelOf = (highs: Highs, { clauses, signers }: Problem) => {
  const columns = new Map<string, number>();
  const key = ({ clause, variant }: VariantRef): string => `${clause} ${variant}`;
  for (const { id, variants } of clauses)
    for (const variant of variants) columns.set(key({ clause: id, variant }), columns.size);
  const first = columns.size;
  const at = (ref: VariantRef): number => columns.get(key(ref)) ?? -1;
  const rows: Row[] = clauses.map(({ id, variants }) => ({
    entries: variants.map((variant): [number, number] => [at({ clause: id, variant }), 1]),
    most: 1,
  }));
  for (const [number, { objects, conditions }] of signers.entries()) {
    const signs: [number, number] = [first + number, 1];
    rows.push(...objects.map((ref): Row => ({ entries: [signs, [at(ref), 1]], most: 1 })));
    for (const condition of conditions) {
      const whens = condition.when?.map((ref): [number, number][] => [[at(ref), 1]]) ?? [[]];
      for (const when of whens) {
        if ('needs' in condition) {
          const needs = condition.needs.map((ref): [number, number] => [at(ref), -1]);
          rows.push({ entries: [signs, ...when, ...needs], most: when.length });
        } else {
          rows.push(
            ...refsOf(condition).map((ref): Row => ({
              entries: [signs, ...when, [at(ref), 1]],
              most: when.length + 1,
            })),
          );
        }
      }
    }
  }
  const signerRow = rows.length;
  rows.push({ entries: signers.map((_, number) => [first + number, 1]), most: highs.infinity });
  const numCols = first + signers.length;
  const entries = rows.flatMap((row) => row.entries);
  let end = 0;
  const data = {
    numCols,
    numRows: rows.length,
    sense: highs.constants.objectiveSense.maximize,
    colCost: Float64Array.from([
      ...clauses.flatMap(({ weight, variants }) => variants.map(() => weight)),
      ...signers.map(() => 0),
    ]),
    colLower: new Float64Array(numCols),
    colUpper: new Float64Array(numCols).fill(1),
    rowLower: new Float64Array(rows.length).fill(-highs.infinity),
    rowUpper: Float64Array.from(rows, ({ most }) => most),
    matrix: {
      format: 'csr' as const,
      numRows: rows.length,
      numCols,
      starts: Int32Array.from([0, ...rows.map((row) => (end += row.entries.length))]),
      indices: Int32Array.from(entries, ([column]) => column),
      values: Float64Array.from(entries, ([, value]) => value),
    },
    integrality: new Int32Array(numCols).fill(1),
  };
  return { data, signerRow };
};
