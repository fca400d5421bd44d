/**
 * An act as the record sees it: who makes it, when, for which conference, of what kind, and a body that is the charter's to
 * understand. The layout is fixed in docs/RECORD.md, "Act".
 */

import type { Act, Nonce } from '../base/act.ts';
import { base64url, base64urlOfLength } from '../base/bytes.ts';
import type { ActHash, ConferenceId, OrganisationId } from '../base/ids.ts';
import { type Json, type JsonObject, parseCanonical } from '../base/json.ts';
import type { Result } from '../base/result.ts';
import { sha256 } from '../base/sha256.ts';
import type { Instant } from '../base/time.ts';
import { type FormatFault, anyObject, integerOf, malformed, objectOf, reading, stringOf } from './format.ts';

/** An act whose body nothing is known of but that it is an object. */
export type UnreadAct = Act<string, JsonObject>;

/** The last millisecond of the year 9999, the last that every format here can write. */
export const LAST_INSTANT = 253_402_300_799_999;

/** Reads an act's bytes, which must be canonical JSON. */
export const readAct = (bytes: Uint8Array): Result<UnreadAct, FormatFault> =>
  reading(() => {
    const json = parseCanonical(bytes);
    return json.ok ? actIn(json.value, '') : malformed({ field: '', kind: 'json', fault: json.error });
  });

/** The act in an already parsed value that stands at `field`. Gives up by {@link malformed}. */
export const actIn = (value: Json | undefined, field: string): UnreadAct => {
  const act = objectOf(value, field, ['body', 'by', 'conference', 'kind', 'made', 'nonce', 'v']);
  const by = objectOf(act['by'], `${field}/by`, ['delegate', 'organisation']);
  const body = anyObject(act['body'], `${field}/body`);
  const delegate = integerOf(by['delegate'], `${field}/by/delegate`, 0, Number.MAX_SAFE_INTEGER);
  const organisation = stringOf(by['organisation'], `${field}/by/organisation`) as OrganisationId;
  if (act['conference'] !== '') sixteenBytes(act['conference'], `${field}/conference`);
  const kind = stringOf(act['kind'], `${field}/kind`);
  if (kind === '') malformed({ field: `${field}/kind`, kind: 'value', expected: 'a kind' });
  const made = integerOf(act['made'], `${field}/made`, 0, LAST_INSTANT) as Instant;
  sixteenBytes(act['nonce'], `${field}/nonce`);
  integerOf(act['v'], `${field}/v`, 1, 1);
  const [conference, nonce] = [act['conference'] as ConferenceId, act['nonce'] as Nonce];
  return { v: 1, kind, conference, by: { organisation, delegate }, made, nonce, body };
};

const SIXTEEN_BYTES = base64urlOfLength(16);

/** Gives up by {@link malformed} where it is not unpadded base64url of so many. */
const sixteenBytes = (value: Json | undefined, field: string): void => {
  if (!SIXTEEN_BYTES.test(stringOf(value, field)))
    malformed({ field, kind: 'value', expected: 'base64url of 16 bytes' });
};

/** A fresh nonce from the platform's generator. */
export const newNonce = (): Nonce => base64url(crypto.getRandomValues(new Uint8Array(16))) as Nonce;

/** An act as it is made, with a nonce of its own, by which nobody can guess its hash. */
export const freshAct = <const Head extends object, Body>(
  head: Head,
  body: Body,
): Head & { readonly v: 1; readonly nonce: Nonce; readonly body: Body } => ({
  ...head,
  v: 1,
  nonce: newNonce(),
  body,
});

/** The act's only identity: base64url of SHA-256 over its bytes. */
export const actHash = (actBytes: Uint8Array): ActHash => base64url(sha256(actBytes)) as ActHash;

/** Whether the host itself speaks: a tick or a delivery. */
export const isByHost = (act: UnreadAct): boolean => act.by.delegate === 0 && act.by.organisation === '';
