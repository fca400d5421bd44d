import { type Bytes, base64, sameBytes } from '../../base/bytes.ts';
import type { Slug } from '../../base/ids.ts';
import type { Hash } from '../../base/sha256.ts';
import type { State } from '../../charter/state.ts';
import { originOf, signCheckpoint } from '../../record/checkpoint.ts';
import type { SigningKey } from '../../record/sign-ed25519.ts';
import type { Tree } from '../../record/tree.ts';
import type { SignedRoot, Store } from '../ports.ts';
import { Unusable } from '../unusable.ts';

/** What the note beside a record says of it, and what the record is. */
export type Misfit =
  /** The key has signed this root, or the host has acknowledged acts up to it, and the record does not begin with it. */
  | {
      readonly kind: 'signed' | 'acknowledged';
      readonly noted: SignedRoot;
      readonly size: number;
      readonly root: Hash | null;
    }
  /** There is no note of a record that has begun. */
  | { readonly kind: 'no-note' };

/**
 * The record that this host holds is not the one that it has signed or acknowledged: damaged, put back from an old copy, without its last entries, or a
 * second one of the same conference. To sign it too would be to show two records to the world; see `docs/decisions/0019-one-root-for-each-size.md`. It can
 * be read on, and takes nothing.
 */
export class SigningStopped extends Unusable {
  readonly misfit: Misfit;
  constructor(slug: Slug, misfit: Misfit) {
    super(
      `Conference “${slug}” can only be read, and no act is taken: ${misfitIn(misfit)}. Put records.sqlite and signed.sqlite back as they were, from one backup; ` +
        '“isonomia check” says which entries are not whole, and “isonomia accept-loss” goes on without what is lost for good.',
    );
    this.misfit = misfit;
  }
}

/** In words for whoever runs the host. */
export const misfitIn = (misfit: Misfit): string => {
  if (misfit.kind === 'no-note') return 'signed.sqlite does not know its record';
  const { kind, noted, size, root } = misfit;
  const found = root === null ? `has ${size} entries` : `has the root ${base64(root)} there`;
  return `this host has ${kind} ${noted.size} entries with the root ${base64(noted.root)}, and the record here ${found}`;
};

/** What of a record does not fit what is noted of it; `null`: nothing. */
export const misfitOf = (
  tree: Tree,
  { signed, acknowledged }: { readonly signed: SignedRoot | null; readonly acknowledged: SignedRoot | null },
): Misfit | null => {
  const size = tree.size();
  for (const [kind, noted] of [['signed', signed] as const, ['acknowledged', acknowledged] as const]) {
    if (noted === null) continue;
    if (size < noted.size) return { kind, noted, size, root: null };
    const root = tree.root(noted.size);
    if (!sameBytes(root, noted.root)) return { kind, noted, size, root };
  }
  return acknowledged === null && size > 0 ? { kind: 'no-note' } : null;
};

export interface Checkpoints {
  /**
   * The signed checkpoint of all that the tree has. One is signed for each size at most, however many ask, and noted before.
   * @throws TypeError before the founding act: there is no record to sign for
   * @throws SigningStopped
   */
  readonly of: (conference: State['conference'], tree: Tree) => Promise<Bytes>;
  /** Whether the host has signed another record than this one. It stays so until the host starts again. */
  readonly isStopped: () => boolean;
}

export interface CheckpointsDeps {
  readonly slug: Slug;
  readonly store: Pick<Store, 'noteSigned'>;
  readonly hostKey: SigningKey;
  readonly onFault: (error: unknown) => void;
}

/** What was noted of a record, read before the record itself: if it grows meanwhile, it can only have been what is read then. */
export interface Noted {
  readonly signed: SignedRoot | null;
  readonly acknowledged: SignedRoot | null;
}

/** `tree` is the record as it was opened, and `noted` what had been signed and acknowledged of it before that. */
export const createCheckpoints = (
  { slug, store, hostKey, onFault }: CheckpointsDeps,
  { tree, noted }: { readonly tree: Tree; readonly noted: Noted },
): Checkpoints => {
  let latest: { readonly size: number; readonly note: Promise<Bytes> } | null = null;
  let stopped: SigningStopped | null = null;
  const stop = (misfit: Misfit): SigningStopped => {
    stopped = new SigningStopped(slug, misfit);
    onFault(stopped);
    return stopped;
  };

  // A tree only grows: one that begins with what was noted last goes on from it for as long as the process lives.
  const misfit = misfitOf(tree, noted);
  if (misfit !== null) stop(misfit);

  const sign = async (origin: string, here: SignedRoot): Promise<Bytes> => {
    const root = await store.noteSigned(slug, here);
    if (!sameBytes(root, here.root)) throw stop({ kind: 'signed', noted: { size: here.size, root }, ...here });
    return signCheckpoint({ origin, ...here }, hostKey);
  };

  return {
    isStopped: () => stopped !== null,
    of: async (conference, grown) => {
      if (conference === null) throw new TypeError('A record that has not begun has no checkpoint');
      if (stopped !== null) throw stopped;
      const size = grown.size();
      if (latest?.size !== size) {
        const note = sign(originOf(conference), { size, root: grown.root(size) });
        const own = { size, note };
        latest = own;
        // What could not be noted is tried again by whoever asks next.
        note.catch(() => {
          if (latest === own) latest = null;
        });
      }
      return latest.note;
    },
  };
};
