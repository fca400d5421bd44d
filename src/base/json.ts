import { type Result, err, ok } from './result.ts';
import { type Bytes, fromUtf8, utf8 } from './bytes.ts';
import { isNormal } from './normal-form.ts';

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export type JsonObject = { readonly [key: string]: Json };

/** Why bytes are not the canonical JSON that the record accepts. */
export type JsonFault =
  | { readonly kind: 'not-utf8' }
  | { readonly kind: 'not-json' }
  | { readonly kind: 'not-canonical' }
  | { readonly kind: 'not-integer'; readonly path: string }
  | { readonly kind: 'not-well-formed'; readonly path: string }
  | { readonly kind: 'too-deep' };

/** The deepest nesting of arrays and objects that is read. */
export const MAX_DEPTH = 32;

/**
 * The canonical form of RFC 8785: keys in UTF-16 order, no white space, numbers and strings as ECMAScript writes them.
 * @throws TypeError for a value that is no JSON: NaN, an infinity, `undefined`, a lone surrogate.
 */
export const canonical = (value: unknown): string => {
  switch (typeof value) {
    case 'string':
      if (!value.isWellFormed()) throw new TypeError('A string holds a lone surrogate');
      return JSON.stringify(value);
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError('A number is not finite');
      return JSON.stringify(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object': {
      if (value === null) return 'null';
      if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
      const keys = Object.keys(value).sort();
      const fields = value as Readonly<Record<string, unknown>>;
      let text = '{';
      for (const key of keys) text += (text.length > 1 ? ',' : '') + canonical(key) + ':' + canonical(fields[key]);
      return text + '}';
    }
    case 'undefined':
    case 'bigint':
    case 'symbol':
    case 'function':
    default:
      throw new TypeError(`A ${typeof value} is no JSON value`);
  }
};

export const canonicalBytes = (value: unknown): Bytes => utf8(canonical(value));

/**
 * Reads bytes that must already be canonical, hold only integers and only text in form NFC as `normal-form.ts` has it, and nest at most
 * {@link MAX_DEPTH} deep. A repeated key cannot be canonical, so it is refused as that.
 */
export const parseCanonical = (bytes: Uint8Array): Result<Json, JsonFault> => {
  const text = fromUtf8(bytes);
  if (text === null) return err({ kind: 'not-utf8' });
  const plain = parsePlain(text);
  if (plain !== undefined) return ok(plain);
  const parsed = parseJson(text);
  if (!parsed.ok) return parsed;
  return canonical(parsed.value) === text ? parsed : err({ kind: 'not-canonical' });
};

/**
 * The value of a text that can be seen to be canonical at little cost, or `undefined` where it takes a closer look. A record is read
 * entry by entry, so this is where its reading time goes.
 */
const parsePlain = (text: string): Json | undefined => {
  // An escaped surrogate may be a lone one, which JSON.stringify would write back as it was.
  if (text.includes('\\ud') || !sound(text) || deeperThan(text, MAX_DEPTH)) return undefined;
  try {
    const value = JSON.parse(text) as Json;
    return JSON.stringify(value) === text && isPlain(value) ? value : undefined;
  } catch {
    return undefined;
  }
};

/** Whether every key stands in its order and every number is an integer that a double holds exactly. */
const isPlain = (value: Json): boolean => {
  if (typeof value === 'number') return Number.isSafeInteger(value);
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every(isPlain);
  let last = '';
  for (const [key, item] of Object.entries(value as JsonObject)) {
    if (key < last || !isPlain(item)) return false;
    last = key;
  }
  return true;
};

/** Reads JSON in any form, under the same limits on numbers, text and depth as {@link parseCanonical}. */
export const parseJson = (text: string): Result<Json, JsonFault> => {
  if (deeperThan(text, MAX_DEPTH)) return err({ kind: 'too-deep' });
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch {
    return err({ kind: 'not-json' });
  }
  const fault = faultIn(value, '');
  return fault === null ? ok(value) : err(fault);
};

/** Whether arrays and objects nest deeper than `limit`; looked at before parsing, so that hostile input costs one pass. */
const deeperThan = (text: string, limit: number): boolean => {
  let depth = 0;
  let inString = false;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (inString) {
      if (c === 0x5c) i++;
      else if (c === 0x22) inString = false;
    } else if (c === 0x22) inString = true;
    else if (c === 0x7b || c === 0x5b) {
      if (++depth > limit) return true;
    } else if (c === 0x7d || c === 0x5d) depth--;
  }
  return false;
};

const faultIn = (value: Json, path: string): JsonFault | null => {
  if (typeof value === 'number')
    return Number.isSafeInteger(value) && !Object.is(value, -0) ? null : { kind: 'not-integer', path };
  if (typeof value === 'string') return sound(value) ? null : { kind: 'not-well-formed', path };
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, item] of Object.entries(value)) {
    const inner = `${path}/${key}`;
    if (!sound(key)) return { kind: 'not-well-formed', path };
    const fault = faultIn(item, inner);
    if (fault !== null) return fault;
  }
  return null;
};

const sound = (text: string): boolean => text.isWellFormed() && isNormal(text);
