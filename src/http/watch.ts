import { hash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Unready, Watched } from './watched.ts';

/** What whoever runs a node may ask it about itself, on its own machine: `/health`, `/ready` and `/metrics`, the last with a token from elsewhere, too. To everybody else these are not there. */

const LOOPBACK = /^(?:::ffff:)?127\.|^::1$/u;

/** A browser on this machine that another’s page sends here names that other’s host. */
const HERE = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/u;

/** What proxies say of those for whom they ask. */
const PASSED_ON = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip'];

const isHere = ({ socket, headers }: IncomingMessage): boolean =>
  LOOPBACK.test(socket.remoteAddress ?? '') &&
  HERE.test(headers.host ?? '') &&
  PASSED_ON.every((name) => headers[name] === undefined);

interface Told {
  readonly status: number;
  readonly type?: string;
  readonly text: string;
}

const tellTo = (response: ServerResponse, { status, type = 'text/plain; charset=utf-8', text }: Told): void => {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(text);
};

const ALIVE: Told = { status: 200, text: 'ok\n' };
const STARTING: Told = { status: 503, text: 'starting\n' };

const readiness = (unready: readonly Unready[]): Told =>
  unready.length === 0 ? { status: 200, text: 'ready\n' } : { status: 503, text: `${unready.join('\n')}\n` };

type Telling = (watched: Watched) => Told | Promise<Told>;

const METRICS = '/metrics';

/** Each is told at once, however many wait for their turn. */
const TELLINGS: ReadonlyMap<string | undefined, Telling> = new Map<string, Telling>([
  ['/health', () => ALIVE],
  ['/ready', ({ unready }) => readiness(unready())],
  [
    METRICS,
    async ({ metrics }) => ({
      status: 200,
      type: 'text/plain; version=0.0.4; charset=utf-8',
      text: await metrics(),
    }),
  ],
]);

/** While the records are read: that the process lives, and is not ready. Everybody else waits for `ready`. */
export const starting = (ready: Promise<RequestListener>): RequestListener => {
  let isReady = false;
  void ready.then(() => (isReady = true));
  return (request, response) => {
    if (!isReady && request.method === 'GET' && isHere(request) && TELLINGS.has(request.url))
      tellTo(response, request.url === '/health' ? ALIVE : STARTING);
    else void ready.then((answer) => answer(request, response));
  };
};

/** Whether a caller may read the numbers from elsewhere; see {@link tokenGate}. */
export type TokenGate = (authorization: string | undefined) => boolean;

/** Lets in who sends this token (RFC 6750); nobody, where there is none. What is compared says nothing by how long it takes. */
export const tokenGate = (token: string | null): TokenGate => {
  if (token === null) return () => false;
  const wanted = digestOf(token);
  return (authorization) => {
    const given = /^Bearer +(?<token>\S+)$/iu.exec(authorization ?? '')?.groups?.['token'];
    return given !== undefined && timingSafeEqual(digestOf(given), wanted);
  };
};

const digestOf = (text: string): Buffer => hash('sha256', text, 'buffer');

interface WatchingDeps {
  /** To the numbers, from elsewhere. */
  readonly letsIn: TokenGate;
  /** Told where the node cannot say how it is. */
  readonly onFault: (fault: unknown) => void;
}

const maySee = (request: IncomingMessage, letsIn: TokenGate): boolean =>
  isHere(request) || (request.url === METRICS && letsIn(request.headers.authorization));

/** Answers what is asked about the node, and leaves all else to `answer`. */
export const watching =
  (watched: Watched, answer: RequestListener, { letsIn, onFault }: WatchingDeps): RequestListener =>
  (request, response) => {
    const telling = request.method === 'GET' && maySee(request, letsIn) ? TELLINGS.get(request.url) : undefined;
    if (telling === undefined) {
      // A live page is open for hours.
      if (request.headers.accept !== 'text/event-stream') {
        const began = performance.now();
        response.once('finish', () => watched.answered((performance.now() - began) / 1000));
      }
      answer(request, response);
      return;
    }
    const tell = async (): Promise<void> => {
      try {
        tellTo(response, await telling(watched));
      } catch (fault) {
        onFault(fault);
        response.destroy();
      }
    };
    void tell();
  };
