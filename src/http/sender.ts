import type { IncomingMessage } from 'node:http';
import { parse } from 'hono/utils/cookie';
import type { Slug } from '../base/ids.ts';
import { type Share, forwardedFor } from '../conference/door/limits.ts';
import { type SignIn, bearerIn, slugOfCookie } from '../conference/door/sign-in.ts';

/** Who sends a request, as far as it is about shares of the node's time. */
export interface Sender {
  readonly share: Share;
  /** A member organisation, or a stranger's address. */
  readonly who: string;
}

/** How many sessions one request may show; each costs a look at the store. */
export const MOST_SESSIONS = 3;

const SLUG = /^\/(?:api\/conferences\/)?([a-z0-9-]+)/u;

export interface SenderDeps {
  readonly signIn: Pick<SignIn, 'member'>;
  /** How many proxies of our own stand before this node. */
  readonly proxies: number;
}

/** A member by any session that the request shows, whatever it asks for: the style sheet of its page is a member's, too. It gives no right. */
export const senderOf = ({ url = '/', headers, socket }: IncomingMessage, { signIn, proxies }: SenderDeps): Sender => {
  const slug = SLUG.exec(url)?.[1] as Slug | undefined;
  const bearer = bearerIn(headers.authorization);
  const shown: (readonly [Slug, string])[] = slug === undefined || bearer === null ? [] : [[slug, bearer]];
  if (headers.cookie !== undefined)
    for (const [name, token] of Object.entries(parse(headers.cookie))) {
      const of = slugOfCookie(name);
      if (of !== null) shown.push([of, token]);
    }
  shown.sort(([a], [b]) => Number(b === slug) - Number(a === slug));
  for (const [of, token] of shown.slice(0, MOST_SESSIONS)) {
    const member = signIn.member(token, of);
    if (member !== null) return { share: 'members', who: `/${of}/${member}` };
  }
  const forwarded = headers['x-forwarded-for'];
  const peer = socket.remoteAddress ?? '';
  return { share: 'strangers', who: forwardedFor(forwarded?.toString(), peer, proxies) };
};
