import { type Socket, connect } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';

/** Sends requests that were written beforehand over so many connections, and counts the good answers. */

export interface Load {
  readonly port: number;
  readonly connections: number;
  /** Whole HTTP requests, one after the other. */
  readonly requests: Uint8Array<ArrayBuffer>;
  readonly lengths: Uint32Array<ArrayBuffer>;
  /** Whether to begin again after the last, or to end. */
  readonly again: boolean;
  /** The good answer's status. */
  readonly status: number;
  /** Two counters: good answers and others. */
  readonly counters: Int32Array<SharedArrayBuffer>;
}

const run = async ({ port, connections, requests, lengths, again, status, counters }: Load): Promise<void> => {
  const good = `HTTP/1.1 ${status} `;
  let next = 0;
  let at = 0;

  const drive = (socket: Socket): Promise<void> => {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    let answer = '';
    const send = (): void => {
      if (again && next === lengths.length) [next, at] = [0, 0];
      const length = lengths[next++];
      if (length === undefined) {
        socket.end();
        resolve();
        return;
      }
      socket.write(requests.subarray(at, (at += length)));
    };
    socket.setNoDelay(true);
    socket.on('data', (chunk) => {
      answer += chunk.toString('latin1');
      const head = answer.indexOf('\r\n\r\n');
      if (head < 0) return;
      const length = Number(/\r\ncontent-length: (\d+)/iu.exec(answer)?.[1] ?? 0);
      if (answer.length < head + 4 + length) return;
      Atomics.add(counters, answer.startsWith(good) ? 0 : 1, 1);
      answer = answer.slice(head + 4 + length);
      send();
    });
    socket.on('error', reject);
    socket.on('connect', send);
    return promise;
  };
  await Promise.all(Array.from({ length: connections }, () => drive(connect(port, '127.0.0.1'))));
};

await run(workerData as Load);
parentPort?.postMessage('done');
