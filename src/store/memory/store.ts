import type { Bytes } from '../../base/bytes.ts';
import type { AttachmentHash, ConferenceId, Slug } from '../../base/ids.ts';
import { type Hash, sha256 } from '../../base/sha256.ts';
import { type SignedRoot, SizeConflict, type Store, type Stored, Taken } from '../../conference/ports.ts';
import type { Attachment } from '../../base/act.ts';

const NOTHING: SignedRoot = { size: 0, root: sha256(new Uint8Array(0)) };

/** A {@link Store} that forgets everything with the process: for tests, and for looking around. */
export const createMemoryStore = (): Store => {
  interface Kept {
    readonly conference: ConferenceId;
    readonly entries: Bytes[];
    readonly attachments: Map<AttachmentHash, Attachment>;
    /** By size. */
    readonly signed: Map<number, Hash>;
    head: SignedRoot;
  }
  const records = new Map<Slug, Kept>();

  const write = ({ entries, attachments }: Kept, stored: readonly Stored[]): void => {
    entries.push(...stored.map(({ entry }) => entry.slice()));
    for (const attachment of stored.flatMap((one) => one.attachments)) {
      if (!attachments.has(attachment.hash)) attachments.set(attachment.hash, attachment);
    }
    for (const hash of stored.flatMap(({ erases }) => erases)) attachments.delete(hash);
  };

  return {
    conferences: async () => [...records.keys()],
    begin: async (slug, conference, stored) => {
      const there = [...records].find(([other, kept]) => other === slug || kept.conference === conference);
      if (there !== undefined) throw new Taken(there[0]);
      const record: Kept = { conference, entries: [], attachments: new Map(), signed: new Map(), head: NOTHING };
      write(record, stored);
      records.set(slug, record);
    },
    append: async (slug, size, stored) => {
      const record = records.get(slug);
      if (record?.entries.length !== size)
        throw new SizeConflict(`${slug} has ${record?.entries.length ?? 0} entries, not ${size}`);
      write(record, stored);
    },
    read: async (slug, from, to) => records.get(slug)?.entries.slice(from, to) ?? [],
    size: async (slug) => records.get(slug)?.entries.length ?? 0,
    attachment: async (slug, hash) => records.get(slug)?.attachments.get(hash) ?? null,
    attachmentHashes: async (slug) => [...(records.get(slug)?.attachments.keys() ?? [])].sort(),
    lastSigned: async (slug) => {
      const [size, root] = [...(records.get(slug)?.signed ?? [])].toSorted(([a], [b]) => b - a)[0] ?? [];
      return size === undefined || root === undefined ? null : { size, root };
    },
    noteSigned: async (slug, { size, root }) => {
      const signed = records.get(slug)?.signed;
      if (signed === undefined) throw new TypeError(`There is no record “${slug}”`);
      const noted = signed.get(size) ?? root;
      signed.set(size, noted);
      return noted;
    },
    acknowledge: async (slug, head) => {
      const record = records.get(slug);
      if (record === undefined) throw new TypeError(`There is no record “${slug}”`);
      if (head.size >= record.head.size) record.head = head;
    },
    acceptLoss: async (slug, head) => {
      const record = records.get(slug);
      if (record !== undefined) record.head = head;
    },
    acknowledged: async () => [...records].map(([slug, { head }]) => ({ slug, ...head })),
    close: async () => undefined,
  };
};
