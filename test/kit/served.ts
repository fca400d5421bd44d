import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ClauseId, Slug } from '../../src/base/ids.ts';
import { systemClock } from '../../src/conference/clock.ts';
import { createHost } from '../../src/conference/host.ts';
import { loadOrCreateHostKey } from '../../src/conference/host-key.ts';
import { openSqliteStore } from '../../src/store/sqlite/store.ts';
import {
  type SmallConference,
  type Speaker,
  type Written,
  accepted,
  smallConference,
  someText,
  write,
} from './small-conference.ts';

/** A node as people run it: its own process on a data folder, spoken to over HTTP. */

export const SLUG = 'rivers' as Slug;

/** How many clauses the text in a prepared folder has. */
const CLAUSES = 20;

/** Opens a data folder in this process, while no node serves it. */
export const withFolder = async <T>(
  data: string,
  use: (opened: { readonly host: Awaited<ReturnType<typeof createHost>> }) => Promise<T>,
): Promise<T> => {
  await mkdir(data, { recursive: true });
  const store = await openSqliteStore(data);
  const hostKey = await loadOrCreateHostKey(join(data, 'host-key.pem'));
  const host = await createHost({ store, hostKey, origin: 'http://localhost' });
  try {
    return await use({ host });
  } finally {
    await host.close();
    await store.close();
  }
};

/** A data folder with a conference of ten organisations that negotiate one text. */
export const prepareFolder = (data: string): Promise<Pick<SmallConference, 'id' | 'speakers'>> =>
  withFolder(data, async ({ host }) => {
    const names = Array.from({ length: 10 }, (_, i) => `organisation-${i + 1}`);
    const { id, speakers, submit } = await smallConference(host, systemClock.now, names, { slug: SLUG });
    const [first] = speakers;
    if (first === undefined) throw new TypeError('Nobody is there');
    accepted(await submit(first, 'text.table', someText(CLAUSES)));
    return { id, speakers };
  });

const REASON =
  'We can accept this wording for the upper reaches, where our members work; for the lower reaches we ask for the longer period that was promised.';

/** The `number`th of any number of acts that are all allowed in a prepared folder, in any order. */
export const someAct = ({ id, speakers }: Pick<SmallConference, 'id' | 'speakers'>, number: number): Written => {
  const speaker = speakers[number % speakers.length] as Speaker;
  const clause = `c${(Math.floor(number / speakers.length) % CLAUSES) + 1}` as ClauseId;
  const position = { on: { kind: 'clause', clause }, stand: 'accept', conditions: [] } as const;
  const reason = `${REASON} (${number})`;
  const body = { text: 1, revision: 1, positions: [{ ...position, reason }] } as const;
  const head = { conference: id, made: systemClock.now() };
  return write(speaker, head, 'positions.take', body);
};

export interface Served {
  readonly origin: string;
  readonly process: ChildProcess;
  /** Where acts are sent. */
  readonly door: string;
  /** What it has written down of faults. */
  readonly complaints: () => string;
  /** Its exit code, once it is gone. */
  readonly ended: Promise<number | null>;
  /** Ends the process with this signal, and resolves when it is gone. */
  readonly end: (signal: 'SIGKILL' | 'SIGTERM') => Promise<void>;
}

/** Serves a data folder, on any free port. `environment` is added to this process's own. */
export const serve = async (
  data: string,
  {
    environment = {},
    arguments: more = [],
    before = [],
  }: {
    readonly environment?: NodeJS.ProcessEnv;
    readonly arguments?: readonly string[];
    /** A command that runs what follows it. */
    readonly before?: readonly string[];
  } = {},
): Promise<Served> => {
  const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
  const settings = ['--listen', '127.0.0.1:0', '--data', data, '--limits', 'off', ...more];
  const [command = '', ...rest] = [...before, process.execPath, main, 'serve', ...settings];
  const child = spawn(command, rest, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...environment },
  });
  const gone = once(child, 'exit');
  let said = '';
  let complained = '';
  child.stderr.setEncoding('utf8').on('data', (piece: string) => {
    complained += piece;
    process.stderr.write(piece);
  });
  const origin = await new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (piece: string) => {
      said += piece;
      const [, found] = /^Isonomia is at http:\/\/localhost(:\d+)$/mu.exec(said) ?? [];
      if (found !== undefined) resolve(`http://localhost${found}`);
    });
    child.once('exit', (code) => reject(new Error(`The node ended with ${code}`)));
    child.once('error', reject);
  });
  return {
    origin,
    process: child,
    door: `${origin}/api/conferences/${SLUG}/acts`,
    complaints: () => complained,
    ended: gone.then(([code]) => code as number | null),
    end: async (signal) => {
      child.kill(signal);
      await gone;
    },
  };
};
