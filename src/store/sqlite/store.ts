import { type Bytes, base64url, fromBase64url } from '../../base/bytes.ts';
import type { AttachmentHash, Slug } from '../../base/ids.ts';
import { SizeConflict, type Store, type Stored } from '../../conference/ports.ts';
import { type Packed, pack, transferOf, unpack } from './pack.ts';
import type { Reply, Request } from './protocol.ts';
import { startThread } from './thread.ts';

/**
 * A {@link Store} in one SQLite file, created where there is none. Everything is written by a thread of its own, in WAL
 * mode with `synchronous=FULL`.
 * @throws where the file cannot be opened or was written by a later version
 */
export const openSqliteStore = async (file: string): Promise<Store> => {
  const ask = startThread<Request, Reply>(new URL('worker.ts', import.meta.url), file);
  /** The outcome of a question that the thread answers with `kind`. */
  const asking = async <K extends Reply['kind']>(
    kind: K,
    request: Request,
    handedOver: readonly Packed[] = [],
  ): Promise<Extract<Reply, { readonly kind: K }>> => {
    const reply = await ask(request, transferOf(...handedOver));
    if (reply.kind === 'size-conflict') throw new SizeConflict(reply.message);
    if (reply.kind === 'fault') throw new Error(`The store failed: ${reply.message}`);
    if (reply.kind !== kind) throw new TypeError(`The store answered ${reply.kind} for ${kind}`);
    return reply as Extract<Reply, { readonly kind: K }>;
  };
  const bytes = async (request: Request): Promise<readonly Bytes[]> => unpack((await asking('bytes', request)).packed);

  const store: Store = {
    conferences: async () => (await asking('slugs', { kind: 'conferences' })).slugs as readonly Slug[],
    append: async (slug, size, stored) => {
      const entries = pack(stored.map(({ entry }) => entry));
      const attachments = pack(stored.flatMap(attachmentParts));
      await asking('done', { kind: 'append', slug, size, entries, attachments }, [entries, attachments]);
    },
    read: (slug, from, to) => bytes({ kind: 'read', slug, from, to }),
    size: async (slug) => (await asking('size', { kind: 'size', slug })).size,
    attachment: async (slug, hash) => {
      const [salt, content] = await bytes({ kind: 'attachment', slug, hash: hashBytes(hash) });
      return salt === undefined || content === undefined ? null : { hash, salt, content };
    },
    attachmentHashes: async (slug) =>
      (await bytes({ kind: 'attachment-hashes', slug })).map((hash) => base64url(hash) as AttachmentHash),
    erase: async (slug, hash) => {
      await asking('done', { kind: 'erase', slug, hash: hashBytes(hash) });
    },
    close: async () => {
      await asking('done', { kind: 'close' });
    },
  };
  await store.conferences();
  return store;
};

const attachmentParts = ({ attachments }: Stored): readonly Bytes[] =>
  attachments.flatMap(({ hash, salt, content }) => [hashBytes(hash), salt, content]);

const hashBytes = (hash: AttachmentHash): Bytes => {
  const bytes = fromBase64url(hash);
  if (bytes === null) throw new TypeError('An attachment’s hash is not base64url');
  return bytes;
};
