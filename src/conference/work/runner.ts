import type { Asked, Said } from './job.ts';

/** What does jobs, one at a time: a thread, or a process. */
export interface Runner {
  readonly ask: (asked: Asked) => void;
  /** Whether it keeps the node from ending. */
  readonly hold: (held: boolean) => void;
  /** Calls back once when it holds more memory than it may, where it does not see to that itself. The function given back ends the watch. */
  readonly watch: (beyond: () => void) => () => void;
  /** Ends it, whatever it is about; resolves when it has ended. */
  readonly end: () => Promise<void>;
}

/** What a runner says of itself. */
export interface RunnerTold {
  readonly said: (said: Said) => void;
  /** It is no more. */
  readonly gone: (fault: unknown) => void;
}

export type StartRunner = (bounds: RunnerBounds, told: RunnerTold) => Runner;

export interface RunnerBounds {
  /** Megabytes of its heap. */
  readonly heap: number;
  /** Megabytes of buffers that a thread may hold outside its heap; of a process, all that it may hold. */
  readonly outside: number;
}

/** A job was ended before it had an answer. */
export class WorkEnded extends Error {
  override readonly name = 'WorkEnded';
  readonly why: 'time' | 'memory' | 'crash' | 'gone';
  constructor(why: WorkEnded['why']) {
    super(`A job was ended: ${why}`);
    this.why = why;
  }
}
