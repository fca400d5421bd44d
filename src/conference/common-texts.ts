import type { CommonProblem } from '../charter/common-problem.ts';
import { pointFault } from '../text/common/check.ts';
import { type Point, type ProblemFault, isProven, problemFault } from '../text/common/problem.ts';
import type { Unity } from '../text/common/unite.ts';
import { type Solver, SolverBusy } from './ports.ts';

/** Answers about common texts, each worked out once as long as nobody's positions change. They are kept in memory alone. */

export interface CommonAnswer {
  /** For each number of signers from 1. */
  readonly points: readonly Point[];
  readonly unity: Unity | null;
  /** The solver had too much to do; what is here is from before, or nothing. */
  readonly busy: boolean;
  /** Why the question is too large, or otherwise none. */
  readonly fault: ProblemFault | null;
}

export interface Asking {
  /** Under which the answer is kept; `null`: under none, and nothing of it stays. */
  readonly key: string | null;
  /** In milliseconds. */
  readonly limitMs: number;
  readonly signal: AbortSignal;
}

export interface CommonTexts {
  readonly answer: (question: Pick<CommonProblem, 'problem' | 'present'>, asking: Asking) => Promise<CommonAnswer>;
  /** Ends what is under way. */
  readonly close: () => Promise<void>;
}

interface Kept {
  readonly question: string;
  readonly spentMs: number;
  readonly answer: CommonAnswer;
}

/** How many answers are kept. */
const MOST_KEPT = 100;

/** @param load the solver; called when something is asked for the first time */
export const createCommonTexts = (load: () => Promise<Solver>): CommonTexts => {
  const kept = new Map<string, Kept>();
  let solver: Promise<Solver> | undefined;

  const keep = (key: string, one: Kept): void => {
    kept.delete(key);
    kept.set(key, one);
    const [oldest] = kept.keys();
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  };
  return {
    answer: async ({ problem, present }, { key, limitMs, signal }) => {
      const fault = problemFault(problem);
      if (fault !== null) return { points: [], unity: null, busy: false, fault };
      const question = JSON.stringify([problem, present]);
      const known = key === null ? undefined : kept.get(key);
      const before = known?.question === question ? known : null;
      if (before !== null && (isWhole(before.answer) || before.spentMs >= limitMs)) return before.answer;
      const asked = { signal, limitMs };
      try {
        const { frontier, unity } = await (solver ??= load());
        const [last, united] = await Promise.all([lastOf(frontier(problem, asked)), unity(problem, present, asked)]);
        const points = better(before?.answer.points ?? [], last ?? []);
        for (const point of points) {
          const wrong = pointFault(problem, point);
          if (wrong !== null) throw new Error(`The solver's text for ${point.k} signers failed the check: ${wrong}`);
        }
        const answer = { points, unity: united ?? before?.answer.unity ?? null, busy: false, fault: null };
        if (key !== null && !signal.aborted) keep(key, { question, spentMs: limitMs, answer });
        return answer;
      } catch (problem) {
        if (!(problem instanceof SolverBusy)) throw problem;
        return { points: before?.answer.points ?? [], unity: before?.answer.unity ?? null, busy: true, fault: null };
      }
    },
    close: async () => (await solver)?.close(),
  };
};

/** Whether nothing could be known better. */
const isWhole = ({ points, unity }: CommonAnswer): boolean =>
  points.every(isProven) && unity !== null && (unity.clauses?.length ?? null) === unity.least;

const lastOf = async <T>(answers: AsyncIterable<T>): Promise<T | null> => {
  let last: T | null = null;
  for await (const answer of answers) last = answer;
  return last;
};

/** For each number of signers the larger text and the lower bound of two answers. */
const better = (before: readonly Point[], now: readonly Point[]): readonly Point[] =>
  (now.length === 0 ? before : now).map((point) => {
    const earlier = before.find(({ k }) => k === point.k);
    if (earlier === undefined) return point;
    const larger = (earlier.text?.weight ?? -1) > (point.text?.weight ?? -1) ? earlier.text : point.text;
    return { k: point.k, text: larger, bound: lower(earlier.bound, point.bound) };
  });

const lower = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : Math.min(a, b));
