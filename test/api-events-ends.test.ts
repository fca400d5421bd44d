import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { getRequestListener } from '@hono/node-server';
import { LINGERS, createLive } from '../src/api/live.ts';
import { PLACES, createPlaces } from '../src/api/places.ts';
import { fromUtf8 } from '../src/base/bytes.ts';
import { fingerprint } from '../src/base/keys.ts';
import { DAY, HOUR, after } from '../src/base/time.ts';
import { present } from '../src/charter/texts/texts.ts';
import { NOBODY } from '../src/conference/door/sign-in.ts';
import { type ApiScene, ONE, createApiScene } from './kit/api.ts';
import { type Port, listenAnywhere } from './kit/port.ts';
import { type Speaker, accepted, someText } from './kit/small-conference.ts';
import { EVENT } from '../src/charter/spec/statements.ts';

/** Live events over a real server: what was decided while nobody acted or listened, and streams that end. The clock stands still until it is set. */

let scene: ApiScene;
let port: Port;
beforeEach(async () => {
  scene = await createApiScene();
  port = await listenAnywhere();
  port.answerWith((request, response) => void getRequestListener(scene.api.app.fetch)(request, response));
});
afterEach(async () => {
  scene.api.close();
  await port.close();
  assert.deepEqual(scene.faults, []);
});

interface Heard {
  readonly event: string;
  readonly data: { readonly size?: number; readonly about?: readonly string[]; readonly kinds?: readonly string[] };
}

/** Events one by one, those that only show that the stream is alive left out; `null`: it has ended. */
const listen = async (headers: Record<string, string>) => {
  const answer = await fetch(`${port.origin}${ONE}/events`, { headers });
  assert.ok(answer.ok && answer.body);
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  const next = async (): Promise<Heard | null> => {
    const end = rest.indexOf('\n\n');
    if (end < 0) {
      const { value, done } = await reader.read();
      if (done) return null;
      rest += value;
      return next();
    }
    const message = rest.slice(0, end);
    rest = rest.slice(end + 2);
    const [, event] = /^event: (.*)$/mu.exec(message) ?? [];
    if (event === undefined) return next();
    return { event, data: JSON.parse(/^data: (.*)$/mu.exec(message)?.[1] ?? '{}') as Heard['data'] };
  };
  return { next, leave: () => reader.cancel() };
};

const forward = (ms: number): void => scene.clock.set(after(scene.clock.now(), ms));
const size = (): number => scene.small.conference.state().size;

/** A text is put to decision, which ends in eight days by silence. */
const decide = async (): Promise<void> => {
  const { submit, conference } = scene.small;
  accepted(await submit(scene.speaker(0), 'text.table', someText()));
  const { hash: version } = present(conference.state().texts[0] ?? assert.fail());
  const deadline = after(scene.clock.now(), 8 * DAY);
  accepted(await submit(scene.speaker(0), 'decision.open', { text: 1, version, deadline, meeting: null }));
  for (const by of [scene.speaker(0), scene.speaker(1)])
    accepted(
      await submit(by, 'positions.take', {
        text: 1,
        revision: 1,
        positions: [{ on: { kind: 'whole' }, stand: 'support', reason: null, conditions: [] }],
      } as never),
    );
};

/** The deadline passes, and nobody acts; resolves when that is on the record. */
const lapse = async (): Promise<void> => {
  const ticked = Promise.withResolvers<undefined>();
  const leave = scene.small.conference.subscribe(() => ticked.resolve(undefined));
  forward(8 * DAY);
  await ticked.promise;
  leave();
};

