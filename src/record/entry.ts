/**
 * Entries: what the record holds and what the leaves of its tree are made of. An entry is canonical JSON around the act, so
 * the act's own bytes stand in it letter for letter. The layout is fixed in docs/RECORD.md, "Entry".
 */

import { type Bytes, base64, concat, fromUtf8, utf8 } from '../base/bytes.ts';
import { type Json, parseCanonical } from '../base/json.ts';
import type { Result } from '../base/result.ts';
import type { Instant } from '../base/time.ts';
import { type UnreadAct, LAST_INSTANT, actIn } from './act.ts';
import { type FormatFault, base64Of, integerOf, listOf, malformed, objectOf, reading } from './format.ts';

export interface Entry {
  readonly act: UnreadAct;
  /** SSHSIGs in base64: whoever made the act, and then every key that it brings in. */
  readonly signatures: readonly string[];
  /** When the host received it. */
  readonly time: Instant;
  readonly v: 1;
}

/** The most bytes of an entry: what tlog-tiles can carry. */
export const MAX_ENTRY = 65_535;
/** Whoever acts, and the keys that the act brings in: a founding act brings the most. */
export const MAX_SIGNATURES = 60;

const HEAD = utf8('{"act":');
const SIGNATURES = utf8(',"signatures":[');
const COMMA = 0x2c;

/**
 * The entry's bytes.
 * @throws RangeError where they are more than {@link MAX_ENTRY}; whoever receives an act asks {@link entrySize} first.
 */
export const writeEntry = (actBytes: Uint8Array, signatures: readonly Uint8Array[], time: Instant): Bytes => {
  const bytes = concat(HEAD, actBytes, SIGNATURES, utf8(tail(signatures, time)));
  if (bytes.length > MAX_ENTRY) throw new RangeError(`An entry of ${bytes.length} bytes`);
  return bytes;
};

/** How many bytes an entry would have at the latest time that can be written. */
export const entrySize = (actBytes: Uint8Array, signatures: readonly Uint8Array[]): number =>
  HEAD.length + actBytes.length + SIGNATURES.length + tail(signatures, LAST_INSTANT as Instant).length;

const tail = (signatures: readonly Uint8Array[], time: Instant): string =>
  `${signatures.map((blob) => `"${base64(blob)}"`).join(',')}],"time":${time},"v":1}`;

/** Reads an entry's bytes, which must be exactly what {@link writeEntry} writes. */
export const readEntry = (bytes: Uint8Array): Result<Entry, FormatFault> =>
  reading(() => {
    if (bytes.length > MAX_ENTRY) malformed({ field: '', kind: 'too-large', limit: MAX_ENTRY });
    const json = parseCanonical(bytes);
    return json.ok ? entryIn(json.value) : malformed({ field: '', kind: 'json', fault: json.error });
  });

const entryIn = (value: Json): Entry => {
  const entry = objectOf(value, '', ['act', 'signatures', 'time', 'v']);
  const act = actIn(entry['act'], '/act');
  const signatures = listOf(entry['signatures'], '/signatures', MAX_SIGNATURES).map((text, i) => {
    base64Of(text, `/signatures/${i}`);
    return text as string;
  });
  const time = integerOf(entry['time'], '/time', 0, LAST_INSTANT) as Instant;
  integerOf(entry['v'], '/v', 1, 1);
  return { act, signatures, time, v: 1 };
};

/**
 * Parses bytes that {@link writeEntry} wrote and a trusted store kept: a quarter of {@link readEntry}'s work.
 * @throws where they are not JSON.
 */
export const readTrustedEntry = (bytes: Uint8Array): Entry => JSON.parse(fromUtf8(bytes) ?? '') as Entry;

/**
 * The act's bytes in a sound entry, as a view, not a copy.
 * @throws TypeError where the bytes are no entry.
 */
export const actBytesOf = (entryBytes: Bytes): Bytes => {
  // Neither base64 nor the digits of a time hold a comma, so the mark's last occurrence ends the act.
  for (let at = entryBytes.length; (at = entryBytes.lastIndexOf(COMMA, at - 1)) > HEAD.length;) {
    if (SIGNATURES.every((byte, i) => entryBytes[at + i] === byte)) return entryBytes.subarray(HEAD.length, at);
  }
  throw new TypeError('Not an entry');
};
