import { type SearchIndexes, IndexLost } from '../../conference/search/index-port.ts';
import { type Ask, faultAs, startThread } from '../sqlite/thread.ts';
import type { IndexReply, IndexRequest } from './worker.ts';

/**
 * {@link SearchIndexes} as SQLite files of a folder, made where there are none, in a thread of their own that begins with the first question.
 * @param folder `null`: in memory
 */
export const openSearchIndexes = (folder: string | null): SearchIndexes => {
  let thread: Ask<IndexRequest, IndexReply> | undefined;
  let closing: Promise<unknown> | undefined;
  const asking = async <K extends IndexReply['kind']>(
    kind: K,
    request: IndexRequest,
  ): Promise<Extract<IndexReply, { readonly kind: K }>> => {
    thread ??= startThread<IndexRequest, IndexReply>(new URL('worker.ts', import.meta.url), folder ?? '');
    const reply = await thread(request);
    if (reply.kind === 'lost') throw new IndexLost('The index of a conference was damaged');
    if (reply.kind === 'fault') throw faultAs('The search index', reply);
    if (reply.kind !== kind) throw new TypeError(`The index answered ${reply.kind} for ${kind}`);
    return reply as Extract<IndexReply, { readonly kind: K }>;
  };
  return {
    of: (slug) => ({
      head: async () => (await asking('head', { name: 'head', slug })).head,
      clear: async () => void (await asking('done', { name: 'clear', slug })),
      write: async (changes, head) => void (await asking('done', { name: 'write', slug, changes, head })),
      find: async (face, query, kind, most) =>
        (await asking('found', { name: 'find', slug, face, query, kind, most })).found,
      list: async (face, asked) => (await asking('listed', { name: 'list', slug, face, asked })).listed,
    }),
    close: async () => {
      if (thread !== undefined) closing ??= asking('done', { name: 'close' });
      await closing;
    },
  };
};
