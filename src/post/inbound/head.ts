import { decodeWords as decodeEncodedWords } from 'postal-mime';
import { cleanLine } from './clean.ts';
import { decodeWords } from '../../base/charset.ts';
import { readsOneWay } from './one-reading.ts';

/** The head of a message or part (RFC 5322 section 2.2). */
export interface Head {
  readonly fields: readonly Field[];
  /** Where the body begins. */
  readonly body: number;
  /** Whether every reader must read it so. */
  readonly readsOneWay: boolean;
}

export interface Field {
  /** In lower case. */
  readonly name: string;
  /** On one line, without control characters. */
  readonly value: string;
}

const LF = 0x0a;
/** Characters of one field. */
const MOST_VALUE = 16_384;

/** The head that begins at `from`; `null` where it is larger than `most` bytes or has more fields than `mostFields`. */
export const readHead = (
  bytes: Buffer,
  from: number,
  to: number,
  { most, mostFields }: { readonly most: number; readonly mostFields: number },
): Head | null => {
  const lines: string[] = [];
  const raw: string[] = [];
  let at = from;
  while (at < to) {
    const found = bytes.indexOf(LF, at);
    const next = found < 0 || found >= to ? to : found + 1;
    if (next - from > most) return null;
    const line = bytes.subarray(at, next);
    at = next;
    raw.push(line.toString('latin1'));
    // An empty line ends the head.
    if (line[0] === LF || (line[0] === 0x0d && line[1] === LF)) return headOf(lines, raw, at);
    const folded = line[0] === 0x20 || line[0] === 0x09;
    if (folded && lines.length > 0) lines.push(`${lines.pop()}${text(line)}`);
    else if (lines.push(text(line)) > mostFields) return null;
  }
  return headOf(lines, raw, to);
};

const headOf = (lines: readonly string[], raw: readonly string[], body: number): Head => ({
  fields: fieldsOf(lines),
  body,
  readsOneWay: readsOneWay(raw),
});

/* oxlint-disable no-control-regex -- control characters are what it takes away */
const text = (line: Uint8Array): string =>
  decodeWords(line, null)
    .replace(/\r?\n$/u, '')
    .replaceAll(/[\u0000-\u001f\u007f]/gu, ' ');
/* oxlint-enable no-control-regex */

const fieldsOf = (lines: readonly string[]): readonly Field[] =>
  lines.flatMap((line) => {
    const [, name, value] = /^([!-9;-~]{1,100})[ ]*:(.*)$/su.exec(line) ?? [];
    return name === undefined || value === undefined
      ? []
      : [{ name: name.toLowerCase(), value: trimmed(value.slice(0, MOST_VALUE)) }];
  });

/** Without the white space of a head around it (RFC 5322 section 2.2.2); another kind is a part of what it says. */
const trimmed = (value: string): string => value.replace(/^ +/u, '').replace(/(?<! ) +$/u, '');

/** The first field of this name; empty where there is none. */
export const fieldIn = (head: Head, name: string): string =>
  head.fields.find((field) => field.name === name)?.value ?? '';

export const fieldsIn = (head: Head, name: string): readonly string[] =>
  head.fields.flatMap((field) => (field.name === name ? [field.value] : []));

/** A field of running text, its encoded words (RFC 2047) put into words, on one line. */
export const wordsInField = (value: string, most: number): string => cleanLine(decodeEncodedWords(value), most);
