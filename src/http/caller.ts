import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import { callerAt } from '../conference/limits.ts';

/**
 * Whom a request comes from, for the limits: the peer, or whom the outermost of our own proxies names.
 * @param proxies how many proxies of our own stand before this node
 */
export const callerOf = (c: Context, proxies: number): string => {
  const forwarded = proxies > 0 ? c.req.header('x-forwarded-for')?.split(',').at(-proxies) : undefined;
  return callerAt(forwarded?.trim() ?? peerOf(c));
};

/** Where there is no connection, as in a test, everyone is one caller. */
const peerOf = (c: Context): string =>
  (c.env as { readonly incoming?: unknown } | undefined)?.incoming === undefined
    ? ''
    : (getConnInfo(c).remote.address ?? '');
