import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import type { Kind } from '../../conference/search/document.ts';
import {
  type Change,
  type Face,
  type FoundAll,
  type Head,
  IndexLost,
  type ListAsked,
  type Listed,
} from '../../conference/search/index-port.ts';
import type { Query } from '../../conference/search/query.ts';
import { type Answered, type Asked, type Fault, faultOf, serving } from '../sqlite/thread.ts';
import { type IndexFile, openIndexFile } from './file.ts';

/** The thread that owns the indexes: a file for each conference, so that no two ever meet. */

export type IndexRequest =
  | { readonly name: 'head'; readonly slug: string }
  | { readonly name: 'clear'; readonly slug: string }
  | { readonly name: 'write'; readonly slug: string; readonly changes: readonly Change[]; readonly head: Head | null }
  | {
      readonly name: 'find';
      readonly slug: string;
      readonly face: Face;
      readonly query: Query;
      readonly kind: Kind | null;
      readonly most: number;
    }
  | { readonly name: 'list'; readonly slug: string; readonly face: Face; readonly asked: ListAsked }
  | { readonly name: 'close' };

export type IndexReply =
  | { readonly kind: 'done' }
  | { readonly kind: 'head'; readonly head: Head | null }
  | { readonly kind: 'found'; readonly found: FoundAll }
  | { readonly kind: 'listed'; readonly listed: Listed }
  | { readonly kind: 'lost' }
  | Fault;

const serve = (port: MessagePort, folder: string): void => {
  const files = new Map<string, IndexFile>();
  if (folder !== '') mkdirSync(folder, { recursive: true, mode: 0o700 });
  const fileOf = (slug: string): IndexFile => {
    const file = files.get(slug) ?? openIndexFile(folder === '' ? null : join(folder, `${slug}.sqlite`));
    files.set(slug, file);
    return file;
  };
  const answer = (request: Exclude<IndexRequest, { readonly name: 'close' }>): IndexReply => {
    const file = fileOf(request.slug);
    switch (request.name) {
      case 'head':
        return { kind: 'head', head: file.use((tables) => tables.head(), false) };
      case 'clear':
        file.use((tables) => tables.clear(), true);
        return { kind: 'done' };
      case 'write':
        file.use((tables) => tables.write(request.changes, request.head), true);
        return { kind: 'done' };
      case 'find':
        return {
          kind: 'found',
          found: file.use((tables) => tables.find(request.face, request.query, request.kind, request.most), false),
        };
      case 'list':
        return { kind: 'listed', listed: file.use((tables) => tables.list(request.face, request.asked), false) };
    }
  };
  const reply = (answered: Answered<IndexReply>): void => port.postMessage(answered);
  port.on('message', ({ id, request }: Asked<IndexRequest>) => {
    if (request.name === 'close') {
      for (const file of files.values()) file.close();
      reply({ id, reply: { kind: 'done' } });
      port.close();
      return;
    }
    try {
      reply({ id, reply: answer(request) });
    } catch (error) {
      reply({ id, reply: error instanceof IndexLost ? { kind: 'lost' } : faultOf(error) });
    }
  });
};

serving(parentPort, (port) => serve(port, (workerData as { readonly path: string }).path));
