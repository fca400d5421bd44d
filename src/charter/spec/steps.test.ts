import { Session } from 'node:inspector';
import { setFlagsFromString } from 'node:v8';

/**
 * Counts the steps of what is done: how often each block of our own pure code ran, function bodies, loop bodies and branches, as V8 counts them for coverage.
 * The same on every machine, and nothing in the code that is counted knows of it.
 */

const COUNTED = /\/src\/(?:base|text|charter)\//u;

const COMPILERS = ['turbofan', 'maglev'];

interface Coverage {
  readonly result: readonly {
    readonly url: string;
    readonly functions: readonly { readonly ranges: readonly { readonly count: number }[] }[];
  }[];
}

export interface Steps<T> {
  readonly steps: number;
  readonly value: T;
}

export interface Counter {
  /** From now on every step counts, and takes longer: what is only to be there is better made before. */
  readonly ready: () => void;
  /** Does it, and tells in how many steps. Not to be nested. */
  readonly counting: <T>(work: () => T) => Steps<T>;
  readonly end: () => void;
}

/**
 * V8 counts the blocks of what is compiled from now on, and of what was compiled before only the calls: so this comes before any of it has run.
 * There is one in a process at a time.
 */
export const createCounter = (): Counter => {
  const session = new Session();
  session.connect();
  session.post('Profiler.enable');
  const start = (): void => session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  start();

  /** The steps since they were last asked for. */
  const taken = (): number => {
    let steps = 0;
    session.post('Profiler.takePreciseCoverage', (_error, coverage: Coverage) => {
      for (const { url, functions } of coverage.result)
        if (COUNTED.test(url)) for (const { ranges } of functions) for (const { count } of ranges) steps += count;
    });
    return steps;
  };

  return {
    ready: () => {
      // The calls of a function that is compiled into its caller are not counted: starting anew takes back what was compiled so.
      for (const compiler of COMPILERS) setFlagsFromString(`--no-${compiler}`);
      start();
    },
    counting: (work) => {
      taken();
      const value = work();
      return { steps: taken(), value };
    },
    end: () => {
      session.post('Profiler.stopPreciseCoverage');
      session.disconnect();
      for (const compiler of COMPILERS) setFlagsFromString(`--${compiler}`);
    },
  };
};
