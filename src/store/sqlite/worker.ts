import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { type MessagePort, parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { openDatabase } from './database.ts';
import { transferOf } from '../../base/pack.ts';
import type { Append, Note, Reply, Request } from './protocol.ts';
import { type SignedTable, openSigned } from './signed.ts';
import { type Tables, createTables } from './tables.ts';
import { type Answered, type Asked, faultOf, serving } from './thread.ts';
import { transaction } from './transaction.ts';

/**
 * The thread that owns the data files, so that a slow disk holds up nobody else. Appends that have come in while a
 * transaction was being written are written together in the next one, and so are notes of what is about to be signed.
 */

/** Writes all of them in one transaction; one that does not fit what is there is left out and told so. */
const appendAll = (
  database: DatabaseSync,
  { tables, signed }: { readonly tables: Tables; readonly signed: SignedTable },
  appends: readonly Append[],
): readonly Reply[] => {
  try {
    return transaction(database, () =>
      appends.map((append): Reply => {
        const misfit = misfitOf(tables, append);
        // Before there is a record, so that none is without a note of how far it has come.
        if (misfit === null && append.begins !== null) signed.begin(append.begins, append.slug);
        if (misfit === null) tables.append(append);
        return misfit ?? { kind: 'done' };
      }),
    );
  } catch (error) {
    return appends.map(() => faultOf(error));
  }
};

const misfitOf = (tables: Tables, { slug, begins, size }: Append): Reply | null => {
  if (begins !== null) {
    const inTheWay = tables.inTheWay(slug, begins);
    return inTheWay === null ? null : { kind: 'taken', slug: inTheWay };
  }
  const there = tables.size(slug);
  // A record that has not begun cannot be gone on with.
  return there === size && size > 0
    ? null
    : { kind: 'size-conflict', message: `${slug} has ${there} entries, not ${size}` };
};

const noteAll = (tables: Tables, signed: SignedTable, notes: readonly Note[]): readonly Reply[] => {
  try {
    const noted = signed.note(
      notes.map(({ slug, size, root }) => {
        const conference = tables.conference(slug);
        if (conference === null) throw new TypeError(`There is no record “${slug}”`);
        return { conference, size, root };
      }),
    );
    return noted.map((root, i): Reply => ({ kind: 'signed', signed: { size: notes[i]?.size ?? 0, root } }));
  } catch (error) {
    return notes.map(() => faultOf(error));
  }
};

/** In milliseconds. */
const EMPTIED_AGAIN = 5000;

const serve = (port: MessagePort, folder: string): void => {
  const records = join(folder, 'records.sqlite');
  const database = openDatabase(records, 'records');
  const tables = createTables(database);
  const signed = openSigned(join(folder, 'signed.sqlite'));

  const answer = (request: Exclude<Request, Append | Note>): Reply => {
    try {
      switch (request.kind) {
        case 'conferences':
          return { kind: 'slugs', slugs: tables.slugs() };
        case 'read':
          return { kind: 'bytes', packed: tables.read(request.slug, request.from, request.to) };
        case 'size':
          return { kind: 'size', size: tables.size(request.slug) };
        case 'attachment':
          return { kind: 'bytes', packed: tables.attachment(request.slug, request.hash) };
        case 'attachment-hashes':
          return { kind: 'bytes', packed: tables.attachmentHashes(request.slug) };
        case 'last-signed': {
          const conference = tables.conference(request.slug);
          return { kind: 'signed', signed: conference === null ? null : signed.last(conference) };
        }
        case 'acknowledge':
          signed.acknowledge(request.slug, request);
          return { kind: 'done' };
        case 'accept-loss':
          signed.accept(tables.conference(request.slug) ?? '', request.slug, request);
          return { kind: 'done' };
        case 'acknowledged':
          return { kind: 'heads', heads: signed.acknowledged() };
        case 'close':
          clearTimeout(again);
          database.close();
          signed.close();
          return { kind: 'done' };
      }
    } catch (error) {
      return faultOf(error);
    }
  };

  const reply = (id: number, reply: Reply): void => {
    const answered: Answered<Reply> = { id, reply };
    port.postMessage(answered, reply.kind === 'bytes' ? transferOf(reply.packed) : []);
  };

  // What was erased when the last run ended may be in the log still.
  let erasing = true;
  let again: NodeJS.Timeout | undefined;
  /** Whoever reads the file meanwhile, an export beside the node, keeps the log from being emptied: it is tried again until it is. */
  const forget = (): void => {
    if (!erasing) return;
    clearTimeout(again);
    erasing = !tables.emptyLog();
    if (erasing) again = setTimeout(forget, EMPTIED_AGAIN).unref();
  };
  forget();

  let appends: Asked<Append>[] = [];
  let notes: Asked<Note>[] = [];
  const flush = (): void => {
    const writing = [appends, notes] as const;
    [appends, notes] = [[], []];
    const replies = [
      ...(writing[0].length === 0 ? [] : appendAll(database, { tables, signed }, writing[0].map(requestOf))),
      ...(writing[1].length === 0 ? [] : noteAll(tables, signed, writing[1].map(requestOf))),
    ];
    if (writing[0].some(({ request }) => request.erases.length > 0)) erasing = true;
    forget();
    const ids = writing.flat().map(({ id }) => id);
    replies.forEach((outcome, i) => reply(ids[i] ?? -1, outcome));
  };

  const take = ({ id, request }: Asked<Request>): void => {
    if (request.kind === 'append') appends.push({ id, request });
    else if (request.kind === 'note-signed') notes.push({ id, request });
    else {
      // What was asked before is done before.
      flush();
      reply(id, answer(request));
      if (request.kind === 'close') port.close();
    }
  };

  port.on('message', (first: Asked<Request>) => {
    take(first);
    for (let next = receiveMessageOnPort(port); next !== undefined; next = receiveMessageOnPort(port))
      take(next.message as Asked<Request>);
    flush();
  });
};

const requestOf = <R>({ request }: Asked<R>): R => request;

serving(parentPort, (port) => serve(port, (workerData as { readonly path: string }).path));
