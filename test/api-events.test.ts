import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { PLACES } from '../src/api/places.ts';
import { MINUTE, after } from '../src/base/time.ts';
import { type ApiScene, ONE, createApiScene, problemIn } from './kit/api.ts';
import { accepted, someText } from './kit/small-conference.ts';
import { EVENT } from '../src/charter/spec/statements.ts';

/** Live events: each hears what they may see, soon, and can catch up. */

let scene: ApiScene;
beforeEach(async () => {
  scene = await createApiScene();
});

/** A listener whose events are read one by one. */
const listen = async (headers: Record<string, string> = {}) => {
  const answer = await scene.ask(`${ONE}/events`, { headers });
  assert.equal(answer.headers.get('content-type'), 'text/event-stream');
  assert.ok(answer.body);
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  assert.equal((await reader.read()).value, 'retry: 2000\n\n');
  return {
    next: async () => {
      const { value, done } = await reader.read();
      if (done) return null;
      const field = (name: string): string | undefined => new RegExp(`^${name}: (.*)$`, 'mu').exec(value)?.[1];
      return {
        event: field('event'),
        id: field('id'),
        data: JSON.parse(field('data') ?? 'null') as unknown,
        text: value,
      };
    },
    leave: () => reader.cancel(),
  };
};

/** Lets the time pass for which events are gathered. */
const gather = () => scene.clock.set(after(scene.clock.now(), 50));
const table = async () => accepted(await scene.small.submit(scene.speaker(0), 'text.table', someText()));
const state = () => {
  const { statements } = scene.small.conference.state();
  const clauses = [{ id: 'situation', kind: 'paragraph', words: 'As it is.' }] as never;
  return {
    number: statements.length + 1,
    body: { title: 'On the flood', clauses, event: EVENT, lead: null, calls: [] },
  };
};

describe('live events', () => {
  it('tell what changed, once for acts that come together', async () => {
    const member = await listen(await scene.as(scene.speaker(1)));
    await table();
    await table();
    gather();
    const { size } = scene.small.conference.state();
    const told = await member.next();
    assert.deepEqual([told?.event, told?.id], ['happened', `${size}`]);
    assert.deepEqual(told?.data, { size, about: ['texts/1', 'texts/2'], kinds: ['text.table'] });
    await member.leave();
  });

  it('tell the public only what it may see', async () => {
    const anyone = await listen();
    await table();
    gather();
    accepted(await scene.small.submit(scene.speaker(0), 'statement.open', state().body));
    gather();
    const { size } = scene.small.conference.state();
    assert.deepEqual((await anyone.next())?.data, { size, about: ['statements/1'], kinds: ['statement.open'] });
    await anyone.leave();
  });

  it('begin with what was missed', async () => {
    const { size } = scene.small.conference.state();
    await table();
    const member = await listen({ ...(await scene.as(scene.speaker(1))), 'last-event-id': `${size}` });
    assert.deepEqual((await member.next())?.data, { size: size + 1, about: ['texts/1'], kinds: ['text.table'] });
    await member.leave();
  });

  it('show every so often that they are alive', async () => {
    const anyone = await listen();
    scene.clock.set(after(scene.clock.now(), MINUTE));
    assert.equal((await anyone.next())?.text, ': alive\n\n');
    await anyone.leave();
  });

  it('go to no more listeners than there may be, and those who leave make room', async () => {
    const listeners = await Promise.all(Array.from({ length: PLACES.strangers.fromOne }, () => listen()));
    assert.partialDeepStrictEqual(await problemIn(await scene.ask(`${ONE}/events`)), { status: 503 });
    await listeners[0]?.leave();
    listeners[0] = await listen();
    scene.api.close();
    for (const listener of listeners) assert.equal(await listener.next(), null);
  });

  it('let go of a listener who does not read', async () => {
    const slow = await listen();
    for (let i = 0; i < 70; i++) {
      accepted(await scene.small.submit(scene.speaker(0), 'statement.open', state().body));
      gather();
    }
    let count = 0;
    while ((await slow.next()) !== null) count++;
    assert.ok(count < 70 && count > 30, `${count}`);
  });
});
