/**
 * A copy of a conference's public site (docs/RECORD.md, "Copy of the site"): files that need no server, and over them one list of their hashes,
 * signed by the host. The list is what `sha256sum` reads, its signature what `ssh-keygen -Y check-novalidate` does.
 */

import { type Bytes, fromHex, fromUtf8, hex, utf8 } from '../base/bytes.ts';
import type { ConferenceId } from '../base/ids.ts';
import { type Json, canonicalBytes, parseCanonical } from '../base/json.ts';
import { type Hash, asHash } from '../base/sha256.ts';
import type { Instant } from '../base/time.ts';
import { LAST_INSTANT } from './act.ts';
import { base64urlOf, integerOf, objectOf, reading, stringOf } from './format.ts';

/** Of the host’s signature over the list of a copy's files. */
export const COPY_NAMESPACE = 'isonomia-copy-v1';

/** The files of a copy that are no pages and no documents. */
export const COPY_FILES = {
  /** The SHA-256 of every other file, but the signature. */
  sums: 'SHA256SUMS',
  /** The host’s SSHSIG over it, armoured. */
  signature: 'SHA256SUMS.sig',
  /** {@link CopyNote} */
  note: 'copy.json',
  /** The host’s signed word on the record that the copy was made of. */
  checkpoint: 'checkpoint',
  /** Proof bundles lie below. */
  proofs: 'proofs/',
} as const;

/** What a copy is of. */
export interface CopyNote {
  readonly conference: ConferenceId;
  /** How many entries the record had. */
  readonly size: number;
  /** When the last of them was received. */
  readonly time: Instant;
}

export const printNote = ({ conference, size, time }: CopyNote): Bytes =>
  canonicalBytes({ conference, size, time, v: 1 });

export const readNote = (bytes: Uint8Array): CopyNote | null => {
  const json = parseCanonical(bytes);
  const note = json.ok ? reading(() => noteIn(json.value)) : null;
  return note?.ok === true ? note.value : null;
};

const noteIn = (value: Json): CopyNote => {
  const note = objectOf(value, '', ['conference', 'size', 'time', 'v']);
  integerOf(note['v'], '/v', 1, 1);
  base64urlOf(note['conference'], '/conference', 16);
  return {
    conference: stringOf(note['conference'], '/conference') as ConferenceId,
    size: integerOf(note['size'], '/size', 1, Number.MAX_SAFE_INTEGER),
    time: integerOf(note['time'], '/time', 0, LAST_INSTANT) as Instant,
  };
};

/** Plain relative paths: nothing that a shell, a server or another system could take for something else. */
export const isCopyName = (name: string): boolean => NAME.test(name);

/** How many parts a name has at most, the file's own among them. */
export const COPY_DEPTH = 8;

const PART = '[A-Za-z0-9_][A-Za-z0-9_.@-]*';
const NAME = new RegExp(`^(?=.{1,240}$)${PART}(?:/${PART}){0,${COPY_DEPTH - 1}}$`, 'u');

/** As `sha256sum` writes them, sorted by name. @throws RangeError for a name that is no {@link isCopyName} */
export const printSums = (sums: ReadonlyMap<string, Hash>): Bytes =>
  utf8(
    [...sums.keys()]
      .toSorted()
      .map((name) => {
        const hash = sums.get(name);
        if (hash === undefined || !isCopyName(name)) throw new RangeError(`${name} is no file of a copy`);
        return `${hex(hash)}  ${name}\n`;
      })
      .join(''),
  );

/** Reads what {@link printSums} writes and nothing else. */
export const readSums = (bytes: Uint8Array): ReadonlyMap<string, Hash> | null => {
  const lines = fromUtf8(bytes)?.split('\n') ?? [];
  const sums = new Map<string, Hash>();
  let last = '';
  for (const line of lines.slice(0, -1)) {
    const [, digits = '', name = ''] = LINE.exec(line) ?? [];
    const hash = asHash(fromHex(digits));
    if (hash === null || !isCopyName(name) || name <= last) return null;
    sums.set(name, hash);
    last = name;
  }
  return sums.size > 0 && lines.at(-1) === '' ? sums : null;
};

const LINE = /^([0-9a-f]{64}) {2}(.+)$/u;
