import { type Bytes, fromUtf8, utf8 } from '../base/bytes.ts';
import { type Result, err, ok } from '../base/result.ts';
import { type FieldsFault, type Gathering, type Pairs, gather } from './fields.ts';

/**
 * Forms with files, `multipart/form-data` (RFC 7578), read from bytes that are here already: in one pass, each part a view of them, and no more parts than
 * a form may have fields. The platform's parser takes as many as there are, and 20 µs for each.
 */

export interface FilePart {
  /** The name of its field, and of the file as whoever sent it calls it. */
  readonly field: string;
  readonly name: string;
  /** The media type that it is said to have; empty where none is. */
  readonly type: string;
  readonly bytes: Bytes;
}

export interface Parts {
  readonly pairs: Pairs;
  readonly files: readonly FilePart[];
}

export type PartsFault = FieldsFault | 'not-multipart' | 'not-utf8';

/** The most bytes of a part's head, and the most parts with a file. */
export const MOST_HEAD = 4096;
export const MOST_FILE_PARTS = 20;

const BOUNDARY = /;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/iu;
const LINE = utf8('\r\n');
const HEAD_END = utf8('\r\n\r\n');

/** @param type the whole field `Content-Type`, which names what stands between the parts */
export const multipart = (body: Bytes, type: string): Result<Parts, PartsFault> => {
  const [, quoted, plain] = BOUNDARY.exec(type) ?? [];
  const boundary = quoted ?? plain;
  if (boundary === undefined) return err('not-multipart');
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.length);
  const delimiter = utf8(`\r\n--${boundary}`);
  // The first stands at the very start, where no line ends before it.
  const first = delimiter.subarray(LINE.length);
  if (!bytes.subarray(0, first.length).equals(first)) return err('not-multipart');

  const gathering = gather();
  const files: FilePart[] = [];
  for (let at = first.length; !follows(bytes, at, '--');) {
    const head = follows(bytes, at, '\r\n') ? at + LINE.length : -1;
    const headEnd = head < 0 ? -1 : bytes.subarray(0, head + MOST_HEAD).indexOf(HEAD_END, head);
    const end = headEnd < 0 ? -1 : bytes.indexOf(delimiter, headEnd + LINE.length);
    if (end < 0) return err('not-multipart');
    const content = body.subarray(Math.min(headEnd + HEAD_END.length, end), end);
    const fault = addPart(gathering, files, fromUtf8(body.subarray(head, headEnd)), content);
    if (fault !== null) return err(fault);
    at = end + delimiter.length;
  }
  return ok({ pairs: gathering.pairs, files });
};

const follows = (bytes: Buffer, at: number, mark: string): boolean =>
  bytes.toString('latin1', at, at + mark.length) === mark;

const addPart = ({ add }: Gathering, files: FilePart[], head: string | null, bytes: Bytes): PartsFault | null => {
  if (head === null) return 'not-utf8';
  const lines = head.split('\r\n');
  const disposition = valueOf(lines, 'content-disposition');
  const field = parameter(disposition, 'name');
  if (field === null) return 'not-multipart';
  const name = parameter(disposition, 'filename');
  if (name === null) {
    const text = fromUtf8(bytes);
    return text === null ? 'not-utf8' : add(field, text);
  }
  if (files.length === MOST_FILE_PARTS) return 'too-many-fields';
  files.push({ field, name, type: valueOf(lines, 'content-type'), bytes });
  return null;
};

const valueOf = (lines: readonly string[], name: string): string =>
  lines
    .find((line) => line.slice(0, name.length + 1).toLowerCase() === `${name}:`)
    ?.slice(name.length + 1)
    .trim() ?? '';

/** A parameter in quotation marks, as browsers and curl write it. */
const parameter = (value: string, name: 'name' | 'filename'): string | null => {
  const [, quoted = null] = PARAMETER[name].exec(value) ?? [];
  return quoted?.replaceAll(/%0A|%0D|%22/giu, unescapedMark) ?? null;
};

const PARAMETER = { name: /; name="([^"]*)"/iu, filename: /; filename="([^"]*)"/iu } as const;

const unescapedMark = (escaped: string): string => decodeURIComponent(escaped);
