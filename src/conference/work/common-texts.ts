import { hash } from 'node:crypto';
import type { CommonProblem } from '../../charter/common/problem.ts';
import { pointFault } from '../../text/common/check.ts';
import { type Point, type Problem, type ProblemFault, isProven, problemFault } from '../../text/common/problem.ts';
import type { Unity } from '../../text/common/unite.ts';
import type { Solver } from '../ports.ts';
import { type Asker, type Turns, WorkBusy } from './turns.ts';

/** Answers about common texts, each worked out once as long as nobody's positions change. They are kept in memory alone. */

export interface CommonAnswer {
  /** For each number of signers from 1. */
  readonly points: readonly Point[];
  readonly unity: Unity | null;
  /** Seconds after which to ask again, where there was too much to do; what is here is from before, or nothing. */
  readonly busy: number | null;
  /** Why the question is too large, or otherwise none. */
  readonly fault: ProblemFault | null;
}

export interface Asking {
  /** Under which the answer is kept; `null`: under none, and nothing of it stays. */
  readonly key: string | null;
  /** In milliseconds. */
  readonly limitMs: number;
  readonly signal: AbortSignal;
  readonly asker: Asker;
}

export interface CommonTexts {
  readonly answer: (question: Question, asking: Asking) => Promise<CommonAnswer>;
  /** Whether this asker would find no room now, in answers' words: to be asked before a question is made that nothing is kept of. `null`: there is room. */
  readonly busy: (asker: Asker) => CommonAnswer | null;
  /** Ends what is under way. */
  readonly close: () => Promise<void>;
}

type Question = Pick<CommonProblem, 'problem' | 'present'>;

interface Kept {
  /** {@link nameOf} the question. */
  readonly question: string;
  readonly spentMs: number;
  readonly answer: CommonAnswer;
}

const NOTHING: CommonAnswer = { points: [], unity: null, busy: null, fault: null };

/** How many answers are kept. */
const MOST_KEPT = 100;

/** The part of the time in which larger texts are looked for; what is left of it goes to what stands before unanimity. */
const FOR_FRONTIER = 0.75;

/**
 * @param load the solver; called when something is asked for the first time
 * @param turns whose turn it is: each answer takes one
 */
export const createCommonTexts = (load: () => Promise<Solver>, turns: Turns): CommonTexts => {
  const kept = new Map<string, Kept>();
  let solver: Promise<Solver> | undefined;

  const keep = (key: string, one: Kept): void => {
    kept.delete(key);
    kept.set(key, one);
    const [oldest] = kept.keys();
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  };
  const worked = async (
    { problem, present }: Question,
    before: CommonAnswer | null,
    { limitMs, signal }: Asking,
  ): Promise<CommonAnswer> => {
    const { frontier, unity } = await (solver ??= load());
    const end = performance.now() + limitMs;
    const last = await lastOf(frontier(problem, { signal, limitMs: limitMs * FOR_FRONTIER }));
    const left = Math.max(limitMs * (1 - FOR_FRONTIER), end - performance.now());
    const united = await unity(problem, present, { signal, limitMs: left });
    const points = better(before?.points ?? [], last ?? []);
    for (const point of points) {
      const wrong = pointFault(problem, point);
      if (wrong !== null) throw new Error(`The solver's text for ${point.k} signers failed the check: ${wrong}`);
    }
    return { points, unity: united ?? before?.unity ?? null, busy: null, fault: null };
  };

  return {
    answer: async (question, asking) => {
      const { key, limitMs, signal, asker } = asking;
      const known = (): Kept | null => {
        const found = key === null ? undefined : kept.get(key);
        return found?.question === nameOf(question) ? found : null;
      };
      const good = (found: Kept | null): CommonAnswer | null =>
        found !== null && (isWhole(found.answer) || found.spentMs >= limitMs) ? found.answer : null;
      const before = known();
      const ready = good(before);
      if (ready !== null) return ready;
      const fault = problemFault(question.problem);
      if (fault !== null) return { ...NOTHING, fault };
      try {
        const leave = await turns.take(asker, signal);
        // Nobody waits for it any more.
        if (leave === null) return before?.answer ?? NOTHING;
        try {
          // Others may have asked the same while this one waited.
          const meanwhile = known();
          const answer = good(meanwhile) ?? (await worked(question, meanwhile?.answer ?? null, asking));
          if (key !== null && !signal.aborted && answer !== meanwhile?.answer)
            keep(key, { question: nameOf(question), spentMs: limitMs, answer });
          return answer;
        } finally {
          leave();
        }
      } catch (problem) {
        if (!(problem instanceof WorkBusy)) throw problem;
        const { points = [], unity = null } = before?.answer ?? {};
        return { points, unity, busy: problem.retryAfter, fault: null };
      }
    },
    busy: (asker) => {
      const busy = turns.full(asker);
      return busy === null ? null : { ...NOTHING, busy };
    },
    close: async () => (await solver)?.close(),
  };
};

const named = new WeakMap<Problem, string>();

/** The same for the same question, as often as it is made; worked out once for each that is made. */
const nameOf = ({ problem, present }: Question): string => {
  const name = named.get(problem) ?? hash('sha256', JSON.stringify(problem), 'base64url');
  named.set(problem, name);
  return `${name} ${JSON.stringify(present)}`;
};

/** Whether two questions ask the same. */
export const isSame = (one: Question, other: Question): boolean =>
  one.problem === other.problem || nameOf(one) === nameOf(other);

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
