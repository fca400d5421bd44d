import { createPrivateKey, generateKeyPairSync, hash, randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import type { ConferenceId, Slug } from '../../src/base/ids.ts';
import { DAY, type Instant } from '../../src/base/time.ts';
import { type HostKey, hostKeyFrom } from '../../src/conference/host-key.ts';
import type { Stored } from '../../src/conference/ports.ts';
import type { ReadingMark } from '../../src/conference/reading-marks.ts';
import type { Kept } from '../../src/node.ts';

/** The sample conference as it was once played: whoever needs it as it stands loads it from there, as a host loads it when it starts, in a sixth of the time. */

interface Played {
  /** Of the host that played it, PKCS #8 in PEM. */
  readonly hostKey: string;
  readonly conference: ConferenceId;
  readonly entries: readonly Stored[];
  readonly read: readonly ReadingMark[];
}

const HOME = new URL('../../', import.meta.url);
const CACHE = new URL('node_modules/.cache/sample/', HOME);
const SLUG = 'sample' as Slug;

/** Whatever the play can depend on: the story, and the rooms below the host that it goes through. */
const FOLDERS = [
  'sample',
  'src/base',
  'src/charter',
  'src/conference',
  'src/markup',
  'src/post',
  'src/record',
  'src/text',
];
const FILES = ['package-lock.json', 'test/kit/kept-sample.ts'];

/**
 * Puts the sample of this day where there is none. It is played by the first who asks after its sources have changed. Two who ask at once both play
 * it, each under its own key, and either file will do.
 * @returns the key of its host
 */
export const putSample = async (
  { records, sessions }: Pick<Kept, 'records' | 'sessions'>,
  now: Instant,
  met: boolean,
): Promise<HostKey> => {
  const of = hash('sha256', [Math.floor(now / DAY), process.version, ...sources()].join('\n'));
  const name = `${of}-${met ? 'met' : 'before'}`;
  const { hostKey, conference, entries, read } = kept(name) ?? keep(of, name, await play(now, met));
  await records.begin(SLUG, conference, entries);
  for (const mark of read) sessions.marks.put(mark);
  return hostKeyFrom(createPrivateKey(hostKey));
};

const sources = (): readonly string[] => {
  const below = FOLDERS.flatMap((folder) =>
    readdirSync(new URL(folder, HOME), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
      .map((path) => `${folder}/${path}`),
  );
  return [...FILES, ...below.sort()].map((path) => `${path} ${hash('sha256', readFileSync(new URL(path, HOME)))}`);
};

const play = async (now: Instant, met: boolean): Promise<Played> => {
  const [{ writeSample }, { holdBack }] = await Promise.all([
    import('../../sample/write.ts'),
    import('../../sample/held-back.ts'),
  ]);
  const key = generateKeyPairSync('ed25519').privateKey;
  const { store, conference, entries } = holdBack();
  const read: ReadingMark[] = [];
  const marks = { put: (mark: ReadingMark) => void read.push(mark) };
  await writeSample({ store, hostKey: hostKeyFrom(key), now, marks, met });
  return { hostKey: key.export({ type: 'pkcs8', format: 'pem' }), conference: conference(), entries: entries(), read };
};

const kept = (name: string): Played | null => {
  try {
    return deserialize(readFileSync(new URL(name, CACHE))) as Played;
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return null;
    throw fault;
  }
};

/** Written under another name first, so that nobody reads half of it; those of other sources and days go. */
const keep = (of: string, name: string, played: Played): Played => {
  mkdirSync(CACHE, { recursive: true });
  const others = readdirSync(CACHE).filter((other) => !other.endsWith('.part'));
  const part = new URL(`${randomUUID()}.part`, CACHE);
  writeFileSync(part, serialize(played));
  renameSync(part, new URL(name, CACHE));
  for (const other of others) if (!other.startsWith(of)) rmSync(new URL(other, CACHE), { force: true });
  return played;
};
