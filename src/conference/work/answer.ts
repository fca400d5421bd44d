import { deserialize, serialize } from 'node:v8';
import type { Asked, Said } from './job.ts';

/** Does a job, where it is to be done. */
export const answer = async ({ module, name, input }: Asked): Promise<Said> => {
  try {
    const { [name]: work } = (await import(module)) as Readonly<Record<string, (input: unknown) => unknown>>;
    if (work === undefined) throw new TypeError(`There is no ${name} in ${module}`);
    return { kind: 'answer', output: new Uint8Array(serialize(await work(deserialize(input)))) };
  } catch (fault) {
    return { kind: 'fault', fault };
  }
};
