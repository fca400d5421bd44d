import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Instant, instant } from '../src/base/time.ts';
import { systemClock } from '../src/conference/clock.ts';
import type { Language } from '../src/base/ids.ts';
import type { Mail, MailContent } from '../src/conference/post/mail.ts';
import { createCourier } from '../src/post/courier.ts';
import { createSmtpCarrier } from '../src/post/mail/carrier.ts';
import { openSqliteOutbox } from '../src/store/sqlite/outbox.ts';
import { RIVERS, circular, circularTo, newDkimKey, testCompose, testMailings } from '../test/kit/mail.ts';
import { withScratch } from './folders.ts';
import { opensslSigns } from './limits.ts';
import type { SinkCount } from './mail-sink.ts';
import { type Measurement, measured, median, noise } from './report.ts';

/** Mails a second: one circular to many recipients, each addressed to one, signed, and written down before and after. */

const RECIPIENTS = 5000;
const ROUNDS = 3;
const CONNECTIONS = 16;

const LANGUAGES = ['en', 'el', 'bg'] as const;
const SENTENCE = {
  en: 'The coordinating group meets on Saturday, and every participant may attend. ',
  el: 'Η συντονιστική ομάδα συνεδριάζει το Σάββατο και κάθε συμμετέχων μπορεί να παρευρεθεί. ',
  bg: 'Координационната група се събира в събота и всеки участник може да присъства. ',
};

/** About 15 KB on the wire. */
const content = (language: keyof typeof SENTENCE): MailContent => {
  const paragraph = SENTENCE[language].repeat(6);
  return {
    text: `${paragraph}\n\n`.repeat(5),
    html: `<!doctype html><html lang="${language}"><body>${`<p>${paragraph}</p>\n`.repeat(5)}</body></html>`,
    calendar: null,
    attachments: [],
  };
};

const startSink = async () => {
  const child = fork(fileURLToPath(new URL('mail-sink.ts', import.meta.url)));
  const [port] = (await once(child, 'message')) as [number];
  return {
    port,
    count: async (): Promise<SinkCount> => {
      child.send('count');
      const [count] = (await once(child, 'message')) as [SinkCount];
      return count;
    },
    end: async () => {
      child.disconnect();
      await once(child, 'exit');
    },
  };
};

const megabytes = (): number => process.memoryUsage.rss() / 1_048_576;

interface Round {
  readonly rate: number;
  readonly bytes: number;
  /** Milliseconds of processor time a mail, the sink's apart. */
  readonly cpu: number;
  /** The resident memory when a tenth of the mails, and when all, were handed over. */
  readonly memory: readonly [number, number];
}

const rounds = async (folder: string): Promise<readonly Round[]> => {
  const sink = await startSink();
  const outbox = openSqliteOutbox(join(folder, 'outbox.sqlite'));
  const mailings = testMailings();
  const compose = testCompose(newDkimKey('rsa'));
  const mails = new Map<string, Mail>(
    LANGUAGES.map((language) => [language, circular({ content: content(language) })]),
  );
  const faults: unknown[] = [];
  let over = 0;
  let early = 0;
  const courier = createCourier({
    outbox,
    carrier: createSmtpCarrier({
      relay: { host: '127.0.0.1', port: sink.port, security: 'none', auth: null },
      name: 'bench.example.org',
      connections: CONNECTIONS,
      ca: null,
    }),
    clock: systemClock,
    render: async (item, now) => {
      const mail = mails.get(item.language);
      return mail === undefined ? null : compose(item, { ...mail, to: `Delegate ${item.delegate}` }, now);
    },
    onSettled: (outcomes) => {
      over += outcomes.length;
      if (early === 0 && over >= RECIPIENTS / 10) early = megabytes();
    },
    onFault: (fault) => faults.push(fault),
  });

  const round = async (entry: number, now: Instant): Promise<Round> => {
    const all = Array.from({ length: RECIPIENTS }, (_, i) =>
      circularTo(mailings, i + 1, { entry, queued: now, language: (LANGUAGES[i % 3] ?? 'en') as Language }),
    );
    [over, early] = [0, 0];
    const before = process.cpuUsage();
    const began = performance.now();
    await courier.send(all);
    await courier.idle();
    const seconds = (performance.now() - began) / 1000;
    const { user, system } = process.cpuUsage(before);
    const cpu = (user + system) / 1000 / RECIPIENTS;
    const memory = [early, megabytes()] as const;
    const { mails, recipients, bytes } = await sink.count();
    const handed = outbox.tally(RIVERS, entry)['handed-over'];
    if (mails !== RECIPIENTS || recipients !== RECIPIENTS || handed !== RECIPIENTS || faults.length > 0)
      throw new Error(`${mails} mails to ${recipients} recipients, ${handed} written down, ${faults.length} faults`);
    return { rate: RECIPIENTS / seconds, bytes: bytes / RECIPIENTS, cpu, memory };
  };

  const found: Round[] = [];
  for (let entry = 0; entry <= ROUNDS; entry++) found.push(await round(entry, instant(Date.now())));
  await courier.stop();
  await outbox.close();
  await sink.end();
  return found;
};

export const circular5000 = async (): Promise<Measurement> =>
  withScratch(async (folder) => {
    const before = await opensslSigns();
    // The first round warms up.
    const found = (await rounds(folder)).slice(1);
    const after = await opensslSigns();
    const signs = before === null || after === null ? null : median([before, after]);
    const [first, last] = [found[0]?.memory[0] ?? 0, found.at(-1)?.memory[1] ?? 0];
    return measured(
      'circular-5000',
      'mails/s',
      median(found.map(({ rate }) => rate)),
      signs,
      'aim ≥ 1,000 mails/s',
      'limit: RSA-2048 signatures a second by openssl on one core',
      signs === null ? 'openssl is missing' : null,
      `${median(found.map(({ cpu }) => cpu)).toFixed(2)} ms of processor a mail`,
      `${Math.round((found[0]?.bytes ?? 0) / 1000)} kB each, ${CONNECTIONS} connections to a sink on the same machine`,
      `memory ${Math.round(first)} MB after 500 mails, ${Math.round(last)} MB after ${ROUNDS * RECIPIENTS}`,
      noise(
        'mails',
        found.map(({ rate }) => rate),
      ),
    );
  });
