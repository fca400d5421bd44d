/**
 * An act as the record sees it: who makes it, when, for which conference, of what kind, and a body that is the charter's to
 * understand. The layout is fixed in docs/RECORD.md, "Act".
 */

import type { Brand } from '../base/brand.ts';
import { base64url } from '../base/bytes.ts';
import type { ActHash, ConferenceId } from '../base/ids.ts';
import { type Json, type JsonObject, parseCanonical } from '../base/json.ts';
import type { Result } from '../base/result.ts';
import { sha256 } from '../base/sha256.ts';
import type { Instant } from '../base/time.ts';
import {
  type FormatFault,
  anyObject,
  base64urlOf,
  integerOf,
  malformed,
  objectOf,
  reading,
  stringOf,
} from './format.ts';

/** 16 random bytes, base64url. */
export type Nonce = Brand<string, 'Nonce'>;

export interface Act {
  readonly body: JsonObject;
  /** The host, for a tick or a delivery: delegate 0 of the organisation `''`. */
  readonly by: { readonly delegate: number; readonly organisation: string };
  /** `''` in the founding act, which the id is made of. */
  readonly conference: ConferenceId | '';
  readonly kind: string;
  readonly made: Instant;
  readonly nonce: Nonce;
  readonly v: 1;
}

/** The last millisecond of the year 9999, the last that every format here can write. */
export const LAST_INSTANT = 253_402_300_799_999;

/** Reads an act's bytes, which must be canonical JSON. */
export const readAct = (bytes: Uint8Array): Result<Act, FormatFault> =>
  reading(() => {
    const json = parseCanonical(bytes);
    return json.ok ? actIn(json.value, '') : malformed({ field: '', kind: 'json', fault: json.error });
  });

/** The act in an already parsed value that stands at `field`. Gives up by {@link malformed}. */
export const actIn = (value: Json | undefined, field: string): Act => {
  const act = objectOf(value, field, ['body', 'by', 'conference', 'kind', 'made', 'nonce', 'v']);
  const by = objectOf(act['by'], `${field}/by`, ['delegate', 'organisation']);
  anyObject(act['body'], `${field}/body`);
  integerOf(by['delegate'], `${field}/by/delegate`, 0, Number.MAX_SAFE_INTEGER);
  stringOf(by['organisation'], `${field}/by/organisation`);
  if (act['conference'] !== '') base64urlOf(act['conference'], `${field}/conference`, 16);
  if (stringOf(act['kind'], `${field}/kind`) === '')
    malformed({ field: `${field}/kind`, kind: 'value', expected: 'a kind' });
  integerOf(act['made'], `${field}/made`, 0, LAST_INSTANT);
  base64urlOf(act['nonce'], `${field}/nonce`, 16);
  integerOf(act['v'], `${field}/v`, 1, 1);
  return act as unknown as Act;
};

/** A fresh nonce from the platform's generator. */
export const newNonce = (): Nonce => base64url(crypto.getRandomValues(new Uint8Array(16))) as Nonce;

/** The act's only identity: base64url of SHA-256 over its bytes. */
export const actHash = (actBytes: Uint8Array): ActHash => base64url(sha256(actBytes)) as ActHash;

/** The id of the conference that this act founds: the first 16 bytes of its hash. */
export const conferenceIdOf = (foundingActBytes: Uint8Array): ConferenceId =>
  base64url(sha256(foundingActBytes).subarray(0, 16)) as ConferenceId;

/** Whether the host itself speaks: a tick or a delivery. */
export const isByHost = (act: Act): boolean => act.by.delegate === 0 && act.by.organisation === '';
