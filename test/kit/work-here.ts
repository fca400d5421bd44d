import type { Job } from '../../src/conference/work/job.ts';
import type { Work } from '../../src/conference/work/work.ts';

const here = async (module: string, name: string, input: unknown): Promise<unknown> => {
  const { [name]: work } = (await import(module)) as Readonly<Record<string, (input: unknown) => unknown>>;
  if (work === undefined) throw new TypeError(`There is no ${name} in ${module}`);
  return work(structuredClone(input));
};

const onTheSpot = async <In, Out>({ module, name }: Job<In, Out>, input: In): Promise<Out> =>
  (await here(module, name, input)) as Out;

/** Does work on the spot, for tests of what comes of it. */
export const workHere: Pick<Work, 'ask' | 'apart' | 'beside'> = {
  ask: onTheSpot,
  apart: onTheSpot,
  beside: onTheSpot,
};
