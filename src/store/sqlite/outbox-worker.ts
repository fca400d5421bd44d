import { type MessagePort, parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import type { Damaged } from '../../conference/damaged.ts';
import { openSealed } from './database.ts';
import { type OutboxWrite, createOutboxWrites } from './outbox-writes.ts';
import type { SealedDatabase } from './sealed.ts';
import { type Answered, type Asked, type Fault, faultOf, serving } from './thread.ts';
import { transaction } from './transaction.ts';

/**
 * The thread that writes the outbox, so that a slow disk holds up nobody else. What has come in while a transaction was being written is written
 * together in the next one.
 */

export type OutboxRequest = OutboxWrite | { readonly name: 'close' };

/** With the rows that were met and left alone, for they are damaged. */
export type OutboxReply =
  { readonly kind: 'done'; readonly value: unknown; readonly damaged: readonly Damaged[] } | Fault;

/** Does all of them in one transaction; one that fails leaves nothing behind, and the others stand. */
const writeAll = (
  database: SealedDatabase,
  write: (write: OutboxWrite) => unknown,
  writes: readonly OutboxWrite[],
): readonly OutboxReply[] => {
  const attempt = (one: OutboxWrite): OutboxReply => {
    database.exec('savepoint one');
    try {
      const value = write(one);
      database.exec('release one');
      return { kind: 'done', value, damaged: [] };
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
  const damaged: Damaged[] = [];
  const database = openSealed(file, 'outbox', (one) => damaged.push(one));
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
    const reply = ({ id, reply }: Answered<OutboxReply>): void => {
      port.postMessage({ id, reply: reply.kind === 'done' ? { ...reply, damaged: damaged.splice(0) } : reply });
    };
    writes.forEach(({ id }, i) => reply({ id, reply: replies[i] ?? faultOf('no reply') }));
    const close = asked.find(({ request }) => request.name === 'close');
    if (close === undefined) return;
    database.close();
    reply({ id: close.id, reply: { kind: 'done', value: undefined, damaged: [] } });
    port.close();
  });
};

serving(parentPort, (port) => serve(port, (workerData as { readonly path: string }).path));
