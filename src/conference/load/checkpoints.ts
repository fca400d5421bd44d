import { type Bytes, base64, sameBytes } from '../../base/bytes.ts';
import type { Slug } from '../../base/ids.ts';
import type { State } from '../../charter/state.ts';
import { originOf, signCheckpoint } from '../../record/checkpoint.ts';
import type { SigningKey } from '../../record/sign-ed25519.ts';
import type { Tree } from '../../record/tree.ts';
import type { SignedRoot, Store } from '../ports.ts';

/**
 * The record that this host holds is not the one that its key has signed: one that was put back from an old copy, or a second one of the same
 * conference. To sign it too would be to show two records to the world; see `docs/decisions/0019-one-root-for-each-size.md`.
 */
export class SigningStopped extends Error {
  override readonly name = 'SigningStopped';
  constructor(slug: Slug, signed: SignedRoot, here: SignedRoot | { readonly size: number; readonly root: null }) {
    const found = here.root === null ? `has ${here.size} entries` : `has the root ${base64(here.root)} there`;
    super(
      `Conference “${slug}”: this host has signed the root ${base64(signed.root)} for ${signed.size} entries, and the record here ` +
        `${found}. Nothing of it is signed and no act is taken until the record that was signed is put back.`,
    );
  }
}

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

/** `tree` is the record as it was opened, and `last` what had been signed of it before that. */
export const createCheckpoints = (
  { slug, store, hostKey, onFault }: CheckpointsDeps,
  { tree, last }: { readonly tree: Tree; readonly last: SignedRoot | null },
): Checkpoints => {
  let latest: { readonly size: number; readonly note: Promise<Bytes> } | null = null;
  let stopped: SigningStopped | null = null;
  const stop = (signed: SignedRoot, here: ConstructorParameters<typeof SigningStopped>[2]): SigningStopped => {
    stopped = new SigningStopped(slug, signed, here);
    onFault(stopped);
    return stopped;
  };

  // A tree only grows: one that begins with what was signed last goes on from it for as long as the process lives.
  if (last !== null && tree.size() < last.size) stop(last, { size: tree.size(), root: null });
  else if (last !== null && !sameBytes(tree.root(last.size), last.root))
    stop(last, { size: last.size, root: tree.root(last.size) });

  const sign = async (origin: string, here: SignedRoot): Promise<Bytes> => {
    const root = await store.noteSigned(slug, here);
    if (!sameBytes(root, here.root)) throw stop({ size: here.size, root }, here);
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
