import { fromUtf8, sameBytes, utf8 } from '../base/bytes.ts';
import type { PublicKey } from '../base/ids.ts';
import { type Hash, sha256 } from '../base/sha256.ts';
import { changedBy } from '../charter/sight/changes.ts';
import { PUBLIC } from '../charter/visibility.ts';
import type { Conference } from '../conference/types.ts';
import { COPY_FILES, COPY_NAMESPACE, printNote, printSums, readNote, readSums } from '../record/copy.ts';
import { type SigningKey, signEd25519 } from '../record/sign-ed25519.ts';
import { armour, dearmour } from '../record/sshsig.ts';
import { verifySignature } from '../record/verify-signature.ts';
import { type Before, type Copied, type CopyDeps, writeCopy } from './copy.ts';
import { type Ground, MADE, printMade, readMade } from './made.ts';
import type { Out } from './out.ts';

/** Writes a copy and signs the list of its files. Where one of the same conference is there, only what has changed since is made anew. */

export interface PublishDeps extends Omit<CopyDeps, 'read' | 'write' | 'slug'> {
  readonly conference: Conference;
  readonly hostKey: SigningKey;
  readonly out: Out;
}

export interface Published extends Pick<Copied, 'written' | 'broken'> {
  readonly files: number;
  readonly removed: number;
  /** Entries of the record. */
  readonly size: number;
}

/** Why nothing was written. */
export type InTheWay = 'not-founded' | 'another-conference';

export const publish = async (
  { conference, hostKey, out, ...deps }: PublishDeps,
  { origin, version }: Pick<Ground, 'origin' | 'version'>,
): Promise<Published | InTheWay> => {
  const { conference: id, size, time } = conference.state();
  if (id === null) return 'not-founded';
  const there = await out.read(COPY_FILES.note);
  if (there !== null && readNote(there)?.conference !== id) return 'another-conference';
  const ground: Ground = { version, origin, conference: id, slug: conference.slug, paper: deps.paper };
  const before = await beforeIn(out, ground, conference, hostKey.publicKey);
  const copied = await writeCopy({ ...deps, slug: conference.slug, read: out.read, write: out.write }, ground, before);

  const beside = new Map([
    [COPY_FILES.note, printNote({ conference: id, size, time })],
    [COPY_FILES.checkpoint, utf8(await conference.checkpoint())],
    [MADE, printMade({ ...ground, size, files: copied.files })],
  ]);
  const sums = new Map<string, Hash>(copied.sums);
  for (const [name, bytes] of beside) {
    await out.write(name, bytes);
    sums.set(name, sha256(bytes));
  }
  const list = printSums(sums);
  const signature = utf8(armour(await signEd25519(hostKey, { message: list, namespace: COPY_NAMESPACE })));
  await out.write(COPY_FILES.sums, list);
  await out.write(COPY_FILES.signature, signature);
  const gone = [...(before?.sums.keys() ?? [])].filter((name) => !sums.has(name));
  for (const name of gone) await out.remove(name);
  await out.done();
  return { files: sums.size, written: copied.written, removed: gone.length, size, broken: copied.broken };
};

/** What is there of an earlier copy; `null`: nothing. Only what this host has signed is gone on with: it signs it again. */
const beforeIn = async (
  out: Out,
  ground: Ground,
  conference: Conference,
  hostKey: PublicKey,
): Promise<Before | null> => {
  const [list, note, armoured] = [
    await out.read(COPY_FILES.sums),
    await out.read(MADE),
    await out.read(COPY_FILES.signature),
  ];
  const sums = list === null ? null : readSums(list);
  const made = note === null ? null : readMade(note);
  if (list === null || note === null || sums === null || made === null) return null;
  const blob = dearmour(fromUtf8(armoured ?? new Uint8Array()) ?? '');
  const signed = blob === null ? null : await verifySignature({ blob, message: list, namespace: COPY_NAMESPACE });
  const isOurs = signed?.ok === true && signed.value.key === hostKey && sameBytes(sums.get(MADE) ?? list, sha256(note));
  const isSame = isOurs && GROUND.every((name) => made[name] === ground[name]) && made.size <= conference.state().size;
  return { made, sums, changed: isSame ? await changedSince(conference, made.size) : null };
};

const GROUND = ['version', 'conference', 'slug', 'origin', 'paper'] as const;

/** After more entries everything is looked at anew. */
const MOST_ENTRIES = 5000;

const changedSince = async (conference: Conference, from: number): Promise<readonly string[] | null> => {
  const state = conference.state();
  if (state.size - from > MOST_ENTRIES) return null;
  const entries = await conference.entries(from, state.size);
  return changedBy(state, PUBLIC, entries);
};
