import assert from 'node:assert/strict';
import type { SampleScene } from './sample.ts';

/** Somebody who listens to live events, until the scene is closed. */
export interface Listener {
  /** Everything that came, once the stream has ended. */
  readonly heard: () => Promise<string>;
}

export const createListener = async ({ ask }: SampleScene, token: string | null): Promise<Listener> => {
  const headers = token === null ? {} : { authorization: `Bearer ${token}` };
  const answer = await ask('/api/conferences/sample/events', { headers });
  assert.equal(answer.status, 200);
  const all = answer.text();
  return { heard: () => all };
};

/** The sizes of the record that a stream told of: one more than the index of the entry that it was about. */
export const sizesIn = (stream: string): readonly number[] =>
  [...stream.matchAll(/^id: (\d+)$/gmu)].map(([, size]) => Number(size));
