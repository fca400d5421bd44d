import { type Result, err, ok } from '../../base/result.ts';
import type { Slug } from '../../base/ids.ts';
import type { AnyAct } from '../../charter/acts.ts';
import { knownAct } from '../../charter/read.ts';
import { attachmentsOf, isErased } from '../../charter/brought/attachments.ts';
import type { State } from '../../charter/state.ts';
import { type EntryFault, checkEntries } from '../../record/check-entry.ts';
import { MAX_ENTRY, readTrustedEntry } from '../../record/entry.ts';
import { createLineSplitter } from '../../record/lines.ts';
import { type Store, type Stored, Taken } from '../ports.ts';
import { saltedHash } from '../../record/envelope.ts';
import type { Attachment } from '../../base/act.ts';
import { nodePrimitives } from '../primitives.ts';
import { type Folder, readWhole } from './folder.ts';
import { type Misplaced, createReplay } from './replay.ts';
import { MOST_ATTACHMENT, SALT } from './verify.ts';

/** Why a record was not taken in. Nothing of it was kept. */
export type ImportFault =
  | ({ readonly index: number } & (EntryFault | Misplaced | { readonly kind: 'unfinished' }))
  | { readonly index: null; readonly kind: 'empty' }
  /** The store has a record under this slug. */
  | { readonly index: null; readonly kind: 'taken'; readonly slug: Slug }
  /** The store has a record of this conference, under this other slug. */
  | { readonly index: null; readonly kind: 'there-already'; readonly slug: Slug };

/**
 * Plays the entries of another host's record into an empty one, with the times that they have: each goes through the same
 * checks as at the door, and all are appended at once or none. Attachments come along where the folder has them, each under
 * its hash.
 */
export const importRecord = async (
  store: Store,
  slug: Slug,
  pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  folder: Folder | null = null,
): Promise<Result<{ readonly size: number }, ImportFault>> => {
  if ((await store.size(slug)) > 0) return err({ index: null, kind: 'taken', slug });
  const attachments = await attachmentsIn(folder);
  const replay = createReplay();
  const splitter = createLineSplitter(MAX_ENTRY);
  const stored: Stored[] = [];
  for await (const piece of pieces) {
    const lines = splitter.push(piece);
    const checks = await checkEntries(lines, nodePrimitives);
    for (const [i, bytes] of lines.entries()) {
      const index = stored.length;
      const checked = checks[i];
      if (checked === undefined) throw new TypeError('An entry was not checked');
      if (!checked.ok) return err({ index, ...checked.error });
      const entry = readTrustedEntry(bytes);
      const misplaced = replay.place({ index, entry, bytes, signers: checked.value.signers });
      if (misplaced !== null) return err({ index, ...misplaced });
      stored.push({ entry: bytes, attachments: await attachments(knownAct(entry.act)), erases: [] });
    }
  }
  if (splitter.isUnfinished()) return err({ index: stored.length, kind: 'unfinished' });
  const state = replay.state();
  const { conference } = state;
  if (conference === null) return err({ index: null, kind: 'empty' });
  try {
    await store.begin(slug, conference, withoutErased(stored, state));
  } catch (error) {
    if (!(error instanceof Taken)) throw error;
    return err({ index: null, kind: error.slug === slug ? 'taken' : 'there-already', slug: error.slug });
  }
  return ok({ size: stored.length });
};

/** What the record says was erased does not come back with a folder that has it still. */
const withoutErased = (stored: readonly Stored[], state: State): readonly Stored[] =>
  stored.map((one) => ({ ...one, attachments: one.attachments.filter(({ hash }) => !isErased(state, hash)) }));

/** Of the attachments that an act names those that the folder has, and that are what their names say. */
const attachmentsIn = async (folder: Folder | null) => {
  const names = new Set(await folder?.names());
  return async (act: AnyAct): Promise<readonly Attachment[]> => {
    const found: Attachment[] = [];
    for (const hash of attachmentsOf(act)) {
      if (folder === null || !names.has(hash)) continue;
      const bytes = await readWhole(folder, hash, MOST_ATTACHMENT);
      if (bytes === null) continue;
      const [salt, content] = [bytes.slice(0, SALT), bytes.slice(SALT)];
      if (saltedHash(salt, content) === hash) found.push({ hash, salt, content });
    }
    return found;
  };
};
