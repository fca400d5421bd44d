import type { DatabaseSync } from 'node:sqlite';
import { type MessagePort, parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { openDatabase } from './database.ts';
import { type OutboxWrite, createOutboxWrites } from './outbox-writes.ts';
import { type Answered, type Asked, type Fault, faultOf, serving } from './thread.ts';
import { transaction } from './transaction.ts';

/**
 * The thread that writes the outbox, so that a slow disk holds up nobody else. What has come in while a transaction was being written is written
 * together in the next one.
 */

export type OutboxRequest = OutboxWrite | { readonly name: 'close' };

export type OutboxReply = { readonly kind: 'done'; readonly value: unknown } | Fault;

/** Does all of them in one transaction; one that fails leaves nothing behind, and the others stand. */
const writeAll = (
  database: DatabaseSync,
  write: (write: OutboxWrite) => unknown,
  writes: readonly OutboxWrite[],
): readonly OutboxReply[] => {
  const attempt = (one: OutboxWrite): OutboxReply => {
    database.exec('savepoint one');
    try {
      const value = write(one);
      database.exec('release one');
      return { kind: 'done', value };
    } catch (error) {
      // SQLite has rolled all of it back where the disk failed.
      if (!database.isTransaction) throw error;
      database.exec('rollback to one; release one');
      return faultOf(error);
    }
  };
  try {
    return transaction(database, () => writes.map(attempt));
  } catch (error) {
    return writes.map(() => faultOf(error));
  }
};

const serve = (port: MessagePort, file: string): void => {
  const database = openDatabase(file, 'outbox');
  const write = createOutboxWrites(database);
  port.on('message', (first: Asked<OutboxRequest>) => {
    const asked = [first];
    for (let next = receiveMessageOnPort(port); next !== undefined; next = receiveMessageOnPort(port))
      asked.push(next.message as Asked<OutboxRequest>);
    const writes = asked.flatMap(({ id, request }) => (request.name === 'close' ? [] : [{ id, request }]));
    const replies =
      writes.length === 0
        ? []
        : writeAll(
            database,
            write,
            writes.map(({ request }) => request),
          );
    const reply = (answered: Answered<OutboxReply>): void => port.postMessage(answered);
    writes.forEach(({ id }, i) => reply({ id, reply: replies[i] ?? faultOf('no reply') }));
    const close = asked.find(({ request }) => request.name === 'close');
    if (close === undefined) return;
    database.close();
    reply({ id: close.id, reply: { kind: 'done', value: undefined } });
    port.close();
  });
};

serving(parentPort, (port) => serve(port, (workerData as { readonly path: string }).path));
