import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ClauseId } from '../src/base/ids.ts';
import type { BodyOf } from '../src/charter/acts.ts';
import { statementHash } from '../src/charter/decisions/statements.ts';
import type { Conference } from '../src/conference/types.ts';
import { openSqliteStore } from '../src/store/sqlite/store.ts';
import { SLUG } from '../test/kit/served.ts';
import { printedBy } from '../test/kit/printed.ts';
import { type Speaker, smallConference, write } from '../test/kit/small-conference.ts';
import { type People, careless, credulousHost, sendAll, withScratch } from './folders.ts';
import { systemClock } from '../src/conference/clock.ts';
import { type Measurement, measured } from './report.ts';

/** Seconds in which the public site of a conference with ten thousand documents is written as files, in every language, and written again after one act: whole processes. */

const DOCUMENTS = 10_000;
const AIM = 60;
const AGAIN_AIM = 1;
const CLAUSES = 8;
const AT_ONCE = 200;

const WORDS =
  'The participants measure, at every gauge that stands in their reach of the river, the height of the water and what it carries, each day at the same hour';

const statement = (i: number): BodyOf<'statement.open'> => ({
  title: `On the river, for the ${i + 1}. time`,
  event: { name: `The flood of the ${i + 1}. week`, on: '2026-10-13' as BodyOf<'statement.open'>['event']['on'] },
  clauses: Array.from({ length: CLAUSES }, (_, c) => ({
    id: `c${c + 1}` as ClauseId,
    kind: 'paragraph' as const,
    words: `${WORDS}, in reach ${c + 1} of ${i + 1}.`,
  })),
  lead: null,
  calls: [],
});

const fill = async (data: string): Promise<People> => {
  await mkdir(data);
  const store = await openSqliteStore(data);
  const host = await credulousHost(store, data);
  const { conference, id, speakers } = await smallConference(host, systemClock.now, undefined, { slug: SLUG });
  const people = careless({ id, speakers });
  const by = (i: number): Speaker => people.speakers[i % speakers.length] as Speaker;
  for (let at = 0; at < DOCUMENTS; at += AT_ONCE) {
    const numbers = Array.from({ length: Math.min(AT_ONCE, DOCUMENTS - at) }, (_, i) => at + i);
    const head = { conference: id, made: systemClock.now() };
    await sendAll(
      conference,
      numbers.map((i) => write(by(i), head, 'statement.open', statement(i)).envelope),
    );
    await sendAll(
      conference,
      numbers.map((i) => signed(conference, by(i + 1), head, i).envelope),
    );
  }
  await host.close();
  await store.close();
  return people;
};

/** One more signature, under the first of them. */
const oneMore = async (data: string, { id, speakers: [, , third] }: People): Promise<void> => {
  const store = await openSqliteStore(data);
  const host = await credulousHost(store, data);
  const conference = host.conference(SLUG);
  if (conference === null || third === undefined) throw new TypeError('The conference is not there');
  await sendAll(conference, [signed(conference, third, { conference: id, made: systemClock.now() }, 0).envelope]);
  await host.close();
  await store.close();
};

const signed = (conference: Conference, by: Speaker, head: Parameters<typeof write>[1], i: number) =>
  write(by, head, 'statement.sign', {
    statement: i + 1,
    printed: printedBy(conference, by.organisation),
    version: statementHash(statement(i)),
  });

/** The seconds that the command took, and the files that it has written. */
const published = async (data: string, out: string): Promise<{ readonly seconds: number; readonly said: string }> => {
  const main = fileURLToPath(new URL('../bin/isonomia.js', import.meta.url));
  const given = [
    'publish',
    '--data',
    data,
    '--conference',
    SLUG,
    '--out',
    out,
    '--origin',
    'https://conference.example',
    '--no-paper',
  ];
  const began = performance.now();
  const child = spawn(process.execPath, [main, ...given], { stdio: ['ignore', 'pipe', 'inherit'] });
  const said: Uint8Array[] = [];
  child.stdout.on('data', (bytes: Uint8Array) => void said.push(bytes));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`isonomia publish ended with ${code}`);
  return { seconds: (performance.now() - began) / 1000, said: Buffer.concat(said).toString().split('\n')[0] ?? '' };
};

export const publish = (): Promise<Measurement> =>
  withScratch(async (folder) => {
    const [data, out] = [join(folder, 'data'), join(folder, 'out')];
    const people = await fill(data);
    const whole = await published(data, out);
    await oneMore(data, people);
    const again = await published(data, out);
    const files = (await readFile(join(out, 'SHA256SUMS'), 'utf8')).split('\n').length - 1;
    return measured(
      'publish',
      's',
      whole.seconds,
      null,
      `${DOCUMENTS} documents in every language, ${files} files; aimed at ${AIM}`,
      `after one act ${again.seconds.toFixed(1)} s, aimed at ${AGAIN_AIM} (${again.said.split(': ').at(-1)})`,
    );
  });
