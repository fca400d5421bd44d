import type { DatabaseSync } from 'node:sqlite';
import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { migrationsIn, openDatabase } from './database.ts';
import { transferOf } from './pack.ts';
import type { Append, Reply, Request } from './protocol.ts';
import { type Tables, createTables } from './tables.ts';
import type { Answered, Asked } from './thread.ts';

/**
 * The thread that owns the data file, so that a slow disk holds up nobody else. Appends that have come in while a
 * transaction was being written are written together in the next one.
 */

const fault = (error: unknown): Reply => ({
  kind: 'fault',
  message: error instanceof Error ? error.message : String(error),
});

/** Writes all of them in one transaction; one whose size does not fit is left out and told so. */
const appendAll = (database: DatabaseSync, tables: Tables, appends: readonly Append[]): readonly Reply[] => {
  try {
    database.exec('begin immediate');
    const replies = appends.map((append): Reply => {
      const size = tables.size(append.slug);
      if (size !== append.size)
        return { kind: 'size-conflict', message: `${append.slug} has ${size} entries, not ${append.size}` };
      tables.append(append);
      return { kind: 'done' };
    });
    database.exec('commit');
    return replies;
  } catch (error) {
    if (database.isTransaction) database.exec('rollback');
    return appends.map(() => fault(error));
  }
};

const answer = (database: DatabaseSync, tables: Tables, request: Exclude<Request, Append>): Reply => {
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
      case 'erase':
        tables.erase(request.slug, request.hash);
        return { kind: 'done' };
      case 'close':
        database.close();
        return { kind: 'done' };
    }
  } catch (error) {
    return fault(error);
  }
};

const serve = (port: NonNullable<typeof parentPort>, file: string): void => {
  const database = openDatabase(file, migrationsIn(new URL('migrations/', import.meta.url)), 'full');
  const tables = createTables(database);
  const reply = (id: number, reply: Reply): void => {
    const answered: Answered<Reply> = { id, reply };
    port.postMessage(answered, reply.kind === 'bytes' ? transferOf(reply.packed) : []);
  };

  let waiting: { readonly id: number; readonly append: Append }[] = [];
  const flush = (): void => {
    const batch = waiting;
    waiting = [];
    if (batch.length === 0) return;
    const replies = appendAll(
      database,
      tables,
      batch.map(({ append }) => append),
    );
    replies.forEach((outcome, i) => reply(batch[i]?.id ?? -1, outcome));
  };

  const take = ({ id, request }: Asked<Request>): void => {
    if (request.kind === 'append') waiting.push({ id, append: request });
    else {
      // What was asked before is done before.
      flush();
      reply(id, answer(database, tables, request));
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

if (parentPort !== null) serve(parentPort, (workerData as { readonly file: string }).file);
