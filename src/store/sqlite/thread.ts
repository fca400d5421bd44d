import { type MessagePort, type Transferable, Worker } from 'node:worker_threads';
import { Unusable } from '../../conference/unusable.ts';

/** What goes to a thread that owns a data file, and what comes back for it. */
export interface Asked<Request> {
  readonly id: number;
  readonly request: Request;
}

export interface Answered<Reply> {
  readonly id: number;
  readonly reply: Reply;
}

/** All that comes from a thread that could not open what it owns. */
interface Refused {
  readonly unusable: string;
}

/** What a thread answers where it could not do what was asked. */
export interface Fault {
  readonly kind: 'fault';
  readonly message: string;
  /** SQLite's own code of it; `null`: it is none of SQLite's. */
  readonly errcode: number | null;
}

export const faultOf = (error: unknown): Fault => ({
  kind: 'fault',
  message: error instanceof Error ? error.message : String(error),
  errcode: (error as { readonly errcode?: number } | null)?.errcode ?? null,
});

/** The same on this side of the thread, to be thrown. */
export const faultAs = (store: string, { message, errcode }: Fault): Error =>
  Object.assign(new Error(`${store} failed: ${message}`), errcode === null ? {} : { errcode });

export type Ask<Request, Reply> = (request: Request, handedOver?: readonly Transferable[]) => Promise<Reply>;

/**
 * Starts the thread that owns the data file, or the folder with several; the script answers each {@link Asked} with an {@link Answered}. When it dies, or cannot open it, every question
 * that is open and every later one is refused.
 */
export const startThread = <Request, Reply>(script: URL, path: string): Ask<Request, Reply> => {
  const worker = new Worker(script, { workerData: { path } });
  const open = new Map<number, PromiseWithResolvers<Reply>>();
  let end: Error | null = null;
  let last = 0;
  const fail = (error: Error): void => {
    end ??= error;
    for (const { reject } of open.values()) reject(end);
    open.clear();
  };
  worker.on('message', (message: Answered<Reply> | Refused) => {
    if ('unusable' in message) {
      fail(new Unusable(message.unusable));
      return;
    }
    open.get(message.id)?.resolve(message.reply);
    open.delete(message.id);
  });
  worker.on('error', (error) => fail(error instanceof Error ? error : new Error(String(error))));
  worker.on('exit', () => fail(new Error('The store is closed')));

  return (request, handedOver = []) => {
    if (end !== null) return Promise.reject(end);
    const id = ++last;
    const answer = Promise.withResolvers<Reply>();
    open.set(id, answer);
    worker.postMessage({ id, request } satisfies Asked<Request>, [...handedOver]);
    return answer.promise;
  };
};

/** Within the thread: opens what it owns and serves it, or says why that cannot be used and ends. */
export const serving = (port: MessagePort | null, serve: (port: MessagePort) => void): void => {
  try {
    if (port !== null) serve(port);
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    port?.postMessage({ unusable: error.message } satisfies Refused);
    port?.close();
  }
};
