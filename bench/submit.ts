import { concat, utf8 } from '../src/base/bytes.ts';
import { type Served, prepareFolder, serve, someAct } from '../test/kit/served.ts';
import { type Measurement, measured, median, noise } from './report.ts';
import { type People, withScratch } from './folders.ts';
import { fsyncs, opensslVerifies } from './limits.ts';
import type { Load } from './load-worker.ts';
import { answers } from './load.ts';
import { slowDisk } from './slow-disk.ts';

/** Signed acts a second, through HTTP, each durable before it is answered. */

const CONNECTIONS = 64;
/** More than any machine takes in this time. */
const ACTS = 60_000;

const requestsFor = (people: People, { door }: Served): Pick<Load, 'requests' | 'lengths'> => {
  const { pathname, host } = new URL(door);
  const parts = Array.from({ length: ACTS }, (_, i) => {
    const { envelope } = someAct(people, i);
    const head = `POST ${pathname} HTTP/1.1\r\nhost: ${host}\r\ncontent-type: application/json\r\n`;
    return concat(utf8(`${head}content-length: ${envelope.length}\r\n\r\n`), envelope);
  });
  return { requests: concat(...parts), lengths: Uint32Array.from(parts, (part) => part.length) };
};

const rates = (served: Served, people: People): Promise<readonly number[]> =>
  answers(
    {
      ...requestsFor(people, served),
      again: false,
      port: Number(new URL(served.origin).port),
      connections: CONNECTIONS,
      status: 201,
    },
    { warming: 2000, window: 1000, windows: 8 },
  );

const ratesWith = async (environment: NodeJS.ProcessEnv): Promise<readonly number[]> =>
  withScratch(async (data) => {
    const people = await prepareFolder(data);
    const served = await serve(data, { environment });
    try {
      return await rates(served, people);
    } finally {
      await served.end('SIGTERM');
    }
  });

export const submit = async (): Promise<Measurement> => {
  const before = await opensslVerifies(1);
  const syncs = await withScratch(async (folder) => fsyncs(folder));
  const found = await ratesWith({});
  const after = await opensslVerifies(1);
  const verifies = before === null || after === null ? null : median([before, after]);
  const limit = verifies === null ? syncs : Math.min(verifies, syncs);
  return measured(
    'submit',
    'acts/s',
    median(found),
    limit,
    'aim ≥ 0.6',
    `limit: ${limit === syncs ? 'fsyncs' : 'Ed25519 verifications by openssl on one core'} a second`,
    `openssl ${verifies === null ? 'missing' : Math.round(verifies)}, fsync ${Math.round(syncs)}`,
    `${CONNECTIONS} connections from a load generator on the same machine`,
    noise('acts', found),
    verifies === null ? null : noise('openssl', [before ?? 0, before ?? 0, after ?? 0, after ?? 0]),
  );
};

export const submitSlowDisk = async (): Promise<Measurement> =>
  withScratch(async (folder) => {
    const { environment, how } = await slowDisk(folder);
    const usual = await ratesWith({});
    const slow = await ratesWith(environment);
    return measured(
      'submit-slow-disk',
      'acts/s',
      median(slow),
      median(usual),
      'aim ≥ 0.8',
      'limit: the same without the delay',
      how,
      noise('slow', slow),
      noise('usual', usual),
    );
  });
