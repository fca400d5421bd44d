import { createFrontier } from '../src/text/common/frontier.ts';
import { type Point, type Problem, isProven } from '../src/text/common/problem.ts';
import type { LinearSolver } from '../src/text/common/program.ts';
import { madeUp } from '../test/kit/problems.ts';
import { createHighs } from '../src/solver/highs.ts';
import { createSolver } from '../src/solver/solver.ts';
import { type Measurement, measured, median } from './report.ts';
import { type Answer, createTextbook } from './textbook.ts';

/** The common text: how long the whole frontier takes, and how much is known of a large one after a minute. */

interface Run {
  readonly points: readonly Point[];
  /** Milliseconds until the first answer, and until the last. */
  readonly first: number;
  readonly all: number;
}

/** As a node does it: in a thread, its start included. */
const run = async (problem: Problem, limitMs: number, ks?: readonly number[]): Promise<Run> => {
  const solver = createSolver();
  const began = performance.now();
  let [first, points]: [number, readonly Point[]] = [0, []];
  const { signal } = new AbortController();
  for await (const now of solver.frontier(problem, { signal, limitMs, ...(ks === undefined ? {} : { ks }) })) {
    if (first === 0 && now.some(({ text }) => (text?.weight ?? 0) > 0)) first = performance.now() - began;
    points = now;
  }
  const all = performance.now() - began;
  await solver.close();
  return { points, first, all };
};

const seconds = (ms: number): string => `${(ms / 1000).toPrecision(2)} s`;

const timed = (task: () => void): number => {
  const began = performance.now();
  task();
  return performance.now() - began;
};

/** Milliseconds that proving alone takes, without looking for texts first. */
const unsearched = (problem: Problem, solver: LinearSolver, ks?: readonly number[]): number =>
  timed(() => {
    const frontier = createFrontier(problem, solver, { ks });
    while (frontier.prove());
    frontier.dispose();
  });

/** Each number of signers for itself, after a search of its own. */
const oneByOne = (problem: Problem, solver: LinearSolver): number =>
  timed(() => {
    for (const k of problem.signers.keys()) {
      const frontier = createFrontier(problem, solver, { ks: [k + 1] });
      while (frontier.rounds() === 0) frontier.search(5000);
      while (frontier.prove());
      frontier.dispose();
    }
  });

/** Begins every linear program from nothing. */
const forgetful = (solver: LinearSolver): LinearSolver => ({
  load: (program) => ({
    solve: (k, box) => {
      const loaded = solver.load(program);
      try {
        return loaded.solve(k, box);
      } finally {
        loaded.dispose();
      }
    },
    dispose: () => undefined,
  }),
});

const searched = (problem: Problem, solver: LinearSolver): number =>
  timed(() => {
    const frontier = createFrontier(problem, solver);
    while (frontier.rounds() === 0) frontier.search(5000);
    while (frontier.prove());
    frontier.dispose();
  });

export const frontier60 = async (): Promise<Measurement> => {
  const problems = [1, 2, 3].map((seed) =>
    madeUp({ clauses: 60, variants: 3, signers: 40, objects: 0.04, conditions: 3 }, seed),
  );
  const [problem] = problems;
  if (problem === undefined) throw new TypeError('There is no problem');
  const runs: Run[] = [];
  for (const one of problems) runs.push(await run(one, 120_000));
  const ks = problem.signers.map((_, at) => at + 1);
  const textbook = await createTextbook();
  let answers: readonly Answer[] = [];
  const limit = timed(() => (answers = textbook.frontier(problem, ks, 60)));
  const differing = answers.filter(({ k, weight, bound }) => weight === bound && weight !== weightAt(runs[0], k));
  if (differing.length > 0) throw new Error(`The textbook found other weights: ${JSON.stringify(differing)}`);
  const solver = await createHighs();
  const whole = searched(problem, solver);
  return measured(
    'frontier-60',
    'ms',
    median(runs.map(({ all }) => all)),
    limit,
    'aim ≤ 10 s for the whole frontier, proven, and ≤ 1 s until a first text',
    `first text after ${seconds(median(runs.map(({ first }) => first)))}`,
    `proven: ${runs.every(({ points }) => points.every(isProven)) ? 'all points' : 'not all points'} of 3 problems`,
    'limit: plain HiGHS, one integer program in textbook form for each number of signers',
    `our search and tree without a thread ${seconds(whole)}; without the search first ${seconds(unsearched(problem, solver))}; a tree for each number of signers ${seconds(oneByOne(problem, solver))}; linear programs from nothing ${seconds(searched(problem, forgetful(solver)))}`,
  );
};

const weightAt = (one: Run | undefined, k: number): number | null =>
  one?.points.find((point) => point.k === k)?.text?.weight ?? null;

/** How far the bounds stand above the texts found, in percent of the bounds, on average. */
const gap = (answers: readonly { readonly weight: number | null; readonly bound: number | null }[]): number =>
  answers.reduce((sum, { weight, bound }) => sum + ((bound ?? 0) - (weight ?? 0)) / Math.max(1, bound ?? 0), 0) *
  (100 / answers.length);

export const frontier300 = async (): Promise<Measurement> => {
  const problem = madeUp({ clauses: 300, variants: 3, signers: 200, objects: 0.01, conditions: 3 }, 1);
  const ks = Array.from({ length: 20 }, (_, at) => (at + 1) * 10);
  const { points, first, all } = await run(problem, 55_000, ks);
  const ours = points.map(({ text, bound }) => ({ weight: text?.weight ?? null, bound }));
  const plain = (await createTextbook()).frontier(problem, ks, 3);
  const better = ours.filter(({ weight }, at) => (weight ?? -1) > (plain[at]?.weight ?? -1)).length;
  const worse = ours.filter(({ weight }, at) => (weight ?? -1) < (plain[at]?.weight ?? -1)).length;
  return measured(
    'frontier-300',
    '% gap',
    gap(ours),
    gap(plain),
    'aim: text and bound for every tenth number of signers within 60 s',
    `after ${seconds(all)}; first text after ${seconds(first)}`,
    'limit: plain HiGHS in textbook form, 3 s for each',
    `our text is larger for ${better} of ${ks.length} numbers of signers, smaller for ${worse}`,
    points
      .map(({ k, text, bound }) => `${k}: ${text?.weight ?? 'none'}${text?.weight === bound ? '' : ` ≤ ${bound}`}`)
      .join(', '),
  );
};
