import type { Bytes } from '../base/bytes.ts';
import type { AttachmentHash, Slug } from '../base/ids.ts';
import { type Attachment, SizeConflict, type Store } from '../conference/ports.ts';

/** A {@link Store} that forgets everything with the process: for tests, and for looking around. */
export const createMemoryStore = (): Store => {
  interface Kept {
    readonly entries: Bytes[];
    readonly attachments: Map<AttachmentHash, Attachment>;
  }
  const records = new Map<Slug, Kept>();
  const of = (slug: Slug): Kept => records.get(slug) ?? { entries: [], attachments: new Map() };

  return {
    conferences: async () => [...records.keys()],
    append: async (slug, size, stored) => {
      const record = of(slug);
      if (record.entries.length !== size)
        throw new SizeConflict(`${slug} has ${record.entries.length} entries, not ${size}`);
      record.entries.push(...stored.map(({ entry }) => entry.slice()));
      for (const attachment of stored.flatMap(({ attachments }) => attachments)) {
        if (!record.attachments.has(attachment.hash)) record.attachments.set(attachment.hash, attachment);
      }
      records.set(slug, record);
    },
    read: async (slug, from, to) => of(slug).entries.slice(from, to),
    size: async (slug) => of(slug).entries.length,
    attachment: async (slug, hash) => of(slug).attachments.get(hash) ?? null,
    attachmentHashes: async (slug) => [...of(slug).attachments.keys()].sort(),
    erase: async (slug, hash) => {
      of(slug).attachments.delete(hash);
    },
    close: async () => undefined,
  };
};
