import type { ConferenceId } from '../src/base/ids.ts';
import { SizeConflict, type Store, type Stored } from '../src/conference/ports.ts';

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
  const attachments = () => entries.flatMap((entry) => entry.attachments);
  return {
    entries: () => entries,
    conference: () => {
      if (id === null) throw new TypeError('The record has not begun');
      return id;
    },
    store: {
      conferences: async () => [],
      begin: async (_slug, conference, first) => {
        id = conference;
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
      acknowledged: async () => [],
      close: async () => undefined,
    },
  };
};
