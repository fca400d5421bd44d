import { parentPort } from 'node:worker_threads';
import { deserialize, serialize } from 'node:v8';
import type { Asked, Said } from './job.ts';

/** The thread that does one job after the other. */

const answer = async ({ module, name, input }: Asked): Promise<Said> => {
  try {
    const { [name]: work } = (await import(module)) as Readonly<Record<string, (input: unknown) => unknown>>;
    if (work === undefined) throw new TypeError(`There is no ${name} in ${module}`);
    return { kind: 'answer', output: new Uint8Array(serialize(await work(deserialize(input)))) };
  } catch (fault) {
    return { kind: 'fault', fault };
  }
};

const tell = async (asked: Asked): Promise<void> => {
  const said = await answer(asked);
  parentPort?.postMessage(said, said.kind === 'answer' ? [said.output.buffer] : []);
};

parentPort?.on('message', (asked: Asked) => void tell(asked));
