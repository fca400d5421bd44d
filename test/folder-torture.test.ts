import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { copyFile, cp, mkdtemp, open, readFile, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, it } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { type Found, keptFolders, startOn } from './kit/kept-folder.ts';

/**
 * What becomes of a data folder whose disk, or whose owner, has done something to it: a bit that is another one, a file that is cut, gone or older. Whatever is other is named, nothing
 * acknowledged is lost without a word, and no mail that a server has confirmed goes out again. A few in every run; many by `npm run torture`.
 */

const LONG = process.env['LONG'] !== undefined;
const FLIPS = LONG ? 20 : 1;
const CUTS = LONG ? 5 : 1;

/** Without these a node goes on, and whoever runs it loses nothing that is not told to each. */
const SPARE = /^(?:sessions|ledger)\.sqlite(?:-wal)?$|-shm$|-written$/u;

const base = await mkdtemp(join(tmpdir(), 'isonomia-'));
after(() => rm(base, { recursive: true }));

let sound: string;
let older: string;
let whole: Found;
let files: readonly string[];
before(async () => {
  ({ sound, older } = await keptFolders(base));
  files = (await readdir(sound)).filter((name) => LONG || !/-(?:shm|written)$/u.test(name));
  whole = await startOn(await copied());
  assert.deepEqual([whole.refused, whole.told, whole.takesActs], [null, [], true]);
});

const copied = async (): Promise<string> => {
  const folder = await mkdtemp(join(base, 'copy-'));
  await cp(sound, folder, { recursive: true });
  return folder;
};

/** Numbers that are the same in each run: https://en.wikipedia.org/wiki/Linear_congruential_generator. */
const chance = (seed: number): ((below: number) => number) => {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
};

const flip = async (file: string, at: number, bit: number): Promise<void> => {
  const handle = await open(file, 'r+');
  const byte = new Uint8Array(1);
  await handle.read(byte, 0, 1, at);
  byte[0] = (byte[0] ?? 0) ^ (1 << bit);
  await handle.write(byte, 0, 1, at);
  await handle.close();
};

const counts = { starts: 0, harmless: 0, refused: 0, told: 0, lost: 0, doubled: 0, silent: 0 };
const wrong: string[] = [];

const confirmed = (): readonly string[] =>
  (whole.content['outbox'] as readonly { readonly key: string; readonly state: { readonly kind: string } }[])
    .filter(({ state }) => state.kind === 'handed-over')
    .map(({ key }) => key);

/** Starts on a copy of which one file was spoilt, and counts what came of it. */
const tried = async (what: string, name: string, spoil: (file: string) => Promise<unknown>): Promise<void> => {
  const folder = await copied();
  await spoil(join(folder, name));
  counts.starts += 1;
  let found: Found;
  try {
    found = await startOn(folder);
  } catch (error) {
    counts.silent += 1;
    wrong.push(`${what} ${name}: it breaks, ${String(error)}`);
    return;
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 });
  }
  const other = Object.keys(whole.content).filter(
    (part) => !isDeepStrictEqual(found.content[part], whole.content[part]),
  );
  if (found.sent.some((key) => confirmed().includes(key))) {
    counts.doubled += 1;
    wrong.push(`${what} ${name}: a confirmed mail goes out again`);
  }
  if (found.refused !== null) counts.refused += 1;
  else if (other.length === 0) counts.harmless += 1;
  else if (other.includes('entries') && found.takesActs) {
    counts.lost += 1;
    wrong.push(`${what} ${name}: acts are lost, and others are taken`);
  } else if (found.told.length > 0) counts.told += 1;
  else {
    counts.silent += 1;
    wrong.push(`${what} ${name}: ${other.join(', ')} other, and nobody is told`);
  }
};

/** What is lost with each file at once, its log among it. */
const group = (name: string): readonly string[] =>
  readdirSync(sound).filter((other) => other === name || (other.startsWith(`${name}-`) && !other.endsWith('-written')));

/** All that is tried on one file, each as something to be done. */
const waysOf = async (name: string, seed: number): Promise<readonly (() => Promise<void>)[]> => {
  const draw = chance(seed);
  const { length } = await readFile(join(sound, name));
  const way = (what: string, spoil: (file: string) => Promise<unknown>) => () => tried(what, name, spoil);
  const each = (count: number, one: () => () => Promise<void>) => Array.from({ length: length > 0 ? count : 0 }, one);
  const flips = each(FLIPS, () => {
    const [at, bit] = [draw(length), draw(8)];
    return way(`bit ${bit} of byte ${at} in`, (file) => flip(file, at, bit));
  });
  const cuts = each(CUTS, () => {
    const to = draw(length);
    return way(`${to} bytes left of`, (file) => truncate(file, to));
  });
  const zeros = each(LONG && length > 512 ? 1 : 0, () => {
    const at = draw(length - 512);
    return way('zeros in', async (file) => writeFile(file, (await readFile(file)).fill(0, at, at + 512)));
  });
  if (SPARE.test(name)) return [...flips, ...cuts, ...zeros];
  const [one, all, other] = [
    way('without', (file) => rm(file)),
    way('without all of', async (file) => {
      for (const part of group(name)) await rm(join(file, '..', part));
    }),
    way('older', async (file) => {
      for (const part of group(name)) await copyFile(join(older, part), join(file, '..', part));
    }),
  ];
  return [...flips, ...cuts, ...zeros, one, all, other];
};

it('a folder that was spoilt is served with no word in no case', { timeout: 3_600_000 }, async (t) => {
  for (const [i, name] of files.entries()) {
    const ways = await waysOf(name, i + 1);
    // One for each file in a short run, another for each.
    for (const way of LONG ? ways : ways.slice(i % ways.length).slice(0, 1)) await way();
  }
  const said = Object.entries(counts).map(([what, number]) => `${what} ${number}`);
  t.diagnostic(said.join(', '));
  assert.deepEqual(wrong, []);
  assert.deepEqual([counts.lost, counts.doubled, counts.silent], [0, 0, 0]);
});
