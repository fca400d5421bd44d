import type { Bytes } from '../base/bytes.ts';
import type { ConferenceId } from '../base/ids.ts';
import { originOf, signCheckpoint } from '../record/checkpoint.ts';
import type { SigningKey } from '../record/sign-ed25519.ts';
import type { Tree } from '../record/tree.ts';

export interface Checkpoints {
  /**
   * The signed checkpoint of all that the tree has. One is signed for each size at most, however many ask.
   * @throws TypeError before the founding act: there is no record to sign for
   */
  readonly of: (conference: ConferenceId | null, tree: Tree) => Promise<Bytes>;
}

export const createCheckpoints = (hostKey: SigningKey): Checkpoints => {
  let latest: { readonly size: number; readonly note: Promise<Bytes> } | null = null;
  return {
    of: (conference, tree) => {
      if (conference === null) throw new TypeError('A record that has not begun has no checkpoint');
      const size = tree.size();
      if (latest?.size !== size)
        latest = { size, note: signCheckpoint({ origin: originOf(conference), size, root: tree.root(size) }, hostKey) };
      return latest.note;
    },
  };
};
