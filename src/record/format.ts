/** Reading JSON of a fixed shape, field by field. Everything that the record parses says in which field it went wrong. */

import { type Bytes, fromBase64, fromBase64url } from '../base/bytes.ts';
import type { Json, JsonFault, JsonObject } from '../base/json.ts';
import { type Result, err, ok } from '../base/result.ts';
import type { SshSigFault } from './sshsig.ts';

/** What is wrong, and where: `field` is a JSON pointer (RFC 6901), `''` the whole. */
export type FormatFault = { readonly field: string } & (
  | { readonly kind: 'json'; readonly fault: JsonFault }
  | { readonly kind: 'missing' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'type'; readonly expected: 'object' | 'array' | 'string' | 'integer' }
  | { readonly kind: 'value'; readonly expected: string }
  /** More bytes, or more items of a list, than `limit`. */
  | { readonly kind: 'too-large'; readonly limit: number }
  | { readonly kind: 'too-many'; readonly limit: number }
  | { readonly kind: 'signature'; readonly fault: SshSigFault }
);

/** Thrown and caught inside this room only, so that a parser reads as the list of its fields. */
class Malformed extends Error {
  readonly fault: FormatFault;
  constructor(fault: FormatFault) {
    super(`${fault.kind} at ${fault.field}`);
    this.fault = fault;
  }
}

export const malformed = (fault: FormatFault): never => {
  throw new Malformed(fault);
};

/** The outcome of a parser that says {@link malformed} where it gives up. */
export const reading = <T>(parse: () => T): Result<T, FormatFault> => {
  try {
    return ok(parse());
  } catch (error) {
    if (error instanceof Malformed) return err(error.fault);
    throw error;
  }
};

/** An object with exactly these fields, apart from the optional ones. */
export const objectOf = (
  value: Json | undefined,
  field: string,
  required: readonly string[],
  optional: readonly string[] = [],
): JsonObject => {
  const object = anyObject(value, field);
  for (const name of required)
    if (!Object.hasOwn(object, name)) malformed({ field: `${field}/${name}`, kind: 'missing' });
  for (const name of Object.keys(object)) {
    if (!required.includes(name) && !optional.includes(name))
      malformed({ field: pointer(field, name), kind: 'unknown' });
  }
  return object;
};

export const anyObject = (value: Json | undefined, field: string): JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as JsonObject)
    : malformed({ field, kind: 'type', expected: 'object' });

export const listOf = (value: Json | undefined, field: string, limit: number): readonly Json[] => {
  if (!Array.isArray(value)) return malformed({ field, kind: 'type', expected: 'array' });
  return value.length > limit ? malformed({ field, kind: 'too-many', limit }) : (value as readonly Json[]);
};

export const stringOf = (value: Json | undefined, field: string): string =>
  typeof value === 'string' ? value : malformed({ field, kind: 'type', expected: 'string' });

/** An integer from `least` to `most`, both included. */
export const integerOf = (value: Json | undefined, field: string, least: number, most: number): number => {
  if (typeof value !== 'number' || !Number.isSafeInteger(value))
    return malformed({ field, kind: 'type', expected: 'integer' });
  return value >= least && value <= most ? value : malformed({ field, kind: 'value', expected: `${least} to ${most}` });
};

/** Bytes in padded base64. */
export const base64Of = (value: Json | undefined, field: string): Bytes =>
  fromBase64(stringOf(value, field)) ?? malformed({ field, kind: 'value', expected: 'base64' });

/** Exactly `length` bytes in unpadded base64url. */
export const base64urlOf = (value: Json | undefined, field: string, length: number): Bytes => {
  const bytes = fromBase64url(stringOf(value, field));
  return bytes?.length === length
    ? bytes
    : malformed({ field, kind: 'value', expected: `base64url of ${length} bytes` });
};

const pointer = (field: string, name: string): string =>
  `${field}/${name.slice(0, 64).replaceAll('~', '~0').replaceAll('/', '~1')}`;