describe('what falls due', () => {
  it('is named to whoever listens', async () => {
    await decide();
    const anyone = await listen({});
    await lapse();
    forward(50);
    const { stage } = scene.small.conference.state().texts[0] ?? assert.fail();
    assert.equal(stage, 'adopted');
    assert.deepEqual(await anyone.next(), {
      event: 'happened',
      data: { size: size(), about: ['texts/1'], kinds: [] },
    });
    await anyone.leave();
  });

  it('is named to whoever was away', async () => {
    await decide();
    const since = size();
    await lapse();
    const member = await listen({ ...(await scene.as(scene.speaker(1))), 'last-event-id': `${since}` });
    assert.deepEqual((await member.next())?.data, {
      size: since + 1,
      about: ['texts/1', 'circulations/1'],
      kinds: ['host.tick'],
    });
    await member.leave();
  });

  it('and is not for the public is not told to it', async () => {
    await decide();
    const objection = {
      text: 1,
      revision: 1,
      positions: [{ on: { kind: 'whole' }, stand: 'object', reason: 'It is too little.', conditions: [] }],
    };
    accepted(await scene.small.submit(scene.speaker(2), 'positions.take', objection as never));
    const since = size();
    await lapse();
    const anyone = await listen({ 'last-event-id': `${since}` });
    const calm = { ...statement(), title: 'Of the lake' };
    accepted(await scene.small.submit(scene.speaker(0), 'statement.open', calm as never));
    forward(50);
    assert.deepEqual((await anyone.next())?.data, { size: size(), about: ['statements/1'], kinds: ['statement.open'] });
    await anyone.leave();
  });
});

describe('a session that ends', () => {
  const ends = async (how: (speaker: Speaker, headers: Record<string, string>) => Promise<unknown>): Promise<void> => {
    const headers = await scene.as(scene.speaker(1));
    const member = await listen(headers);
    const other = await listen({});
    await how(scene.speaker(1), headers);
    assert.deepEqual(await member.next(), { event: 'signed-out', data: {} });
    assert.equal(await member.next(), null);
    await other.leave();
  };

  it('by its time ends the stream, though nobody acts', () => ends(async () => forward(12 * HOUR)));

  it('elsewhere ends the stream at once', () =>
    ends(async (_, headers) => {
      const answer = await fetch(`${port.origin}${ONE}/sessions`, { method: 'DELETE', headers });
      assert.equal(answer.status, 204);
      // What would have ended it later finds it ended.
      forward(13 * HOUR);
    }));

  it('with its key ends the stream', () =>
    ends(async (speaker) => {
      const key = fingerprint(speaker.pen.publicKey);
      accepted(await scene.small.submit(speaker, 'key.revoke', { key }));
      forward(50);
    }));
});

describe('whoever comes back', () => {
  it('is told of what they missed before what happens meanwhile, so that the last number they heard is all they know', async () => {
    const { clock, small, signIn } = scene;
    const live = createLive({ clock, signIn, onFault: (fault) => assert.fail(String(fault)) });
    const read = Promise.withResolvers<undefined>();
    const entries: typeof small.conference.entries = async (...range) => {
      await read.promise;
      return small.conference.entries(...range);
    };
    const since = size();
    const open = () => small.submit(scene.speaker(0), 'statement.open', statement() as never);
    accepted(await open());
    const conference = { ...small.conference, entries };
    const stream =
      live.listen({ conference, caller: '', token: null, since, cut: () => undefined })?.getReader() ?? assert.fail();
    accepted(await open());
    forward(50);
    read.resolve(undefined);
    const told: (string | null)[] = [];
    while (told.length < 3) told.push(fromUtf8((await stream.read()).value ?? new Uint8Array()));
    assert.deepEqual(
      told.map((message) => /^id: (\d+)$/mu.exec(message ?? '')?.[1]),
      [undefined, `${since + 1}`, `${since + 2}`],
    );
    live.close();
  });
});

