import type { Context } from 'hono';
import { type Bytes, concat, fromUtf8 } from '../base/bytes.ts';
import { type Json, parseJson } from '../base/json.ts';
import { halt, problem } from './problem.ts';

/** Reading what a request brings: no more than may be, and of a kind that is understood. */

/** The media type of the body, in lower case and without parameters; a problem where it is none of `types`. */
export const contentTypeOf = (c: Context, types: readonly string[]): string => {
  const type = (c.req.header('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (types.includes(type)) return type;
  const title = `The body must be ${types.join(' or ')}.`;
  return halt(problem(415, 'media-type', title, { field: 'content-type' }), { 'accept-post': types.join(', ') });
};

/** The whole body, of at most `most` bytes. */
export const bodyOf = async (c: Context, most: number): Promise<Bytes> => {
  const length = c.req.header('content-length');
  if (length === undefined) return chunksOf(c, most);
  // Node reads no further than this length says.
  return Number(length) > most ? tooLarge(most) : new Uint8Array(await c.req.arrayBuffer());
};

const chunksOf = async (c: Context, most: number): Promise<Bytes> => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const body = c.req.raw.body as AsyncIterable<Uint8Array> | null;
  for await (const chunk of body ?? []) {
    size += chunk.length;
    if (size > most) return tooLarge(most);
    chunks.push(chunk);
  }
  return concat(...chunks);
};

const tooLarge = (most: number): never =>
  halt(problem(413, 'too-large', `The body is larger than ${most} bytes.`, { field: '', most }));

/** A JSON body in any form, under the limits that acts have. */
export const jsonOf = async (c: Context, most: number): Promise<Json> => {
  contentTypeOf(c, ['application/json']);
  return jsonIn(await bodyOf(c, most), '');
};

/** The JSON in these bytes; `field` is where they came from. */
export const jsonIn = (bytes: Bytes, field: string): Json => {
  const text = fromUtf8(bytes);
  const json = text === null ? null : parseJson(text);
  if (json?.ok === true) return json.value;
  const why = json === null ? 'not-utf8' : json.error.kind;
  return halt(problem(400, 'malformed', `It is not JSON that an act may hold: ${why}.`, { field, why }));
};
