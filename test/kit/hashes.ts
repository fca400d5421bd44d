import { base64, base64url, fromBase64, hex, utf8 } from '../../src/base/bytes.ts';
import { type Json, canonicalBytes } from '../../src/base/json.ts';
import { type Version, versionBytes, versionOf } from '../../src/charter/law/charter.ts';
import { sha256 } from '../../src/base/sha256.ts';
import { type Answered, decoded } from './crawl.ts';

/** Unsalted hashes: from one, whoever can guess what somebody wrote finds out that they did. */

/** Every value in this JSON that says something: strings, lists and objects, each written canonically. */
const valuesIn = (json: Json, into: Set<string>): Set<string> => {
  if (typeof json === 'string') {
    if (json.length > 2) into.add(JSON.stringify(json));
  } else if (typeof json === 'object' && json !== null) {
    const written = JSON.stringify(json);
    if (written.length > 8) into.add(written);
    for (const inner of Object.values(json)) valuesIn(inner, into);
  }
  return into;
};

/** The same of all answers in JSON. */
export const valuesOf = (answers: readonly Answered[]): Set<string> => {
  const values = new Set<string>();
  for (const { type, body, status } of answers)
    if (type === 'application/json' && status === 200) valuesIn(JSON.parse(body) as Json, values);
  return values;
};

/** By what a hash begins with, in each of the ways in which it can be written, what it is of. */
export type Beginnings = Map<string, string>;

/** How much of a hash somebody needs to try a guess by: some 60 bits. */
const HEX = 16;
const BASE64 = 10;

/**
 * Adds the hashes that anybody could work out from a value who guesses it: of its words, of its canonical JSON, as a version of a text, and of a public key as its
 * fingerprint.
 */
export const addHashes = (into: Beginnings, written: string): void => {
  const json = JSON.parse(written) as Json;
  const hashes = [sha256(canonicalBytes(json))];
  if (typeof json === 'string') {
    hashes.push(sha256(utf8(json)));
    const blob = json.startsWith('ssh-') || json.startsWith('sk-') ? fromBase64(json.split(' ')[1] ?? '') : null;
    if (blob !== null) hashes.push(sha256(blob));
  } else if (typeof json === 'object' && json !== null && 'title' in json && 'clauses' in json) {
    const { title, clauses, charter } = json as unknown as Version;
    hashes.push(sha256(versionBytes(versionOf({ title, clauses, charter: charter ?? null }))));
  }
  for (const hash of hashes) {
    into.set(hex(hash).slice(0, HEX), written);
    into.set(plain(base64(hash)).slice(0, BASE64), written);
    into.set(plain(base64url(hash)).slice(0, BASE64), written);
  }
};

/** Base64 and base64url alike. */
const plain = (text: string): string => text.replaceAll('+', '-').replaceAll('/', '_');

/** What the hashes of `beginnings` that an answer holds are of, wherever they stand in it: in an address, or in figures that pages set in groups, too. */
export const hashesIn = (text: string, beginnings: Beginnings): readonly string[] => {
  const whole = decoded(text);
  const grouped = whole.replaceAll(/<[^>]*>/gu, '').replaceAll(/(?<=[0-9a-f]{4})\s+(?=[0-9a-f]{4})/gu, '');
  const found = new Set<string>();
  for (const [run] of `${whole}\n${grouped}`.matchAll(/[0-9A-Za-z+/_-]{10,}/gu)) {
    const starts = [0, ...[...run.matchAll(/[+/_-]/gu)].map(({ index }) => index + 1)];
    for (const start of starts) {
      const rest = run.slice(start, start + HEX);
      const of = beginnings.get(plain(rest).slice(0, BASE64)) ?? beginnings.get(rest.toLowerCase());
      if (of !== undefined) found.add(of);
    }
  }
  return [...found];
};
