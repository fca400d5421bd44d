import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, after, before, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { PLACES } from '../src/api/places.ts';
import { RATES, WAITING } from '../src/conference/door/limits.ts';
import { sessionCookie } from '../src/conference/door/sign-in.ts';
import { tokenFor } from './kit/api.ts';
import { SLUG, type Served, prepareFolder, serve } from './kit/served.ts';
import type { Speaker } from './kit/small-conference.ts';
import { type Outcome, type Sent, WORST, breakOff, listenDeaf, probe, send } from './kit/torture.ts';

/**
 * A node as people run it, limits and all, under what strangers' scripts send it over real sockets. What each piece of work costs is counted elsewhere; here the node
 * must refuse each, answer others meanwhile, and write next to nothing down. Longer by `npm run torture`.
 */

const LONG = process.env['LONG'] !== undefined;

/** How often each of the worst bodies is sent, and from how many addresses at once. */
const ROUNDS = LONG ? 5 : 1;
const SENDERS = LONG ? 4 : 1;

/** The longest that anybody else's page may take while all that goes on, in milliseconds; a machine that has other work is given its time. */
const LONGEST = 5000;

/** The most characters that a whole run may add to the log. */
const MOST_LOGGED = 10_000;

const ABOUT = `/${SLUG}/about`;
const EVENTS = `/api/conferences/${SLUG}/events`;

let data: string;
let node: Served;
let member: Speaker;
before(async () => {
  data = await mkdtemp(join(tmpdir(), 'isonomia-'));
  const { speakers } = await prepareFolder(data);
  member = speakers[0] ?? assert.fail();
});
after(() => rm(data, { recursive: true }));

const served = (limits: 'on' | 'off'): void => {
  before(async () => {
    const breaks = new URL('kit/breaks.ts', import.meta.url).href;
    node = await serve(data, { arguments: ['--limits', limits], environment: { NODE_OPTIONS: `--import=${breaks}` } });
  });
  after(async () => {
    assert.ok(node.complaints().length < MOST_LOGGED, node.complaints());
    await node.end('SIGTERM');
  });
};

const ask = (sent: Sent): Promise<Outcome> => send(node.origin, sent);
const leave = (sent: Sent): Promise<void> => breakOff(node.origin, sent);
const listen = (sent: Sent) => listenDeaf(node.origin, sent);

const times = async <T>(count: number, work: (i: number) => Promise<T>): Promise<void> => {
  for (let i = 0; i < count; i += 1) await work(i);
};

/** Does the work while somebody else asks for a page again and again, who must not wait long. */
const whileProbed = async (t: TestContext, work: () => Promise<unknown>): Promise<void> => {
  const stop = probe(node.origin, ABOUT);
  await work();
  const taken = await stop();
  const worst = taken.at(-1) ?? 0;
  t.diagnostic(`somebody else’s page: median ${taken[taken.length >> 1]?.toFixed(0)} ms, worst ${worst.toFixed(0)} ms`);
  assert.ok(worst < LONGEST, `${worst} ms`);
};

const typeFor = (path: string): string =>
  path.startsWith('/api/') ? 'application/json' : 'application/x-www-form-urlencoded';

const isRefused = (outcome: Outcome): boolean =>
  outcome === 'cut' || outcome === 200 || (outcome >= 400 && outcome < 500) || outcome === 503;

const PATHS = [
  `/${SLUG}/do/participation.apply`,
  `/${SLUG}/do/letter.send`,
  `/${SLUG}/acts`,
  `/${SLUG}/sign-in`,
  `/api/conferences/${SLUG}/acts`,
  `/api/conferences/${SLUG}/acts/draft`,
  '/found/charter',
];

describe('the worst bodies, where no limit keeps any of them off,', () => {
  served('off');
  for (const [name, { headers, body }] of Object.entries(WORST))
    it(`${name}: are refused, and nobody waits long for them`, (t) =>
      whileProbed(t, () =>
        times(ROUNDS, async () => {
          const senders = Array.from({ length: SENDERS }, (_, i) => 1 + i);
          const sent = senders.flatMap((from) => PATHS.map((path) => ask({ path, headers, body, from })));
          const outcomes = await Promise.all(sent);
          assert.ok(outcomes.every(isRefused), outcomes.join(' '));
        }),
      ));
});

