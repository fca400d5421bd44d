import { EVERYONE, type GroupCondition, type Instance } from './instance.ts';

/**
 * The common text as a linear program, whole numbers relaxed: maximise `cost·x` where `A·x ≤ limits` and `0 ≤ x ≤ upper`. There is a
 * column for each variant (is it chosen?), then one for each group of signers (does it sign?), then one for the signers that are missing
 * from the `k` asked for; those cost more than all text weighs, so that the program always has a solution and a negative value means
 * that no text exists. The last row asks for `k` signers: its limit is `−k`, and nothing else depends on `k`.
 */
export interface Program {
  readonly columns: number;
  readonly rows: number;
  readonly cost: Float64Array;
  readonly upper: Float64Array;
  /** Of the last row: 0, for `k = 0`. */
  readonly limits: Float64Array;
  /** The matrix by rows: row `i` holds the entries from `starts[i]` up to `starts[i + 1]`. */
  readonly starts: Int32Array;
  readonly indices: Int32Array;
  readonly values: Float64Array;
  /** The columns from here on, up to the last, are the groups. */
  readonly firstGroup: number;
}

interface Row {
  readonly entries: readonly (readonly [column: number, value: number])[];
  readonly limit: number;
}

export const createProgram = (instance: Instance): Program => {
  const { clauses, sizes, names, gain } = instance;
  const firstGroup = names.length;
  const missing = firstGroup + sizes.length;
  const most = clauses.flat().reduce((sum, variant) => sum + (gain[variant] ?? 0), 0);
  const ones = (columns: readonly number[]): Row['entries'] => columns.map((column) => [column, 1]);
  const rows: Row[] = [
    ...clauses.filter((variants) => variants.length > 1).map((variants) => ({ entries: ones(variants), limit: 1 })),
    ...objectionRows(instance, firstGroup),
    ...conditionRows(instance, firstGroup),
    {
      entries: [...sizes.map((size, group): [number, number] => [firstGroup + group, -size]), [missing, -1]],
      limit: 0,
    },
  ];
  const starts = new Int32Array(rows.length + 1);
  for (const [at, row] of rows.entries()) starts[at + 1] = (starts[at] ?? 0) + row.entries.length;
  const entries = rows.flatMap((row) => row.entries);
  const left = new Set(clauses.flat());
  return {
    columns: missing + 1,
    rows: rows.length,
    cost: Float64Array.from([...gain, ...sizes.map(() => 0), -(most + 1)]),
    upper: Float64Array.from([
      ...names.map((_, variant) => (left.has(variant) ? 1 : 0)),
      ...sizes.map(() => 1),
      Math.max(1, instance.problem.signers.length),
    ]),
    limits: Float64Array.from(rows, (row) => row.limit),
    starts,
    indices: Int32Array.from(entries, ([column]) => column),
    values: Float64Array.from(entries, ([, value]) => value),
    firstGroup,
  };
};

/** A group signs, or one of the wordings of a clause that it objects to is chosen: one row for all wordings of the clause. */
const objectionRows = ({ clauses, objectors, sizes }: Instance, firstGroup: number): readonly Row[] => {
  const rows: Row[] = [];
  for (const variants of clauses) {
    for (const group of sizes.keys()) {
      const objected = variants.filter((variant) => objectors[variant]?.includes(group));
      if (objected.length > 0) {
        rows.push({
          entries: [[firstGroup + group, 1], ...objected.map((one): [number, number] => [one, 1])],
          limit: 1,
        });
      }
    }
  }
  return rows;
};

/** Conditions of a group that ask for the same when one of several wordings of a clause is chosen share a row. What holds in every text needs no group to sign. */
const conditionRows = ({ conditions, clauseOf }: Instance, firstGroup: number): readonly Row[] => {
  const alike = (one: GroupCondition): string =>
    'needs' in one
      ? `${one.group} ${one.when === null ? '' : clauseOf[one.when]}:${one.needs.join(' ')}`
      : `${one.group} ${one.when} ${clauseOf[one.forbids]}`;
  return Map.groupBy(new Map(conditions.map((one) => [JSON.stringify(one), one])).values(), alike)
    .values()
    .map((same): Row => {
      const [first] = same;
      if (first === undefined) return { entries: [], limit: 0 };
      const group: [number, number][] = first.group === EVERYONE ? [] : [[firstGroup + first.group, 1]];
      if ('needs' in first) {
        const whens = same.flatMap(({ when }): [number, number][] => (when === null ? [] : [[when, 1]]));
        const needs = first.needs.map((one): [number, number] => [one, -1]);
        return { entries: [...group, ...whens, ...needs], limit: group.length - (first.when === null ? 1 : 0) };
      }
      const forbidden = same.flatMap((one): [number, number][] => ('needs' in one ? [] : [[one.forbids, 1]]));
      return { entries: [...group, [first.when, 1], ...forbidden], limit: group.length + 1 };
    })
    .toArray();
};

/** Bounds of every column, within the program's own. */
export interface Box {
  readonly low: Float64Array;
  readonly high: Float64Array;
}

export const boxOf = ({ upper }: Program): Box => ({ low: new Float64Array(upper.length), high: upper.slice() });

/** What solves linear programs. It is asked again and again with small changes, and may begin where it stood. */
export interface LinearSolver {
  readonly load: (program: Program) => LoadedProgram;
}

export interface LoadedProgram {
  /** `null` where it gave up. */
  readonly solve: (k: number, box: Box) => Solved | null;
  readonly dispose: () => void;
}

export interface Solved {
  /** A best solution; `null` where there is none in this box. */
  readonly values: Float64Array | null;
  /** One for each row; they bound what any solution in the box is worth, and where there is none they bound it below nothing. */
  readonly multipliers: Float64Array;
}
