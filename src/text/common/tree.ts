import type { Archive } from './archive.ts';
import { createBranching } from './branching.ts';
import { type Line, boundAt, lineFrom } from './dual-bound.ts';
import type { Instance } from './instance.ts';
import { type LoadedProgram, type Program, type Solved, boxOf } from './program.ts';
import { createTally } from './tally.ts';

/**
 * Proves how good the archive's texts are, by branch and bound, over who signs first and over wordings then. One tree serves the whole
 * frontier: a linear program for one number of signers bounds all of them at once (`dual-bound.ts`), and a part is done when, for every
 * number asked for, it can hold nothing better than what is known. The part that promises most is split first, so that the bounds fall as
 * long as it runs.
 */
export interface Tree {
  /** Solves one more linear program. `false` where there is nothing left to do. */
  readonly advance: () => boolean;
  /** No text that the `at`-th number of signers asked for can sign weighs more; −1 where there is none at all. */
  readonly bound: (at: number) => number;
}

/** A part of all choices: some columns are held at one value. */
interface Part {
  readonly parent: Part | null;
  readonly holds: readonly Hold[];
  /** For each number of signers asked for, the bound of this part. */
  readonly bounds: Int32Array;
}

interface Hold {
  readonly column: number;
  readonly value: number;
}

/** Beyond this many open parts the tree grows no more, and its bounds stand. */
const MOST_PARTS = 20_000;

/** What a column is held at in the two parts that take its part's place. */
const ENDS = [1, 0] as const;

