/**
 * The public record as one file (docs/RECORD.md, "Public record"): every leaf of the tree in its order, an entry that everyone may read as it is, any other by its hash alone.
 * So the root over all of them is what the host has signed, and nothing that is hidden has to be shown for it.
 */

import { type Bytes, base64, fromBase64, fromUtf8, utf8 } from '../base/bytes.ts';
import { type Json, canonicalBytes, parseCanonical } from '../base/json.ts';
import { type Hash, asHash } from '../base/sha256.ts';
import { integerOf, objectOf, reading, stringOf } from './format.ts';

const FORMAT = 'isonomia-public-record';

/** The first line, without its line feed. */
export const printHead = (checkpoint: string): Bytes => canonicalBytes({ checkpoint, format: FORMAT, v: 1 });

/** The checkpoint in the first line; `null` where that is none. */
export const readHead = (line: Uint8Array): Bytes | null => {
  const json = parseCanonical(line);
  const head = json.ok ? reading(() => headIn(json.value)) : null;
  return head?.ok === true && head.value.format === FORMAT ? utf8(head.value.checkpoint) : null;
};

const headIn = (value: Json) => {
  const head = objectOf(value, '', ['checkpoint', 'format', 'v']);
  integerOf(head['v'], '/v', 1, 1);
  return { checkpoint: stringOf(head['checkpoint'], '/checkpoint'), format: stringOf(head['format'], '/format') };
};

/** The line of an entry that not everyone may read: JSON, too. */
export const printHidden = (leaf: Hash): Bytes => utf8(`"${base64(leaf)}"`);

/** Whether a line stands for an entry that is not in the file. */
export const isHidden = (line: Uint8Array): boolean => line[0] === QUOTE;

const QUOTE = 0x22;

/** The hash in a line that {@link printHidden} wrote; `null` for any other. */
export const readHidden = (line: Uint8Array): Hash | null => {
  const [, encoded = ''] = /^"([A-Za-z0-9+/]{43}=)"$/u.exec(fromUtf8(line) ?? '') ?? [];
  return asHash(fromBase64(encoded));
};