describe('one who does not read', () => {
  const unread = (token: string | null) => {
    const { clock, small, signIn, faults } = scene;
    let cuts = 0;
    const live = createLive({ clock, signIn, onFault: (fault) => faults.push(fault) });
    const cut = (): void => void (cuts += 1);
    assert.ok(live.listen({ conference: small.conference, caller: '', token, since: null, cut }));
    return { live, cuts: () => cuts };
  };

  it('is cut off when too much waits for them', () => {
    const { live, cuts } = unread(null);
    for (let beats = 0; beats < 80; beats += 1) forward(20_000);
    assert.ok(cuts() > 0);
    live.close();
  });

  it('is cut off a while after their session has ended', async () => {
    const { authorization } = await scene.as(scene.speaker(1));
    const { live, cuts } = unread(authorization.replace('Bearer ', ''));
    scene.signIn.signOut(authorization.replace('Bearer ', ''));
    assert.equal(cuts(), 0);
    forward(LINGERS);
    assert.equal(cuts(), 1);
    live.close();
  });
});

describe('a place', () => {
  it('is kept for members, however many strangers come, and for strangers', () => {
    const places = createPlaces({ strangers: { inAll: 3, fromOne: 2 }, members: { inAll: 3, fromOne: 2 } });
    const give = places.take('strangers', 'a') ?? assert.fail();
    assert.ok(places.take('strangers', 'a'));
    assert.equal(places.take('strangers', 'a'), null);
    assert.ok(places.take('strangers', 'b'));
    assert.equal(places.take('strangers', 'c'), null);
    for (const organisation of ['a', 'a', 'b']) assert.ok(places.take('members', organisation));
    assert.equal(places.take('members', 'c'), null);
    give();
    assert.ok(places.take('strangers', 'c'));
  });

  it('of a member is not the address’s, whatever comes from there', async () => {
    const stranger = { headers: {} };
    const streams: Response[] = [];
    for (let i = 0; i < PLACES.strangers.fromOne; i += 1) streams.push(await scene.ask(`${ONE}/events`, stranger));
    assert.equal((await scene.ask(`${ONE}/events`, stranger)).status, 503);
    const member = await scene.ask(`${ONE}/events`, { headers: await scene.as(scene.speaker(0)) });
    assert.equal(member.status, 200);
    for (const { body } of [...streams, member]) await body?.cancel();
    assert.equal((await scene.ask(`${ONE}/events`, stranger)).status, 200);
  });
});

describe('a fault with one listener', () => {
  it('is reported, and the others hear', async () => {
    const faults: unknown[] = [];
    const { clock, small } = scene;
    let broken = false;
    const signIn = {
      onSignedOut: scene.signIn.onSignedOut,
      visitor: (token: string | null) => {
        if (broken && token === 'broken') throw new Error('It broke');
        return NOBODY;
      },
    };
    const live = createLive({ clock, signIn, onFault: (fault) => faults.push(fault) });
    const join = (token: string, conference = small.conference, since: number | null = null) =>
      live.listen({ conference, caller: token, token, since, cut: () => undefined })?.getReader() ?? assert.fail();
    const streams = [join('broken'), join('whole')];
    for (const stream of streams)
      assert.match(fromUtf8((await stream.read()).value ?? new Uint8Array()) ?? '', /retry/u);
    broken = true;
    accepted(await small.submit(scene.speaker(0), 'statement.open', statement() as never));
    forward(50);
    const [first, second] = await Promise.all(streams.map((stream) => stream.read()));
    assert.deepEqual([first?.done, second?.done, faults.length], [true, false, 1]);

    live.close();
    live.close();
  });

  it('whose past cannot be read is reported, and ends their stream', async () => {
    const faults: unknown[] = [];
    const { clock, small, signIn } = scene;
    const live = createLive({ clock, signIn, onFault: (fault) => faults.push(fault) });
    const conference = { ...small.conference, entries: () => Promise.reject(new Error('No disk')) };
    const stream =
      live.listen({ conference, caller: '', token: null, since: 0, cut: () => undefined })?.getReader() ??
      assert.fail();
    await stream.read();
    assert.equal((await stream.read()).done, true);
    assert.equal(faults.length, 1);
  });
});

const statement = () => ({
  title: 'On the flood',
  clauses: [{ id: 'situation', kind: 'paragraph', words: 'As it is.' }],
  event: EVENT,
  lead: null,
  calls: [],
});
