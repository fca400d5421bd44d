import { hash } from 'node:crypto';
import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { type Slug, slugSchema } from '../base/ids.ts';
import { type Reader, createReader } from '../conference/reading/reader.ts';
import { NOBODY, type Visitor, bearerIn, sessionCookie } from '../conference/door/sign-in.ts';
import type { Conference } from '../conference/types.ts';
import { FOR_EVERYONE, NOT_KEPT } from '../http/keeping.ts';
import { halt, notFound, problem } from './problem.ts';
import type { ApiDeps } from './route.ts';

/** What every handler asks of a request: which conference, who is asking, from where; and the answer as JSON. */

export const conferenceOf = (c: Context, { host }: ApiDeps): Conference => {
  const slug = c.req.param('slug');
  if (host.halted().some((one) => one.slug === slug)) return halt(HALTED, { 'retry-after': '3600' });
  return (slug === undefined ? null : host.conference(slug as Slug)) ?? halt(notFound('conference'));
};

const HALTED = problem(
  503,
  'halted',
  'This host cannot read the record of this conference. Nothing of it is shown or taken until whoever runs the host has put it right.',
);

/** A conference's name in addresses, as given; a problem where it cannot be one. */
export const slugIn = (text: unknown, field: string): Slug => {
  const slug = slugSchema.safeParse(text);
  return slug.success
    ? slug.data
    : halt(problem(400, 'malformed', `The field ${field} must be lower-case letters, digits and hyphens.`, { field }));
};

/** A whole number of a path, from 0 on; what is none names nothing. */
export const numberIn = (c: Context, name: string): number => {
  const text = c.req.param(name) ?? '';
  return /^(0|[1-9][0-9]{0,14})$/u.test(text) ? Number(text) : halt(notFound());
};

/** A whole number of the query, or what holds where it is not given. */
export const numberAsked = (c: Context, name: string, otherwise: number): number => {
  const text = c.req.query(name);
  if (text === undefined) return otherwise;
  return /^(0|[1-9][0-9]{0,14})$/u.test(text)
    ? Number(text)
    : halt(problem(400, 'malformed', `The parameter ${name} must be a whole number.`, { field: name }));
};

/** The token in `Authorization: Bearer`, or where that is missing and the request changes nothing, in the browser's cookie. */
export const tokenOf = (c: Context, slug: Slug, { config }: ApiDeps): string | null => {
  const header = c.req.header('authorization');
  if (header !== undefined) return bearerIn(header) ?? '';
  return c.req.method === 'GET' || c.req.method === 'HEAD'
    ? (getCookie(c, sessionCookie(config.origin, slug)) ?? null)
    : null;
};

/** Who is asking. A token that is not good, or not any more, is said to be so: nobody takes the public's view for their own. */
export const visitorOf = (c: Context, { slug }: Conference, deps: ApiDeps): Visitor => {
  const token = tokenOf(c, slug, deps);
  if (token === null) return NOBODY;
  const visitor = deps.signIn.visitor(token, slug);
  const stale = visitor.me === null && c.req.header('authorization') !== undefined;
  return stale ? halt(signInNeeded('The session has ended. Sign in again.')) : visitor;
};

export const signInNeeded = (title: string) => problem(401, 'sign-in-needed', title);

export const readerOf = (c: Context, conference: Conference, deps: ApiDeps): Reader =>
  createReader(conference.state(), visitorOf(c, conference, deps).viewer);

/**
 * JSON with a strong ETag (RFC 9110 section 8.8.3) over its bytes, or 304 where the caller has these. What depends on who asks is
 * kept by no cache; a program that has it may ask whether it is still so.
 */
export const answerJson = (c: Context, value: unknown, visible: 'to-all' | 'to-some' = 'to-some'): Response =>
  answerText(c, JSON.stringify(value), 'application/json', visible);

export const answerText = (
  c: Context,
  body: string | Uint8Array<ArrayBuffer>,
  type: string,
  visible: 'to-all' | 'to-some',
  more: Readonly<Record<string, string>> = {},
): Response => {
  const etag = `"${hash('sha256', body, 'base64url').slice(0, 27)}"`;
  const headers = {
    etag,
    'x-content-type-options': 'nosniff',
    'cache-control': visible === 'to-all' ? FOR_EVERYONE : NOT_KEPT,
    ...(visible === 'to-some' && { vary: 'Authorization, Cookie' }),
    ...more,
  };
  if (matches(c.req.header('if-none-match'), etag)) return new Response(null, { status: 304, headers });
  return new Response(body, { headers: { ...headers, 'content-type': type } });
};

/** Whether a caller has what bears this mark already. */
export const matches = (header: string | undefined, etag: string): boolean =>
  header !== undefined &&
  (header.trim() === '*' || header.split(',').some((given) => unweak(given.trim()) === unweak(etag)));

/** They are compared weakly (RFC 9110 section 13.1.2). */
const unweak = (mark: string): string => mark.replace(/^W\//u, '');
