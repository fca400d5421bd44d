import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import { forwardedFor } from '../conference/door/limits.ts';

/**
 * Whom a request comes from, for the limits: the peer, or whom the outermost of our own proxies names.
 * @param proxies how many proxies of our own stand before this node
 */
export const callerOf = (c: Context, proxies: number): string =>
  forwardedFor(c.req.header('x-forwarded-for'), peerOf(c), proxies);

/** Where there is no connection, as in a test, everyone is one caller. */
const peerOf = (c: Context): string =>
  (c.env as { readonly incoming?: unknown } | undefined)?.incoming === undefined
    ? ''
    : (getConnInfo(c).remote.address ?? '');
