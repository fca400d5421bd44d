import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { type Bytes, fromUtf8 } from '../base/bytes.ts';
import type { Slug } from '../base/ids.ts';
import { type Json, parseJson } from '../base/json.ts';
import { unreachable } from '../base/result.ts';
import { bearerIn, sessionCookie } from '../conference/door/sign-in.ts';
import { type BodyFault, bodyWithin } from '../http/body.ts';
import { halt, problem } from './problem.ts';
import type { ApiDeps } from './route.ts';

/** Reading what a request brings: no more than may be, and of a kind that is understood. */

/** The media type of the body, in lower case and without parameters; a problem where it is none of `types`. */
export const contentTypeOf = (c: Context, types: readonly string[]): string => {
  const type = (c.req.header('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (types.includes(type)) return type;
  const title = `The body must be ${types.join(' or ')}.`;
  return halt(problem(415, 'media-type', title, { field: 'content-type' }), { 'accept-post': types.join(', ') });
};

/** The whole body, of at most `most` bytes. */
export const bodyOf = async (c: Context, deps: ApiDeps, most: number): Promise<Bytes> => {
  const { limits, config, clock } = deps;
  const room = { limits, proxies: config.proxies, clock };
  const body = await bodyWithin(c, room, { most, member: memberOf(c, deps) });
  return body.ok ? body.value : unread(body.error);
};

/**
 * The participant for which somebody is signed in, by token or cookie, so that what they send takes no stranger's room; it gives them no right. `null`: who sends it
 * is known by what it holds alone.
 */
export const memberOf = (c: Context, { signIn, config }: ApiDeps): string | null => {
  const slug = (c.req.param('slug') ?? '') as Slug;
  const bearer = bearerIn(c.req.header('authorization'));
  const member = signIn.member(bearer ?? getCookie(c, sessionCookie(config.origin, slug)) ?? null, slug);
  return member === null ? null : `/${slug}/${member}`;
};

const unread = (fault: BodyFault): never => {
  switch (fault.kind) {
    case 'too-large': {
      const { most } = fault;
      return halt(problem(413, 'too-large', `The body is larger than ${most} bytes.`, { field: '', most }));
    }
    case 'busy':
      return halt(problem(503, 'busy', 'As much is coming in as can be. Send it again in a moment.'), {
        'retry-after': '30',
      });
    case 'gone':
      return halt(problem(400, 'incomplete', 'The body broke off.'));
    default:
      return unreachable(fault);
  }
};

/** A JSON body in any form, under the limits that acts have. */
export const jsonOf = async (c: Context, deps: ApiDeps, most: number): Promise<Json> => {
  contentTypeOf(c, ['application/json']);
  return jsonIn(await bodyOf(c, deps, most), '');
};

/** The JSON in these bytes; `field` is where they came from. */
export const jsonIn = (bytes: Bytes, field: string): Json => {
  const text = fromUtf8(bytes);
  const json = text === null ? null : parseJson(text);
  if (json?.ok === true) return json.value;
  const why = json === null ? 'not-utf8' : json.error.kind;
  return halt(problem(400, 'malformed', `It is not JSON that an act may hold: ${why}.`, { field, why }));
};
