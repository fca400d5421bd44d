import assert from 'node:assert/strict';
import { it } from 'node:test';
import { utf8 } from '../src/base/bytes.ts';
import { MOST } from '../src/charter/law/limits.ts';
import { KEPT_PLACES } from '../src/charter/members/recoveries.ts';
import { NO_LIMITS, createLimiter } from '../src/conference/door/limits.ts';
import { attach } from '../src/record/envelope.ts';
import { ACTS, JSON_TYPE, ORIGIN, createApiScene } from './kit/api.ts';
import { newPen, write } from './kit/small-conference.ts';

const BEHIND_A_PROXY = { origin: ORIGIN, proxies: 1, version: '0.0.0' } as const;

/** A conference, and a way to ask for another key in the first organisation's name: answers with the status. */
const asking = async (changes: Parameters<typeof createApiScene>[0] = {}) => {
  const scene = await createApiScene(changes);
  const owner = scene.speaker(0);
  const asks = async (headers: Readonly<Record<string, string>> = {}): Promise<number> => {
    const pen = newPen();
    const explanation = attach(utf8('It fell into the river.'));
    const body = { key: pen.publicKey, use: 'ssh', explanation: explanation.hash } as const;
    const head = { conference: scene.small.id, made: scene.clock.now() };
    const more = { pens: [pen], attachments: [explanation] };
    const { envelope } = write(owner, head, 'recovery.request', body, more);
    const answer = await scene.ask(ACTS, { method: 'POST', headers: { ...JSON_TYPE, ...headers }, body: envelope });
    if (answer.status === 409) assert.equal(((await answer.json()) as { readonly kind: string }).kind, 'limit');
    return answer.status;
  };
  return { scene, asks };
};

it('a request for a lost key finds a place where a participant passes it on, though strangers ask for as many as they may', async () => {
  const { scene, asks } = await asking();
  const free = MOST['requested-keys'] - KEPT_PLACES;
  for (let i = 0; i < free; i += 1) assert.equal(await asks(), 201);
  assert.equal(await asks(), 409);
  const signedIn = await scene.as(scene.speaker(1));
  for (let i = 0; i < KEPT_PLACES; i += 1) assert.equal(await asks(signedIn), 201);
  assert.equal(await asks(signedIn), 409);
});

it('one address takes few of the places of all, and none from whom a participant passes on', async () => {
  const newcomers = createLimiter({ burst: 2, perSecond: 0.001 });
  const { scene, asks } = await asking({ limits: { ...NO_LIMITS, newcomers }, config: BEHIND_A_PROXY });
  const from = (address: string) => ({ 'x-forwarded-for': address });
  assert.deepEqual([await asks(from('192.0.2.1')), await asks(from('192.0.2.1'))], [201, 201]);
  assert.equal(await asks(from('192.0.2.1')), 429);
  assert.equal(await asks(from('192.0.2.2')), 201);
  assert.equal(await asks({ ...from('192.0.2.1'), ...(await scene.as(scene.speaker(1))) }), 201);
});
