import assert from 'node:assert/strict';
import { it } from 'node:test';
import { serveCommand } from './serve.ts';

it('a node that is told to end before it has begun ends', async () => {
  const command = serveCommand({
    startNode: () => new Promise<never>(() => undefined),
    toldToEnd: async () => undefined,
  });
  const said: unknown[] = [];
  const say = (what: unknown): void => void said.push(what);
  const terminal = { say, complain: say, write: say, read: async () => new Uint8Array(), environment: {} };
  assert.equal(await command.run([], terminal), 0);
  assert.deepEqual(said, []);
});