describe('within the limits,', () => {
  served('on');

  describe('the worst bodies of many', () => {
    it('are refused, and nobody waits long for them', (t) =>
      whileProbed(t, async () => {
        const bodies = Object.values(WORST).filter(({ body }) => body.length < 2_000_000);
        const outcomes = await Promise.all(
          bodies.flatMap(({ headers, body }, i) =>
            PATHS.map((path, j) => ask({ path, headers, body, from: 1 + i * PATHS.length + j })),
          ),
        );
        assert.ok(outcomes.every(isRefused), outcomes.join(' '));
      }));
  });

  describe('many requests', () => {
    it('for what is not there are told so, then told to wait, and leave no trace', async (t) => {
      const known = node.complaints().length;
      await whileProbed(t, async () => {
        const counts = new Map<Outcome, number>();
        const count = (outcome: Outcome) => counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
        for (const prefix of ['/assets/none', '/none', '/api/none', `/${SLUG}/none`])
          await times(26, async (i) => {
            // No more at once than may wait for their turn.
            const paths = Array.from({ length: WAITING.strangers.fromOne }, (_, j) => `${prefix}-${i}-${j}`);
            const outcomes = await Promise.all(paths.map((path) => ask({ path, method: 'GET', from: 300 })));
            for (const outcome of outcomes) count(outcome);
          });
        assert.deepEqual(
          [...counts.keys()].filter((outcome) => outcome !== 404 && outcome !== 429),
          [],
        );
        assert.ok((counts.get(404) ?? 0) >= RATES.reads.burst && (counts.get(429) ?? 0) > 0);
      });
      assert.equal(node.complaints().length, known);
    });

    it('that break off leave no trace', async (t) => {
      const known = node.complaints().length;
      await whileProbed(t, async () => {
        await times(30 * ROUNDS, async (i) => {
          const from = 310 + (i % 10);
          await Promise.all(PATHS.map((path) => leave({ path, headers: { 'content-type': typeFor(path) }, from })));
        });
        await pause(200);
      });
      assert.equal(node.complaints().length, known);
    });
  });

  describe('listeners', () => {
    it('of strangers take no member’s place, and those who read nothing end nothing when their session does', async (t) => {
      const fetched = (path: string, init?: RequestInit): Promise<Response> => fetch(node.origin + path, init);
      const token = await tokenFor(fetched, member);
      const headers = { authorization: `Bearer ${token}` };
      await whileProbed(t, async () => {
        const from = 320;
        const strangers: Awaited<ReturnType<typeof listen>>[] = [];
        for (let i = 0; i < (PLACES.strangers.fromOne + 20) / 20; i += 1)
          strangers.push(...(await Promise.all(Array.from({ length: 20 }, () => listen({ path: EVENTS, from })))));
        const statuses = Map.groupBy(strangers, ({ status }) => status);
        assert.deepEqual([statuses.get(200)?.length, statuses.get(503)?.length], [PLACES.strangers.fromOne, 20]);
        const members = await Promise.all(Array.from({ length: 20 }, () => listen({ path: EVENTS, headers, from })));
        assert.ok(members.every(({ status }) => status === 200));
        assert.equal((await fetched(`/api/conferences/${SLUG}/sessions`, { method: 'DELETE', headers })).status, 204);
        for (const one of [...strangers, ...members]) one.leave();
      });
      assert.equal(node.process.exitCode, null);
    });
  });

  describe('soundings', () => {
    it('of one member take its own places and nobody else’s time', async (t) => {
      const fetched = (path: string, init?: RequestInit): Promise<Response> => fetch(node.origin + path, init);
      const token = await tokenFor(fetched, member);
      const headers = {
        cookie: `${sessionCookie(node.origin, SLUG)}=${token}`,
        'content-type': 'application/x-www-form-urlencoded',
      };
      await whileProbed(t, async () => {
        const path = `/${SLUG}/texts/1/common/sounding`;
        const outcomes = await Promise.all(
          Array.from({ length: 30 * ROUNDS }, (_, i) => ask({ path, headers, body: `on-c${i}=object`, from: 330 })),
        );
        const counts = Map.groupBy(outcomes, (outcome) => outcome);
        assert.deepEqual(new Set(counts.keys()), new Set([200, 503]));
        assert.ok((counts.get(503)?.length ?? 0) > 0);
      });
    });
  });

  describe('a fault that nobody catches', () => {
    it('is written down, and the node goes on', { timeout: 60_000 }, async ({ signal }) => {
      node.process.kill('SIGUSR2');
      const places = ['breaks.ts:7', 'breaks.ts:9'];
      while (!places.every((place) => node.complaints().includes(place))) await pause(10, undefined, { signal });
      assert.equal(await ask({ path: ABOUT, method: 'GET' }), 200);
      assert.equal(node.process.exitCode, null);
    });
  });
});
