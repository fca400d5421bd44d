import { printedBy } from '../test/kit/printed.ts';
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Bytes, utf8 } from '../src/base/bytes.ts';
import type { ClauseId } from '../src/base/ids.ts';
import { DAY, after } from '../src/base/time.ts';
import { present } from '../src/charter/texts/texts.ts';
import { systemClock } from '../src/conference/clock.ts';
import { SLUG, prepareFolder, serve, withFolder } from '../test/kit/served.ts';
import { accepted, someText, write } from '../test/kit/small-conference.ts';
import { type People, sendAll, withScratch } from './folders.ts';
import { hasTool } from './limits.ts';
import { answers } from './load.ts';
import { startNginx } from './nginx.ts';
import { type Measurement, measured, median, noise } from './report.ts';

/** Requests a second for the page of an adopted text, against nginx serving the same bytes as a file. */

const CONNECTIONS = 32;
const ROUNDS = 4;
const SECONDS = 3;

const WORDS =
  'The participants shall measure, at every gauge that stands in their reach of the river, the height of the water and what it carries, each day at the same hour, and shall publish what they measured within three days, in a form that anyone can read and any program can take in, together with the name of the method and the margin of its error.';

/** Adopts a long text: everyone accepts it, and signs it. Answers its number. */
/** Brings a text to adoption, and gives its number and the signatures under it of all, not yet sent. */
export const adoptText = (
  data: string,
  { id, speakers }: People,
): Promise<{ readonly text: number; readonly signatures: readonly Bytes[] }> =>
  withFolder(data, async ({ host }) => {
    const conference = host.conference(SLUG);
    const [proposer] = speakers;
    if (conference === null || proposer === undefined) throw new TypeError('Nobody is there');
    const head = () => ({ conference: id, made: systemClock.now() });
    const clauses = Array.from({ length: 36 }, (_, i) => ({
      id: `measure-${i + 1}` as ClauseId,
      kind: 'operative' as const,
      words: `${WORDS} (${i + 1})`,
    }));
    const body = { ...someText(), title: 'On measuring the river', clauses };
    accepted(await conference.submit(write(proposer, head(), 'text.table', body).envelope));
    const text = conference.state().texts.length;
    const revision = conference.state().texts[text - 1];
    if (revision === undefined) throw new TypeError('The text is not there');
    const version = present(revision).hash;
    const deadline = after(systemClock.now(), 8 * DAY);
    const decision = { text, version, deadline, place: 'in writing', meeting: null };
    accepted(await conference.submit(write(proposer, head(), 'decision.open', decision).envelope));
    const answer = {
      text,
      revision: 1,
      positions: [{ on: { kind: 'whole' }, stand: 'support', reason: null, conditions: [] }],
    } as const;
    for (const speaker of speakers)
      accepted(await conference.submit(write(speaker, head(), 'positions.take', answer).envelope));
    const signature = { text, version, clauses: null, riders: [], adReferendum: false };
    const signatures = speakers.map((speaker) => {
      const body = { ...signature, printed: printedBy(conference, speaker.organisation) };
      return write(speaker, head(), 'text.sign', body).envelope;
    });
    return { text, signatures };
  });

/** Requests a second for this address, by wrk or, where there is none, by our own load generator. */
const rateOf = async (url: string, wrk: boolean): Promise<number> => {
  if (wrk) {
    const { stdout } = await promisify(execFile)('wrk', ['-t1', `-c${CONNECTIONS}`, `-d${SECONDS}s`, url]);
    if (/Non-2xx/u.test(stdout)) throw new Error(`Not every answer was good:\n${stdout}`);
    return Number(/^Requests\/sec:\s+([0-9.]+)$/mu.exec(stdout)?.[1]);
  }
  const { pathname, host, port } = new URL(url);
  const request = utf8(`GET ${pathname} HTTP/1.1\r\nhost: ${host}\r\n\r\n`);
  const load = { requests: request, lengths: Uint32Array.of(request.length), again: true, port: Number(port) };
  return median(
    await answers(
      { ...load, connections: CONNECTIONS, status: 200 },
      { warming: 500, window: 500, windows: SECONDS * 2 },
    ),
  );
};

export const page = async (): Promise<Measurement> =>
  withScratch(async (folder) => {
    const data = join(folder, 'data');
    const { text: number, signatures } = await adoptText(data, await prepareFolder(data));
    await withFolder(data, async ({ host }) => {
      const conference = host.conference(SLUG);
      if (conference !== null) await sendAll(conference, signatures);
    });
    const node = await serve(data);
    const url = `${node.origin}/${SLUG}/decisions/${number}`;
    const answer = await fetch(url);
    if (!answer.ok) throw new Error(`The node answered ${answer.status}`);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    await writeFile(join(folder, 'page.html'), bytes);
    const nginx = await startNginx(folder);
    try {
      const wrk = await hasTool('wrk');
      const found: number[] = [];
      const limits: number[] = [];
      await rateOf(url, wrk);
      for (let i = 0; i < ROUNDS; i++) {
        found.push(await rateOf(url, wrk));
        if (nginx !== null) limits.push(await rateOf(`${nginx.origin}/page.html`, wrk));
      }
      return measured(
        'page',
        'requests/s',
        median(found),
        limits.length > 0 ? median(limits) : null,
        'aim ≥ 0.5',
        nginx === null ? 'nginx is missing' : 'limit: nginx, one process as ours, serving the same bytes from a file',
        `${(bytes.length / 1024).toFixed(1)} KB`,
        wrk ? 'by wrk' : 'wrk is missing: by our own load generator, which may be what is slow',
        noise('page', found),
        noise('nginx', limits),
      );
    } finally {
      await nginx?.end();
      await node.end('SIGTERM');
    }
  });
