import { randomBytes, randomInt } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { MiddlewareHandler } from 'hono';

/** Pages go out as small as their readers can take them. */

const ENCODINGS = ['br', 'gzip', 'identity'] as const;
export type Encoding = (typeof ENCODINGS)[number];

export const squeeze: Readonly<Record<Encoding, (body: Uint8Array) => Promise<Uint8Array<ArrayBuffer>>>> = {
  br: async (body) =>
    new Uint8Array(await promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })),
  gzip: async (body) => new Uint8Array(await promisify(gzip)(body)),
  identity: (body) => Promise.resolve(new Uint8Array(body)),
};

/** The best encoding that the reader says it takes (RFC 9110, 12.5.3). */
export const encodingFor = (accept: string | undefined): Encoding => {
  const taken = new Set(
    (accept ?? '')
      .split(',')
      .map((part) => part.replaceAll(' ', '').toLowerCase())
      .filter((part) => !/;q=0(\.0+)?$/u.test(part))
      .map((part) => part.split(';', 1)[0]),
  );
  return ENCODINGS.find((encoding) => taken.has(encoding)) ?? 'identity';
};

/** Below so many bytes nothing is won. */
const WORTH = 1000;

/** The most bytes by which a page is longer than it need be. */
const PADDING = 64;

/**
 * Compresses pages that are asked for and not compressed yet. What is for one reader alone is made longer by chance: else who watches the line, and has that
 * reader open addresses of theirs, could tell from lengths what else stands on the page (the BREACH attack). Answers to forms are left as they are: they repeat what was sent.
 */
export const compressed: MiddlewareHandler = async (c, next) => {
  await next();
  const { headers, body } = c.res;
  const encoding = encodingFor(c.req.header('accept-encoding'));
  if (c.req.method !== 'GET' || body === null || encoding === 'identity') return;
  if (headers.has('content-encoding') || headers.get('content-type')?.startsWith('text/html') !== true) return;
  const page = new Uint8Array(await c.res.arrayBuffer());
  if (page.length < WORTH) {
    c.res = new Response(page, c.res);
    return;
  }
  const chance = randomBytes(PADDING).toString('base64url').slice(0, randomInt(PADDING));
  c.res = new Response(await squeeze[encoding](Buffer.concat([page, Buffer.from(`<!--${chance}-->`)])), c.res);
  c.res.headers.set('content-encoding', encoding);
  c.res.headers.append('vary', 'accept-encoding');
  c.res.headers.delete('content-length');
};
