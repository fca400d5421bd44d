import assert from 'node:assert/strict';
import { it } from 'node:test';
import { utf8 } from '../src/base/bytes.ts';
import { MOST } from '../src/charter/law/limits.ts';
import { KEPT_PLACES } from '../src/charter/members/recoveries.ts';
import { attach } from '../src/record/envelope.ts';
import { ACTS, JSON_TYPE, createApiScene } from './kit/api.ts';
import { newPen, write } from './kit/small-conference.ts';

it('a request for a lost key finds a place where a participant passes it on, though strangers ask for as many as they may', async () => {
  const scene = await createApiScene();
  const [owner, friend] = [scene.speaker(0), scene.speaker(1)];
  const asks = async (headers: Readonly<Record<string, string>> = {}): Promise<number> => {
    const pen = newPen();
    const explanation = attach(utf8('It fell into the river.'));
    const body = { key: pen.publicKey, use: 'ssh', explanation: explanation.hash } as const;
    const head = { conference: scene.small.id, made: scene.clock.now() };
    const more = { pens: [pen], attachments: [explanation] };
    const { envelope } = write(owner, head, 'recovery.request', body, more);
    const answer = await scene.ask(ACTS, { method: 'POST', headers: { ...JSON_TYPE, ...headers }, body: envelope });
    if (!answer.ok) assert.equal(((await answer.json()) as { readonly kind: string }).kind, 'limit');
    return answer.status;
  };
  const free = MOST['requested-keys'] - KEPT_PLACES;
  for (let i = 0; i < free; i += 1) assert.equal(await asks(), 201);
  assert.equal(await asks(), 409);
  const signedIn = await scene.as(friend);
  for (let i = 0; i < KEPT_PLACES; i += 1) assert.equal(await asks(signedIn), 201);
  assert.equal(await asks(signedIn), 409);
});
