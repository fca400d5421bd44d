import type { MiddlewareHandler } from 'hono';
import { NOT_KEPT } from '../../http/keeping.ts';

/**
 * What every answer carries, and what every request that changes something must show; docs/SECURITY.md says against what. Acts
 * need no token against forged requests, being signed; signing in and out are covered by the check of origin.
 */

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': POLICY,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy':
    'camera=(), microphone=(), geolocation=(), publickey-credentials-get=(self), publickey-credentials-create=(self)',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

/** Puts them on every answer, whatever answers. */
export const withHeaders = (origin: string): MiddlewareHandler => {
  const headers = Object.entries(
    origin.startsWith('https:') ? { ...HEADERS, 'strict-transport-security': 'max-age=31536000' } : HEADERS,
  );
  return async (c, next) => {
    await next();
    for (const [name, value] of headers) if (!c.res.headers.has(name)) c.res.headers.set(name, value);
    if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', NOT_KEPT);
  };
};

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', '[::1]']);

/**
 * Leads a browser in which somebody typed this machine's number to its name: sessions and passkeys belong to the name, and forms are taken from there alone. Programs that ask by the
 * number are answered.
 */
export const byName = (origin: string): MiddlewareHandler => {
  const { hostname, port } = new URL(origin);
  return async (c, next) => {
    const asked = new URL(c.req.url);
    const same = hostname === 'localhost' && LOOPBACK.has(asked.hostname) && asked.port === port;
    return same && c.req.method === 'GET' && c.req.header('sec-fetch-mode') === 'navigate'
      ? c.redirect(origin + asked.pathname + asked.search, 307)
      : next();
  };
};

/** Turns away what would change something and was sent by another site's page. */
export const fromHereOnly =
  (origin: string): MiddlewareHandler =>
  async (c, next) => {
    const unsafe = c.req.method !== 'GET' && c.req.method !== 'HEAD';
    return unsafe && !fromHere(c.req.header('origin'), c.req.header('sec-fetch-site'), origin)
      ? c.text('Cross-site request', 403)
      : next();
  };

/** Browsers tell where a request comes from; one that tells neither is no browser, and carries no one's cookies against their will. */
const fromHere = (from: string | undefined, site: string | undefined, origin: string): boolean =>
  from === undefined || from === 'null' ? site === undefined || site === 'same-origin' : from === origin;
