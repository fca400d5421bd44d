import { readFile } from 'node:fs/promises';
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { tokenFor } from '../test/kit/api.ts';
import { SLUG, type Served, serve } from '../test/kit/served.ts';
import { type Size, bigFolder } from './big-folder.ts';
import { withScratch } from './folders.ts';
import { type Measurement, measured } from './report.ts';

/** What a member's pages cost in a conference that has met for years, beside one that has just begun. */

const BIG: Size = { organisations: 300, texts: 2000, amendments: 19_000, letters: 5000 };
const SMALL: Size = { organisations: 10, texts: 10, amendments: 95, letters: 25 };

/** The most that any page may cost of one core, in milliseconds, and weigh, in bytes as it is sent. */
const MOST_TIME = 50;
const MOST_BYTES = 60_000;

/** A page that has the same on it in both, and so shows what every page pays. It comes last: after a start the index for the search is still being made, longer in the larger one. */
const SMALL_PAGE = 'drafts';

const PAGES = [
  'today',
  'texts',
  'decisions',
  'statements',
  'observations',
  'meetings',
  'letters',
  'letters/circulations',
  'help',
  'participants',
  'participants/organisation-1',
  'about',
  'charters',
  'group',
  'record',
] as const;

/** How often each is asked for, before it is measured and then. */
const WARMING = 10;
const ROUNDS = 100;

interface Cost {
  readonly page: string;
  /** Of one core, in milliseconds. */
  readonly time: number;
  readonly bytes: number;
}

/** What a process has had of the cores, in milliseconds. */
const spent = async (pid: number): Promise<number> => {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  const [user = 0, system = 0] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13)
    .map(Number);
  // Of a hundredth of a second each (proc_pid_stat(5), USER_HZ).
  return (user + system) * 10;
};

/** The bytes of an answer as it is sent. */
const weighed = async (url: URL, cookie: string): Promise<number> => {
  const asked = request(url, { headers: { cookie, 'accept-encoding': 'br' } }).end();
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  if (answer.statusCode !== 200) throw new Error(`${url.pathname} is answered with ${answer.statusCode}`);
  return (await buffer(answer)).byteLength;
};

const costOf = async ({ origin, process: { pid = 0 } }: Served, cookie: string, page: string): Promise<Cost> => {
  const url = new URL(`${origin}/${SLUG}/${page}`);
  for (let i = 0; i < WARMING; i++) await weighed(url, cookie);
  const before = await spent(pid);
  let bytes = 0;
  for (let i = 0; i < ROUNDS; i++) bytes = await weighed(url, cookie);
  return { page, time: ((await spent(pid)) - before) / ROUNDS, bytes };
};

const costsOf = (size: Size): Promise<readonly Cost[]> =>
  withScratch(async (data) => {
    const { speakers } = await bigFolder(data, size);
    const served = await serve(data);
    try {
      const [member] = speakers;
      if (member === undefined) throw new TypeError('Nobody is there');
      const token = await tokenFor((path, init) => fetch(served.origin + path, init), member);
      const costs: Cost[] = [];
      for (const page of [...PAGES, `texts/${size.texts}`, `letters/${size.letters}`, SMALL_PAGE])
        costs.push(await costOf(served, `isonomia-${SLUG}=${token}`, page));
      return costs;
    } finally {
      await served.end('SIGTERM');
    }
  });

const timeOf = (costs: readonly Cost[], page: string): number => costs.find((cost) => cost.page === page)?.time ?? NaN;

export const bigConference = async (): Promise<Measurement> => {
  const [small, big] = [await costsOf(SMALL), await costsOf(BIG)];
  const [dearest, heaviest] = [
    big.toSorted((a, b) => b.time - a.time)[0],
    big.toSorted((a, b) => b.bytes - a.bytes)[0],
  ];
  if (dearest === undefined || heaviest === undefined) throw new TypeError('No page was measured');
  const flat = timeOf(big, SMALL_PAGE) / timeOf(small, SMALL_PAGE);
  return measured(
    'big-conference',
    'ms of a core',
    dearest.time,
    MOST_TIME,
    `the dearest page of a member, /${dearest.page}`,
    `the heaviest, /${heaviest.page}: ${heaviest.bytes} bytes compressed, aim ≤ ${MOST_BYTES}`,
    `/${SMALL_PAGE}, which is the same for all: ${flat.toFixed(2)} of what it costs in a small conference, aim ≤ 1.5`,
    ...big.map(({ page, time, bytes }) => `/${page} ${time.toFixed(2)} ms, ${bytes} bytes`),
  );
};