/** @param ks the numbers of signers asked for @param highest what no text weighs more than */
export const createTree = (
  instance: Instance,
  program: Program,
  solver: LoadedProgram,
  archive: Archive,
  ks: readonly number[],
  highest: number,
): Tree => {
  const tally = createTally(instance);
  const box = boxOf(program);
  const { upper } = program;
  const branching = createBranching(program);
  const open: Part[] = [{ parent: null, holds: [], bounds: new Int32Array(ks.length).fill(highest) }];
  /** Parts that the solver gave up on. */
  const stuck: Part[] = [];
  /** The part being worked on. It counts until others take its place. */
  let current: Part | null = null;

  const excess = ({ bounds }: Pick<Part, 'bounds'>, at: number): number =>
    (bounds[at] ?? 0) - archive.best(ks[at] ?? 0);
  /** Where in `ks` this part promises most, or −1 where it can hold nothing better. */
  const widest = (part: Pick<Part, 'bounds'>): number => {
    let found = -1;
    for (let at = 0; at < ks.length; at++) {
      if (excess(part, at) > (found < 0 ? 0 : excess(part, found))) found = at;
    }
    return found;
  };
  const tightened = (bounds: Int32Array, line: Line): Int32Array =>
    bounds.map((bound, at) => Math.min(bound, boundAt(line, ks[at] ?? 0)));
  const narrowed = ({ parent, holds, bounds }: Part, line: Line): Part => ({
    parent,
    holds,
    bounds: tightened(bounds, line),
  });

  const hold = ({ column, value }: Hold): void => {
    box.low[column] = value;
    box.high[column] = value;
  };
  const release = (column: number): void => {
    box.low[column] = 0;
    box.high[column] = upper[column] ?? 0;
  };
  const enter = (part: Part): void => {
    box.low.fill(0);
    box.high.set(upper);
    for (let at: Part | null = part; at !== null; at = at.parent) at.holds.forEach(hold);
  };

  /** Takes out the part that promises most; parts that hold nothing better fall away. */
  const next = (): Part | null => {
    let best = -1;
    let most = 0;
    for (const [at, part] of open.entries()) {
      const promise = ks.reduce((sum, _, k) => sum + Math.max(0, excess(part, k)), 0);
      if (promise > most) [best, most] = [at, promise];
    }
    if (best < 0) open.length = 0;
    const last = open.pop();
    const part = open[best] ?? last ?? null;
    if (best < open.length && last !== undefined) open[best] = last;
    return part;
  };

  /** Keeps the text nearest to a solution, where it is the best for somebody. */
  const noteNear = (values: Float64Array): void => {
    for (const [clause, variants] of instance.clauses.entries()) {
      tally.set(clause, variants.find((variant) => (values[variant] ?? 0) >= 0.5) ?? -1);
    }
    archive.keep(tally);
  };

  /** Holds every column that could not move without the part falling below what is known. */
  const holdIdle = (part: Part, line: Line): Part => {
    let room = 0;
    for (let at = 0; at < ks.length; at++) {
      if (excess(part, at) <= 0) continue;
      const k = ks[at] ?? 0;
      room = Math.max(room, line.base - line.slope * k - archive.best(k) - 1);
    }
    const holds: Hold[] = [];
    for (let column = 0; column < program.columns - 1; column++) {
      const worth = line.reduced[column] ?? 0;
      if ((box.low[column] ?? 0) === (box.high[column] ?? 0) || Math.abs(worth) <= room + 1e-6) continue;
      holds.push({ column, value: worth > 0 ? 1 : 0 });
    }
    holds.forEach(hold);
    return holds.length === 0 ? part : { parent: part, holds, bounds: part.bounds };
  };

  const solveAt = (k: number): Solved | null => solver.solve(k, box);

  /** A part with this column held so, and with the bounds that follow. */
  function* tried(part: Part, held: Hold, at: number): Generator<void, Part> {
    const k = ks[at] ?? 0;
    hold(held);
    const solved = solveAt(k);
    const line = solved === null ? null : lineFrom(program, box, solved.multipliers);
    release(held.column);
    if (solved !== null && solved.values !== null) noteNear(solved.values);
    yield;
    return { parent: part, holds: [held], bounds: line === null ? part.bounds : tightened(part.bounds, line) };
  }

  /** The halves of a part that can hold something better; `null` where every column is held and it is a single choice, now known. */
  function* split(part: Part, at: number, values: Float64Array | null): Generator<void, readonly Part[] | null> {
    const candidates = branching.candidates(box, values);
    let best: readonly Part[] | null = null;
    let score = -1;
    for (const { column, value, trial } of candidates) {
      let pair: readonly Part[] = ENDS.map((end) => ({
        parent: part,
        holds: [{ column, value: end }],
        bounds: part.bounds,
      }));
      if (trial) {
        const up = yield* tried(part, { column, value: 1 }, at);
        const down = yield* tried(part, { column, value: 0 }, at);
        pair = [up, down].filter((half) => widest(half) >= 0);
        if (pair.length < 2) return pair;
        const [rise = 0, fall = 0] = pair.map((half) => (part.bounds[at] ?? 0) - (half.bounds[at] ?? 0));
        branching.learn(column, value, rise, fall);
      }
      const worth = branching.score(column, value);
      if (worth > score) [best, score] = [pair, worth];
    }
    return best;
  }

  function* work(): Generator<void, void> {
    while (open.length < MOST_PARTS) {
      let part = next();
      if (part === null) return;
      enter(part);
      for (let at = widest(part); at >= 0; at = widest(part)) {
        current = part;
        const solved = solveAt(ks[at] ?? 0);
        yield;
        if (solved === null) {
          stuck.push(part);
          break;
        }
        const line = lineFrom(program, box, solved.multipliers);
        part = narrowed(part, line);
        current = part;
        if (solved.values !== null) noteNear(solved.values);
        if (excess(part, at) <= 0) continue;
        part = holdIdle(part, line);
        const halves: readonly Part[] = (yield* split(part, at, solved.values)) ?? [];
        const [only] = halves;
        if (halves.length !== 1 || only === undefined) {
          open.push(...halves);
          break;
        }
        part = only;
        part.holds.forEach(hold);
      }
      current = null;
    }
  }

  const steps = work();
  return {
    advance: () => steps.next().done !== true,
    bound: (at) =>
      [...open, ...stuck, ...(current === null ? [] : [current])].reduce(
        (most, { bounds }) => Math.max(most, bounds[at] ?? 0),
        archive.best(ks[at] ?? 0),
      ),
  };
};
