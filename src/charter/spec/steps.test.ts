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

/** Does it, and tells in how many steps. Not to be nested. */
export const counting = <T>(work: () => T): Steps<T> => {
  // A function that is compiled into its caller is not counted.
  for (const compiler of COMPILERS) setFlagsFromString(`--no-${compiler}`);
  const session = new Session();
  session.connect();
  session.post('Profiler.enable');
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  try {
    const value = work();
    let steps = 0;
    session.post('Profiler.takePreciseCoverage', (_error, coverage: Coverage) => {
      for (const { url, functions } of coverage.result)
        if (COUNTED.test(url)) for (const { ranges } of functions) for (const { count } of ranges) steps += count;
    });
    return { steps, value };
  } finally {
    session.post('Profiler.stopPreciseCoverage');
    session.disconnect();
    for (const compiler of COMPILERS) setFlagsFromString(`--${compiler}`);
  }
};
