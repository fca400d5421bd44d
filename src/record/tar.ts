/**
 * Tar archives (POSIX ustar) with nothing in them but files: the same files always give the same bytes. Times and owners are
 * zero, names are sorted, and the reader takes only what the writer writes, so that not one byte of an archive is free.
 */

import { type Bytes, concat, fromUtf8, sameBytes, utf8 } from '../base/bytes.ts';

const BLOCK = 512;

/** Plain relative paths: nothing that a shell, another system or an unpacking program could take for something else. */
const NAME = /^(?=.{1,100}$)[A-Za-z0-9_][A-Za-z0-9_.-]*(?:\/[A-Za-z0-9_][A-Za-z0-9_.-]*)*$/u;

export type Files = ReadonlyMap<string, Bytes>;

/** @throws RangeError for a name that is no plain path of at most 100 characters. */
export const writeTar = (files: Files): Bytes => {
  const names = [...files.keys()].toSorted();
  const blocks = names.flatMap((name) => {
    const content = files.get(name) ?? new Uint8Array(0);
    return [header(name, content.length), content, new Uint8Array(padding(content.length))];
  });
  return concat(...blocks, new Uint8Array(2 * BLOCK));
};

/**
 * The files in an archive that {@link writeTar} wrote, as views; `null` for any other bytes. Costs no more than the bytes do:
 * a header that promises too much ends the reading.
 */
export const readTar = (bytes: Bytes): Files | null => {
  const files = new Map<string, Bytes>();
  let last = '';
  let at = 0;
  while (at + BLOCK <= bytes.length && bytes[at] !== 0) {
    const head = bytes.subarray(at, at + BLOCK);
    const name = fromUtf8(head.subarray(0, 100))?.replace(/\0+$/u, '') ?? '';
    const size = parseInt(fromUtf8(head.subarray(124, 135)) ?? '', 8);
    const end = at + BLOCK + size;
    const sorted = name > last;
    if (!NAME.test(name) || !sorted || !(end <= bytes.length) || !sameBytes(head, header(name, size))) return null;
    files.set(name, bytes.subarray(at + BLOCK, end));
    last = name;
    at = end + padding(size);
    if (!isZero(bytes.subarray(end, at))) return null;
  }
  return bytes.length === at + 2 * BLOCK && isZero(bytes.subarray(at)) ? files : null;
};

const header = (name: string, size: number): Bytes => {
  if (!NAME.test(name)) throw new RangeError(`Not a plain path: ${name}`);
  const head = SAME.slice();
  const put = (at: number, text: string): void => {
    for (let i = 0; i < text.length; i += 1) head[at + i] = text.charCodeAt(i);
  };
  put(0, name);
  put(124, octal(size, 11));
  let sum = 0;
  for (const byte of head) sum += byte;
  put(148, `${octal(sum, 6)}\0 `);
  return head;
};

const octal = (value: number, digits: number): string => value.toString(8).padStart(digits, '0');

/** What every header has in common: mode, owner and time of nobody and never, and blanks where its sum will stand. */
const SAME = ((): Bytes => {
  const head = new Uint8Array(BLOCK);
  head.set(utf8(`${octal(0o644, 7)}\0${octal(0, 7)}\0${octal(0, 7)}\0`), 100);
  head.set(utf8(`${octal(0, 11)}\0${' '.repeat(8)}0`), 136);
  head.set(utf8('ustar\u000000'), 257);
  head.set(utf8(`${octal(0, 7)}\0${octal(0, 7)}\0`), 329);
  return head;
})();

const padding = (size: number): number => (BLOCK - (size % BLOCK)) % BLOCK;

const isZero = (bytes: Bytes): boolean => bytes.every((byte) => byte === 0);
