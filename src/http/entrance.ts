import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { SECOND } from '../base/time.ts';
import type { Waiting } from '../conference/door/limits.ts';
import { type SenderDeps, senderOf } from './sender.ts';
import { createTurns } from './turns.ts';

/**
 * The one way in: a request begins when its sender's turn has come. Where as many wait as may, it is told so after a while: whoever asks again only
 * once it has been answered asks less often for it.
 */

/** How long such an answer is held back, in milliseconds, and how many are for one sender before its connections are cut. */
const HELD_FOR = SECOND;
export const MOST_HELD = 32;

/** How many requests of one connection may be unanswered. Browsers and proxies send one after the other; what is sent ahead is begun by no turn of others, and would lie here behind an answer that never ends. */
export const MOST_AHEAD = 8;

const PLAIN = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' } as const;

const NO_LENGTH =
  'Say how long it is that you send (Content-Length).\nΔηλώστε το μήκος αυτού που στέλνετε (Content-Length).\n';

const BUSY =
  'This node has more to do than it can. Try again in a moment.\nΟ κόμβος έχει περισσότερη δουλειά απ’ όση προλαβαίνει. Δοκιμάστε ξανά σε λίγο.\n';

export const createEntrance = (
  answer: RequestListener,
  { waiting, ...deps }: SenderDeps & { readonly waiting: Waiting },
): RequestListener => {
  const turns = createTurns(waiting);
  const held = new Map<string, number>();
  const unanswered = new WeakMap<Socket, number>();

  /** Cuts a connection on which too much is sent ahead. An answer cannot do so that comes behind another one. */
  const isAhead = (socket: Socket, response: ServerResponse): boolean => {
    const own = (unanswered.get(socket) ?? 0) + 1;
    if (own > MOST_AHEAD) {
      socket.destroy();
      return true;
    }
    unanswered.set(socket, own);
    response.once('close', () => unanswered.set(socket, (unanswered.get(socket) ?? 1) - 1));
    return false;
  };

  /** A piece of one byte costs as much as a page of them, so a body comes whole, with its length before it. Who would go on sending it is cut. */
  const hasPieces = ({ headers, socket }: IncomingMessage, response: ServerResponse): boolean => {
    if (headers['transfer-encoding'] === undefined) return false;
    // What comes behind another answer could be told so only after that.
    if (unanswered.get(socket) !== 1) socket.destroy();
    else response.writeHead(411, { ...PLAIN, connection: 'close' }).end(NO_LENGTH);
    return true;
  };

  const turnAway = (who: string, socket: Socket, response: ServerResponse): void => {
    const own = held.get(who) ?? 0;
    if (own >= MOST_HELD) {
      socket.destroy();
      return;
    }
    held.set(who, own + 1);
    setTimeout(() => {
      const left = (held.get(who) ?? 1) - 1;
      if (left > 0) held.set(who, left);
      else held.delete(who);
      response.writeHead(503, { ...PLAIN, 'retry-after': '5' }).end(BUSY);
    }, HELD_FOR).unref();
  };

  return (request, response) => {
    const { socket } = request;
    const first = !unanswered.has(socket);
    // A parser goes on to the end of what it has read.
    if (socket.destroyed || isAhead(socket, response) || hasPieces(request, response)) return;
    const sender = senderOf(request, deps);
    // Whoever has gone meanwhile is not answered.
    const begin = (): void => {
      if (!socket.destroyed) answer(request, response);
    };
    if (!turns.take(sender, begin, first)) turnAway(`${sender.share} ${sender.who}`, socket, response);
  };
};
