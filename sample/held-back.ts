import { SizeConflict, type Store, type Stored } from '../src/conference/ports.ts';

/** A store that keeps one new record to itself until it is told to write it down. */
export interface HeldBack {
  readonly store: Store;
  /** Everything that was appended, in order. */
  readonly entries: () => readonly Stored[];
}

export const holdBack = (): HeldBack => {
  const entries: Stored[] = [];
  const attachments = () => entries.flatMap((entry) => entry.attachments);
  return {
    entries: () => entries,
    store: {
      conferences: async () => [],
      append: async (_slug, size, more) => {
        if (size !== entries.length) throw new SizeConflict(`There are ${entries.length} entries, not ${size}`);
        entries.push(...more);
      },
      read: async (_slug, from, to) => entries.slice(from, to).map(({ entry }) => entry),
      size: async () => entries.length,
      attachment: async (_slug, hash) => attachments().find((attachment) => attachment.hash === hash) ?? null,
      attachmentHashes: async () => attachments().map(({ hash }) => hash),
      erase: async () => {
        throw new TypeError('Nothing is erased from a record that is not written yet');
      },
      close: async () => undefined,
    },
  };
};
