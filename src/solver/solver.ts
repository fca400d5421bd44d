import { on } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Solver } from '../conference/ports.ts';
import { watchMemory } from '../conference/work/memory.ts';
import type { Assignment, Said, Task } from './protocol.ts';

/** The conference's solver: each task in a thread of its own, which ends with it, or with the wish for it. Whoever asks sees to it that there are not too many at once. */

/** How long beyond its time a thread may take to start and to say its last word, on a machine that has much else to do, in milliseconds. */
const GRACE = 20_000;

/** What a thread may hold in its heap, and in buffers outside of it, in MB; the solver's own memory is bounded where it is loaded. */
const MEMORY = { heap: 512, outside: 256 } as const;

export const createSolver = (): Solver => {
  const threads = new Set<Worker>();
  const closing = new AbortController();

  async function* said(task: Task, limitMs: number, wish: AbortSignal): AsyncGenerator<Said, void> {
    const signal = AbortSignal.any([wish, closing.signal]);
    if (signal.aborted) return;
    const assignment: Assignment = { task, limitMs };
    const thread = new Worker(new URL('worker.ts', import.meta.url), {
      workerData: assignment,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY.heap },
    });
    threads.add(thread);
    // One that breaks after its last word was heard has nobody to tell.
    thread.on('error', () => undefined);
    const end = (): void => void thread.terminate();
    const late = setTimeout(end, limitMs + GRACE);
    const forget = watchMemory(thread, MEMORY.outside, end);
    signal.addEventListener('abort', end, { once: true });
    try {
      for await (const [word] of on(thread, 'message', { signal, close: ['exit'] })) yield word as Said;
    } catch (fault) {
      if (!signal.aborted) throw fault;
    } finally {
      clearTimeout(late);
      forget();
      signal.removeEventListener('abort', end);
      await thread.terminate();
      threads.delete(thread);
    }
  }
  return {
    frontier: async function* frontier(problem, { signal, limitMs, ks }) {
      for await (const word of said({ kind: 'frontier', problem, ks }, limitMs, signal)) {
        if (word.kind === 'points') yield word.points;
      }
    },
    unity: async (problem, present, { signal, limitMs }) => {
      for await (const word of said({ kind: 'unity', problem, present }, limitMs, signal)) {
        if (word.kind === 'unity') return word.unity;
      }
      return null;
    },
    close: async () => {
      closing.abort();
      await Promise.all([...threads].map(async (thread) => thread.terminate()));
    },
  };
};
