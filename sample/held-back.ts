import type { ConferenceId } from '../src/base/ids.ts';
import { sha256 } from '../src/base/sha256.ts';
import { type Acknowledged, SizeConflict, type Store, type Stored } from '../src/conference/ports.ts';

/** A store that keeps one new record to itself until it is told to write it down. */
export interface HeldBack {
  readonly store: Store;
  /** Everything that was appended, in order. */
  readonly entries: () => readonly Stored[];
  /** @throws TypeError before it has begun */
  readonly conference: () => ConferenceId;
}

export const holdBack = (): HeldBack => {
  const entries: Stored[] = [];
  let id: ConferenceId | null = null;
  /** That it has begun is known from its first entry on; how far it has come is noted by the store that it is written to. */
  let begun: readonly Acknowledged[] = [];
  const attachments = () => entries.flatMap((entry) => entry.attachments);
  return {
    entries: () => entries,
    conference: () => {
      if (id === null) throw new TypeError('The record has not begun');
      return id;
    },
    store: {
      conferences: async () => [],
      begin: async (slug, conference, first) => {
        id = conference;
        begun = [{ slug, size: 0, root: sha256(new Uint8Array(0)) }];
        entries.push(...first);
      },
      append: async (_slug, size, more) => {
        if (size !== entries.length) throw new SizeConflict(`There are ${entries.length} entries, not ${size}`);
        entries.push(...more);
      },
      read: async (_slug, from, to) => entries.slice(from, to).map(({ entry }) => entry),
      size: async () => entries.length,
      attachment: async (_slug, hash) => attachments().find((attachment) => attachment.hash === hash) ?? null,
      attachmentHashes: async () => attachments().map(({ hash }) => hash),
      lastSigned: async () => null,
      noteSigned: async () => {
        throw new TypeError('Nothing is signed of a record that is not written yet');
      },
      acknowledge: async () => undefined,
      acceptLoss: async () => undefined,
      acknowledged: async () => begun,
      close: async () => undefined,
    },
  };
};
