import { setTimeout as pause } from 'node:timers/promises';
import type { SLUG as Slug } from '../test/kit/served.ts';
import { type Sent, WORST, breakOff, listenDeaf, send } from '../test/kit/torture.ts';

/** A crowd at one node, each from an address of its own, each doing one of the worst things again and again. */

export interface Siege {
  readonly origin: string;
  readonly slug: typeof Slug;
  readonly addresses: number;
  /** A session of a member who does not behave either. */
  readonly token: string;
  /** An act that was accepted once, to the byte. */
  readonly act: string;
}

const { origin, slug, addresses, token, act } = JSON.parse(process.argv[2] ?? '{}') as Siege;

/** How many requests one address has on their way at once. */
const AT_ONCE = 8;

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const JSON_TYPE = { 'content-type': 'application/json' };
const ONE = `/api/conferences/${slug}`;
const SMALL = Object.values(WORST).filter(({ body }) => body.length < 600_000);

const get = (path: string, headers: Sent['headers'] = {}): Sent => ({ path, method: 'GET', headers });

const PAGES = [
  `/${slug}`,
  `/${slug}/about`,
  `/${slug}/participants`,
  `/${slug}/texts`,
  `/${slug}/record`,
  ONE,
  `${ONE}/entries`,
];
const INSIDE = [
  `/${slug}/texts/1`,
  `/${slug}/texts/1/history`,
  `/${slug}/texts/1/common`,
  `/${slug}/today`,
  `${ONE}/texts/1/common`,
];

/** What the `i`th time is sent by those who do this. */
const DOINGS: readonly ((i: number) => Sent)[] = [
  (i) => get(`/${slug}/none-${i}`),
  (i) => get(PAGES[i % PAGES.length] ?? '/'),
  (i) => ({ path: `/${slug}/do/participation.apply`, ...SMALL[i % SMALL.length] }),
  (i) => ({ path: `${ONE}/acts`, ...SMALL[i % SMALL.length] }),
  (i) => ({ path: `${ONE}/acts`, headers: JSON_TYPE, body: act.replace(/"nonce":"./u, `"nonce":"${i % 10}`) }),
  () => ({ path: `/${slug}/sign-in`, headers: FORM, body: 'challenge=a&signature=b' }),
  (i) => get(`/${slug}/texts/1`, { cookie: `isonomia-${slug}=${`${i}`.padStart(43, 'a')}` }),
  (i) =>
    get(INSIDE[i % INSIDE.length] ?? '/', { cookie: `isonomia-${slug}=${token}`, authorization: `Bearer ${token}` }),
];

const again = async (from: number, doing: (i: number) => Sent): Promise<never> => {
  for (let i = 0; ; i += 1) {
    await send(origin, { ...doing(i), from });
    if (i % 50 === 0) await pause(1);
  }
};

const breaking = async (from: number): Promise<never> => {
  for (;;) await breakOff(origin, { path: `${ONE}/acts`, headers: JSON_TYPE, from });
};

const listening = async (from: number): Promise<void> => {
  const deaf = Array.from({ length: 60 }, () => listenDeaf(origin, { path: `${ONE}/events`, from }));
  await Promise.allSettled(deaf);
};

// The member measured comes from address 0.
for (let from = 1; from <= addresses; from += 1) {
  const doing = DOINGS[from % (DOINGS.length + 2)];
  if (doing !== undefined) for (let i = 0; i < AT_ONCE; i += 1) void again(from, doing);
  else if (from % (DOINGS.length + 2) === DOINGS.length) void breaking(from);
  else void listening(from);
}
