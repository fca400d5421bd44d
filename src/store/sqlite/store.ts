import { type Bytes, base64url, fromBase64url } from '../../base/bytes.ts';
import type { AttachmentHash, ConferenceId, Slug } from '../../base/ids.ts';
import type { Hash } from '../../base/sha256.ts';
import { SizeConflict, type Store, type Stored, Taken } from '../../conference/ports.ts';
import { type Packed, pack, transferOf, unpack } from '../../base/pack.ts';
import type { Reply, Request } from './protocol.ts';
import { faultAs, startThread } from './thread.ts';

/**
 * A {@link Store} in two SQLite files of a folder, created where there are none: `records.sqlite`, and `signed.sqlite` with the roots that the
 * host's key has signed. Everything is written by a thread of its own, in WAL mode with `synchronous=FULL`.
 * @throws where a file cannot be opened or was written by a later version
 */
export const openSqliteStore = async (folder: string): Promise<Store> => {
  const ask = startThread<Request, Reply>(new URL('worker.ts', import.meta.url), folder);
  /** The outcome of a question that the thread answers with `kind`. */
  const asking = async <K extends Reply['kind']>(
    kind: K,
    request: Request,
    handedOver: readonly Packed[] = [],
  ): Promise<Extract<Reply, { readonly kind: K }>> => {
    const reply = await ask(request, transferOf(...handedOver));
    if (reply.kind === 'size-conflict') throw new SizeConflict(reply.message);
    if (reply.kind === 'taken') throw new Taken(reply.slug as Slug);
    if (reply.kind === 'fault') throw faultAs('The store', reply);
    if (reply.kind !== kind) throw new TypeError(`The store answered ${reply.kind} for ${kind}`);
    return reply as Extract<Reply, { readonly kind: K }>;
  };
  const bytes = async (request: Request): Promise<readonly Bytes[]> => unpack((await asking('bytes', request)).packed);

  const write = async (
    slug: Slug,
    { begins, size }: { readonly begins: ConferenceId | null; readonly size: number },
    stored: readonly Stored[],
  ): Promise<void> => {
    const entries = pack(stored.map(({ entry }) => entry));
    const attachments = pack(stored.flatMap(attachmentParts));
    const erases = stored.flatMap((one) => one.erases).map(hashBytes);
    await asking('done', { kind: 'append', slug, begins, size, entries, attachments, erases }, [entries, attachments]);
  };

  const store: Store = {
    conferences: async () => (await asking('slugs', { kind: 'conferences' })).slugs as readonly Slug[],
    begin: (slug, conference, stored) => write(slug, { begins: conference, size: 0 }, stored),
    append: (slug, size, stored) => write(slug, { begins: null, size }, stored),
    read: (slug, from, to) => bytes({ kind: 'read', slug, from, to }),
    size: async (slug) => (await asking('size', { kind: 'size', slug })).size,
    attachment: async (slug, hash) => {
      const [salt, content] = await bytes({ kind: 'attachment', slug, hash: hashBytes(hash) });
      return salt === undefined || content === undefined ? null : { hash, salt, content };
    },
    attachmentHashes: async (slug) =>
      (await bytes({ kind: 'attachment-hashes', slug })).map((hash) => base64url(hash) as AttachmentHash),
    lastSigned: async (slug) => {
      const { signed } = await asking('signed', { kind: 'last-signed', slug });
      return signed === null ? null : { size: signed.size, root: signed.root as Hash };
    },
    noteSigned: async (slug, { size, root }) => {
      const { signed } = await asking('signed', { kind: 'note-signed', slug, size, root });
      if (signed === null) throw new TypeError('The store noted nothing');
      return signed.root as Hash;
    },
    acknowledge: async (slug, { size, root }) => {
      await asking('done', { kind: 'acknowledge', slug, size, root });
    },
    acceptLoss: async (slug, { size, root }) => {
      await asking('done', { kind: 'accept-loss', slug, size, root });
    },
    acknowledged: async () =>
      (await asking('heads', { kind: 'acknowledged' })).heads.map(({ slug, size, root }) => ({
        slug: slug as Slug,
        size,
        root: root as Hash,
      })),
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
