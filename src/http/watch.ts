import type { IncomingMessage, RequestListener } from 'node:http';
import type { Unready, Watched } from './watched.ts';

/** What whoever runs a node may ask it about itself, on its own machine: `/health`, `/ready` and `/metrics`. To everybody else these are not there. */

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

const readiness = (unready: readonly Unready[]): Told =>
  unready.length === 0 ? { status: 200, text: 'ready\n' } : { status: 503, text: `${unready.join('\n')}\n` };

type Telling = (watched: Watched) => Told | Promise<Told>;

/** Each is told at once, however many wait for their turn. */
const tellings = new Map<string | undefined, Telling>([
  ['/health', () => ({ status: 200, text: 'ok\n' })],
  ['/ready', ({ unready }) => readiness(unready())],
  [
    '/metrics',
    async ({ metrics }) => ({
      status: 200,
      type: 'text/plain; version=0.0.4; charset=utf-8',
      text: await metrics(),
    }),
  ],
]);

/** Answers what is asked about the node, and leaves all else to `answer`. `onFault` is told where it cannot say. */
export const watching =
  (watched: Watched, answer: RequestListener, onFault: (fault: unknown) => void): RequestListener =>
  (request, response) => {
    const telling = request.method === 'GET' && isHere(request) ? tellings.get(request.url) : undefined;
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
        const { status, type = 'text/plain; charset=utf-8', text } = await telling(watched);
        response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(text);
      } catch (fault) {
        onFault(fault);
        response.destroy();
      }
    };
    void tell();
  };
