import type { RequestListener, ServerResponse } from 'node:http';
import { SECOND } from '../base/time.ts';
import type { Waiting } from '../conference/limits.ts';
import { type SenderDeps, senderOf } from './sender.ts';
import { createTurns } from './turns.ts';

/**
 * The one way in: a request begins when its sender's turn has come. Where as many wait as may, it is told so after a while: whoever asks again only
 * once it has been answered asks less often for it.
 */

/** How long such an answer is held back, in milliseconds, and how many are for one sender before its connections are cut. */
export const HELD_FOR = SECOND;
export const MOST_HELD = 32;

const BUSY =
  'This node has more to do than it can. Try again in a moment.\nΟ κόμβος έχει περισσότερη δουλειά απ’ όση προλαβαίνει. Δοκιμάστε ξανά σε λίγο.\n';

export const createEntrance = (
  answer: RequestListener,
  { waiting, ...deps }: SenderDeps & { readonly waiting: Waiting },
): RequestListener => {
  const turns = createTurns(waiting);
  const held = new Map<string, number>();

  const turnAway = (who: string, response: ServerResponse): void => {
    const own = held.get(who) ?? 0;
    if (own >= MOST_HELD) {
      response.destroy();
      return;
    }
    held.set(who, own + 1);
    setTimeout(() => {
      const left = (held.get(who) ?? 1) - 1;
      if (left > 0) held.set(who, left);
      else held.delete(who);
      response
        .writeHead(503, {
          'content-type': 'text/plain; charset=utf-8',
          'cache-control': 'no-store',
          'retry-after': '5',
        })
        .end(BUSY);
    }, HELD_FOR).unref();
  };

  return (request, response) => {
    const sender = senderOf(request, deps);
    // Whoever has gone meanwhile is not answered.
    const begin = (): void => {
      if (!request.socket.destroyed) answer(request, response);
    };
    if (!turns.take(sender, begin)) turnAway(`${sender.share} ${sender.who}`, response);
  };
};
