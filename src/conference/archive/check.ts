import type { AttachmentHash, PublicKey, Slug } from '../../base/ids.ts';
import type { Result } from '../../base/result.ts';
import { isErased } from '../../charter/brought/attachments.ts';
import { type EntryCheck, type EntryFault, checkEntries } from '../../record/check-entry.ts';
import { readTrustedEntry } from '../../record/entry.ts';
import { saltedHash } from '../../record/envelope.ts';
import { type Tree, createTree } from '../../record/tree.ts';
import { type Misfit, misfitOf } from '../load/checkpoints.ts';
import type { SignedRoot, Store } from '../ports.ts';
import { fastSha256 } from '../primitives.ts';
import { type Misplaced, createReplay } from './replay.ts';

/** What is wrong with a record in a store. */
export type StoredFault =
  | ({ readonly kind: 'entry'; readonly index: number } & { readonly fault: EntryFault | Misplaced })
  /** The store does not give back what follows this many entries. */
  | { readonly kind: 'unread'; readonly from: number; readonly why: string }
  /** It is not what is noted of it. */
  | { readonly kind: 'misfit'; readonly misfit: Misfit }
  /** Not what its name says, or kept although it was erased. */
  | { readonly kind: 'attachment'; readonly hash: AttachmentHash; readonly why: 'damaged' | 'erased' };

export interface CheckedRecord {
  /** Of the entries up to the first that is not whole. */
  readonly head: SignedRoot;
  /** Whose record it is, by its founding act. */
  readonly host: PublicKey | null;
  readonly signed: SignedRoot | null;
  readonly faults: readonly StoredFault[];
}

export interface CheckOptions {
  readonly check?: (batch: Parameters<typeof checkEntries>[0]) => Promise<readonly Result<EntryCheck, EntryFault>[]>;
}

const CHUNK = 1000;

/** Checks a record from end to end: every row, hash and signature, every act by the charter, what is noted of it, and the attachments. */
export const checkRecord = async (
  store: Store,
  slug: Slug,
  { check = checkEntries }: CheckOptions = {},
): Promise<CheckedRecord> => {
  const signed = await store.lastSigned(slug);
  const acknowledged = (await store.acknowledged()).find((head) => head.slug === slug) ?? null;
  const replay = createReplay();
  const tree = createTree(fastSha256);
  const fault = await replayed(store, slug, { check, tree, place: replay.place });
  const misfit = fault === null ? misfitOf(tree, { signed, acknowledged }) : null;
  const faults: StoredFault[] = [
    ...(fault === null ? [] : [fault]),
    ...(misfit === null ? [] : [{ kind: 'misfit', misfit } as const]),
  ];
  for (const hash of await store.attachmentHashes(slug)) {
    const found = await store.attachment(slug, hash);
    if (found !== null && saltedHash(found.salt, found.content) !== hash)
      faults.push({ kind: 'attachment', hash, why: 'damaged' });
    else if (isErased(replay.state(), hash)) faults.push({ kind: 'attachment', hash, why: 'erased' });
  }
  return { head: { size: tree.size(), root: tree.root() }, host: replay.state().host, signed, faults };
};

const replayed = async (
  store: Store,
  slug: Slug,
  given: Required<CheckOptions> & { readonly tree: Tree; readonly place: ReturnType<typeof createReplay>['place'] },
): Promise<StoredFault | null> => {
  const { check, tree, place } = given;
  for (;;) {
    const from = tree.size();
    const entries = await store.read(slug, from, from + CHUNK).catch((error: unknown) => String(error));
    if (typeof entries === 'string') return { kind: 'unread', from, why: entries };
    if (entries.length === 0) return null;
    const checks = await check(entries);
    for (const [i, bytes] of entries.entries()) {
      const index = from + i;
      const checked = checks[i];
      if (checked === undefined) throw new TypeError('An entry was not checked');
      if (!checked.ok) return { kind: 'entry', index, fault: checked.error };
      const { leaf, signers } = checked.value;
      const misplaced = place({ index, entry: readTrustedEntry(bytes), bytes, signers });
      if (misplaced !== null) return { kind: 'entry', index, fault: misplaced };
      tree.append(leaf);
    }
  }
};
