import { fork } from 'node:child_process';
import { setPriority } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { fromUtf8 } from '../src/base/bytes.ts';
import { tokenFor } from '../test/kit/api.ts';
import { SLUG, type Served, prepareFolder, serve, someAct } from '../test/kit/served.ts';
import { send } from '../test/kit/torture.ts';
import { type People, withScratch } from './folders.ts';
import { type Measurement, measured } from './report.ts';
import type { Siege } from './siege-crowd.ts';

/** How long a member waits while a hundred addresses do their worst to the node, all at once and within its limits. */

const ADDRESSES = 100;
/** As `nice` counts. */
const LESS_URGENT = 10;
const SECONDS = 30;
/** From one measured request to the next, in milliseconds. */
const APART = 40;

const percentile = (times: readonly number[], part: number): number =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * part))] ?? NaN;

/** Acts are numbered through, so that none says what its organisation has said already. */
let acts = 0;

type Waits = { readonly page: readonly number[]; readonly act: readonly number[] };

const waits = async ({ origin }: Served, people: People, token: string, until: number): Promise<Waits> => {
  const one: People = { ...people, speakers: people.speakers.slice(0, 1) };
  const headers = { cookie: `isonomia-${SLUG}=${token}` };
  const asked: Record<'page' | 'act', number[]> = { page: [], act: [] };
  const timed = async (times: number[], status: number, ask: () => Promise<unknown>): Promise<void> => {
    const before = performance.now();
    const outcome = await ask();
    if (outcome !== status) throw new Error(`A member was answered ${String(outcome)}`);
    times.push(performance.now() - before);
  };
  // One organisation acts no faster than it may.
  for (let i = 0; performance.now() < until; i += 1) {
    await timed(asked.page, 200, () => send(origin, { path: `/${SLUG}/texts/1`, method: 'GET', headers, from: 0 }));
    await pause(APART);
    if (i % 10 === 0) {
      const body = fromUtf8(someAct(one, acts++).envelope) ?? '';
      const more = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
      await timed(asked.act, 201, () =>
        send(origin, { path: `/api/conferences/${SLUG}/acts`, headers: more, body, from: 0 }),
      );
    }
  }
  return asked;
};

export const siege = async (): Promise<Measurement> =>
  withScratch(async (data) => {
    const people = await prepareFolder(data);
    const served = await serve(data, { arguments: ['--limits', 'on'] });
    const fetched = (path: string, init?: RequestInit): Promise<Response> => fetch(served.origin + path, init);
    const [first, second] = people.speakers;
    if (first === undefined || second === undefined) throw new TypeError('Nobody is there');
    const [own, others] = [await tokenFor(fetched, first), await tokenFor(fetched, second)];
    const quiet = await waits(served, people, own, performance.now() + 3000);
    const said = fromUtf8(someAct({ ...people, speakers: [second] }, 0).envelope) ?? '';
    const given: Siege = { origin: served.origin, slug: SLUG, addresses: ADDRESSES, token: others, act: said };
    const crowd = fork(new URL('siege-crowd.ts', import.meta.url), [JSON.stringify(given)]);
    // It stands elsewhere in life: here it takes what time the node leaves.
    setPriority(crowd.pid ?? 0, LESS_URGENT);
    try {
      const failed = new Promise<never>((_resolve, reject) =>
        crowd.once('exit', () => reject(new Error('The crowd has gone'))),
      );
      await pause(2000);
      const { page, act } = await Promise.race([
        waits(served, people, own, performance.now() + SECONDS * 1000),
        failed,
      ]);
      const shown = (times: readonly number[]): string =>
        `median ${percentile(times, 0.5).toFixed(0)} ms, 99th percentile ${percentile(times, 0.99).toFixed(0)} ms of ${times.length}`;
      return measured(
        'siege',
        'ms',
        percentile(page, 0.99),
        200,
        'aim ≤ 1; limit: 200 ms for a page, 500 ms for an act',
        `a member’s page: ${shown(page)}; an act: ${shown(act)}`,
        `without the crowd: ${shown(quiet.page)}; ${shown(quiet.act)}`,
        `${ADDRESSES} addresses on the same machine`,
      );
    } finally {
      crowd.removeAllListeners('exit').kill('SIGKILL');
      await served.end('SIGKILL');
    }
  });
