import { hash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { deserialize, serialize } from 'node:v8';
import { MINUTE } from '../../base/time.ts';
import { createAnswers, createShared } from './answers.ts';
import { startProcess } from './process-runner.ts';
import { startThread } from './thread-runner.ts';
import type { Job } from './job.ts';
import { WorkEnded } from './runner.ts';
import { type WorkThread, type ThreadBounds, createThread } from './thread.ts';
import { type Asker, type TurnLimits, type Turns, createTurns } from './turns.ts';

/**
 * The node's workers: whatever takes more than some milliseconds is done here, away from the one thread that answers everybody. Short work and long work have
 * threads of their own, so that what takes seconds never keeps waiting what takes milliseconds.
 */
export interface Work {
  /**
   * Short work on what the node holds itself. Its answer is kept under what went in, so it is never another's, nor of another time.
   * @throws WorkBusy, WorkEnded
   */
  readonly ask: <In, Out>(job: Job<In, Out>, input: In, asker: Asker) => Promise<Out>;
  /**
   * The same for what runs native code, in a process of its own.
   * @throws WorkBusy, WorkEnded
   */
  readonly beside: <In, Out>(job: Job<In, Out>, input: In, asker: Asker) => Promise<Out>;
  /**
   * Long work, on what somebody sent: in a thread that ends with it, and nothing is kept.
   * @throws WorkBusy, WorkEnded
   */
  readonly apart: <In, Out>(job: Job<In, Out>, input: In, asker: Asker) => Promise<Out>;
  /** Turns among the long works, for one that has a thread of its own. */
  readonly turns: Turns;
  readonly close: () => Promise<void>;
}

export interface WorkLimits {
  readonly short: TurnLimits & ThreadBounds;
  readonly long: TurnLimits & ThreadBounds;
  readonly native: TurnLimits & ThreadBounds;
  /** Bytes of answers that are kept. */
  readonly room: number;
  /** Milliseconds for which work that was ended is not begun again. */
  readonly givenUp: number;
}

/** Together fewer threads than cores, the one that answers among them, where there are more than two. */
const LONG_AT_ONCE = Math.max(1, availableParallelism() - 2);

export const WORK_LIMITS: WorkLimits = {
  short: {
    atOnce: 1,
    waitingOfOne: 32,
    waiting: 256,
    retryAfter: 5,
    time: 10_000,
    heap: 512,
    outside: 256,
    rests: MINUTE,
  },
  long: {
    atOnce: LONG_AT_ONCE,
    waitingOfOne: 1,
    waiting: 16,
    retryAfter: 20,
    time: 10_000,
    heap: 512,
    outside: 256,
    rests: 0,
  },
  native: {
    atOnce: 1,
    waitingOfOne: 16,
    waiting: 128,
    retryAfter: 10,
    time: 10_000,
    heap: 256,
    outside: 640,
    rests: MINUTE,
  },
  room: 64 * 1024 * 1024,
  givenUp: MINUTE,
};

type Answer = { readonly output: unknown } | { readonly ended: WorkEnded; readonly until: number };

export const createWork = ({ short, long, native, room, givenUp }: WorkLimits = WORK_LIMITS): Work => {
  const turns = { short: createTurns(short), long: createTurns(long), native: createTurns(native) };
  const answers = createAnswers<Answer>(room);
  const shared = createShared<unknown>();
  const idle = {
    short: [createThread(short, startThread)],
    long: Array.from({ length: long.atOnce }, () => createThread(long, startThread)),
    native: [createThread(native, startProcess)],
  };
  const threads = Object.values(idle).flat();
  let closed = false;

  /** In one's turn, on a thread of this kind. */
  const inTurn = async <T>(
    kind: keyof typeof idle,
    asker: Asker,
    work: (thread: WorkThread) => Promise<T>,
  ): Promise<T> => {
    const leave = await turns[kind].take(asker);
    const thread = idle[kind].pop();
    try {
      if (thread === undefined || closed) throw new WorkEnded('gone');
      return await work(thread);
    } finally {
      if (thread !== undefined) idle[kind].push(thread);
      leave?.();
    }
  };

  const known = (key: string): unknown => {
    const answer = answers.get(key);
    if (answer === undefined || 'output' in answer) return answer?.output;
    if (performance.now() < answer.until) throw answer.ended;
    return undefined;
  };

  const kept = (key: string, answer: Uint8Array): unknown => {
    const output: unknown = deserialize(answer);
    answers.keep(key, { output }, answer.length);
    return output;
  };
  const gaveUp = (key: string, fault: unknown): never => {
    if (fault instanceof WorkEnded && fault.why !== 'gone')
      answers.keep(key, { ended: fault, until: performance.now() + givenUp }, key.length);
    throw fault;
  };

  const keeping =
    (kind: 'short' | 'native'): Work['ask'] =>
    async <In, Out>({ module, name }: Job<In, Out>, input: In, asker: Asker): Promise<Out> => {
      const bytes = new Uint8Array(serialize(input));
      const key = `${module} ${name} ${hash('sha256', bytes, 'base64url')}`;
      const before = known(key);
      if (before !== undefined) return before as Out;
      // Each asker waits in its own line; what another had worked out meanwhile is there when the turn comes.
      const made = shared(`${asker} ${key}`, () =>
        inTurn(kind, asker, async (thread) => {
          const meanwhile = known(key);
          return meanwhile ?? shared(key, async () => kept(key, await thread.run({ module, name, input: bytes })));
        }),
      );
      return (await made.catch((fault: unknown) => gaveUp(key, fault))) as Out;
    };

  return {
    ask: keeping('short'),
    beside: keeping('native'),
    apart: async <In, Out>(job: Job<In, Out>, input: In, asker: Asker): Promise<Out> =>
      inTurn('long', asker, async (thread) => {
        const { module, name } = job;
        return deserialize(await thread.run({ module, name, input: new Uint8Array(serialize(input)) })) as Out;
      }),
    turns: turns.long,
    close: async () => {
      closed = true;
      await Promise.all(threads.map(async (thread) => thread.close()));
    },
  };
};
