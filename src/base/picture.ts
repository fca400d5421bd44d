import { type Bytes, concat, sameBytes } from './bytes.ts';

/**
 * Pictures that others will be shown: what kind a file is by its own bytes, how large it is, and the same file without all that is no picture. Only pieces that are known to be of the picture are
 * kept, so what a camera writes besides (when, where, with what: EXIF, XMP, IPTC, comments), what moves, and what hangs on behind the end is left out. Nothing is decoded.
 *
 * PNG: ISO/IEC 15948 chapter 5. JPEG: ISO/IEC 10918-1 annex B. WebP: RFC 9649.
 */

export const PICTURE_TYPES = ['image/png', 'image/jpeg', 'image/webp'] as const;
export type PictureType = (typeof PICTURE_TYPES)[number];

export interface Picture {
  readonly type: PictureType;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  /** The picture and nothing else; the same bytes where there was nothing else. */
  readonly bare: Bytes;
}

/** The most bytes of a picture, and the most pixels of a side. */
export const MOST_PICTURE = { bytes: 150_000, side: 1024 } as const;

/** Why a file cannot stand as a picture. `not-a-picture`: of none of these kinds; `not-bare`: it holds something else as well. */
export type PictureFault = 'not-a-picture' | 'picture-too-large' | 'not-bare';

export const pictureFault = (file: Bytes): PictureFault | null => {
  if (file.length > MOST_PICTURE.bytes) return 'picture-too-large';
  const read = readPicture(file);
  if (read === null) return 'not-a-picture';
  if (Math.max(read.width, read.height) > MOST_PICTURE.side) return 'picture-too-large';
  return read.bare.length === file.length && sameBytes(read.bare, file) ? null : 'not-bare';
};

/** `null`: it is no picture of these kinds, or is cut off or broken in its frame. */
export const readPicture = (file: Bytes): Picture | null => readPng(file) ?? readJpeg(file) ?? readWebp(file);

const startsWith = (file: Bytes, start: readonly number[], at = 0): boolean =>
  start.every((byte, i) => file[at + i] === byte);

const latin = (file: Bytes, from: number, length: number): string =>
  String.fromCharCode(...file.subarray(from, from + length));

/** An unsigned whole number; `NaN` where the file ends before. */
const whole = (file: Bytes, from: number, bytes: number, order: 'big' | 'little'): number => {
  const parts = [...file.subarray(from, from + bytes)];
  if (parts.length < bytes) return Number.NaN;
  return (order === 'big' ? parts : parts.toReversed()).reduce((sum, byte) => sum * 256 + byte, 0);
};

const pictureOf = (
  type: PictureType,
  [width, height]: readonly [number, number],
  pieces: readonly Bytes[],
): Picture | null => (width > 0 && height > 0 ? { type, width, height, bare: concat(...pieces) } : null);

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const PNG_KEPT = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'sBIT']);

const readPng = (file: Bytes): Picture | null => {
  if (!startsWith(file, PNG) || latin(file, 12, 4) !== 'IHDR') return null;
  const pieces = [file.subarray(0, PNG.length)];
  for (let at = PNG.length; ;) {
    const end = at + 12 + whole(file, at, 4, 'big');
    const name = latin(file, at + 4, 4);
    // What is written in capitals must be understood by whoever shows the picture.
    if (!(end <= file.length) || (!PNG_KEPT.has(name) && /^[A-Z]/u.test(name))) return null;
    if (PNG_KEPT.has(name)) pieces.push(file.subarray(at, end));
    if (name === 'IEND') break;
    at = end;
  }
  return pictureOf('image/png', [whole(file, 16, 4, 'big'), whole(file, 20, 4, 'big')], pieces);
};

/** Markers of a JPEG: tables, frames and the rest of what is drawn; `APP0` says that it is a JFIF, `APP14` how its colours are meant. */
const JPEG_KEPT = new Set([0xdb, 0xc4, 0xdd, 0xda, 0xe0, 0xee, 0xc0, 0xc1, 0xc2]);
const FRAMES = new Set([0xc0, 0xc1, 0xc2]);
const [START, END, SCAN] = [0xd8, 0xd9, 0xda];

const readJpeg = (file: Bytes): Picture | null => {
  if (!startsWith(file, [0xff, START, 0xff])) return null;
  const pieces = [file.subarray(0, 2)];
  let size: readonly [number, number] = [0, 0];
  for (let at = 2; ;) {
    const marker = file[at + 1];
    if (file[at] !== 0xff || marker === undefined) return null;
    if (marker === END) {
      pieces.push(file.subarray(at, at + 2));
      break;
    }
    const length = whole(file, at + 2, 2, 'big');
    const end = marker === SCAN ? endOfScan(file, at + 2 + length) : at + 2 + length;
    if (!(length >= 2) || !(end <= file.length)) return null;
    if (FRAMES.has(marker) && size[0] > 0) return null;
    if (FRAMES.has(marker)) size = [whole(file, at + 7, 2, 'big'), whole(file, at + 5, 2, 'big')];
    if (JPEG_KEPT.has(marker)) pieces.push(file.subarray(at, end));
    else if (!isAside(marker)) return null;
    at = end;
  }
  return pictureOf('image/jpeg', size, pieces);
};

/** What applications add, and comments. */
const isAside = (marker: number): boolean => (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe;

/** Where the next marker stands behind the drawn lines; in them 0xFF is followed by zero, or by the number of a restart. */
const endOfScan = (file: Bytes, from: number): number => {
  for (let at = from; ; at += 1) {
    at = file.indexOf(0xff, at);
    const next = file[at + 1];
    if (at < 0 || next === undefined) return Number.NaN;
    if (next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
};

const WEBP_KEPT = new Set(['VP8 ', 'VP8L', 'ALPH']);

const readWebp = (file: Bytes): Picture | null => {
  if (latin(file, 0, 4) !== 'RIFF' || latin(file, 8, 4) !== 'WEBP') return null;
  const last = 8 + whole(file, 4, 4, 'little');
  if (!(last <= file.length)) return null;
  const kept: { readonly name: string; readonly bytes: Bytes }[] = [];
  let extended: Bytes | null = null;
  for (let at = 12; at < last;) {
    const name = latin(file, at, 4);
    const length = whole(file, at + 4, 4, 'little');
    const end = at + 8 + length + (length % 2);
    if (!(end <= last)) return null;
    // What moves has its pictures within others.
    if (name === 'ANIM' || name === 'ANMF') return null;
    if (name === 'VP8X') extended = file.slice(at, end);
    if (WEBP_KEPT.has(name)) kept.push({ name, bytes: file.subarray(at, end) });
    at = end;
  }
  const drawn = kept.filter(({ name }) => name !== 'ALPH');
  const [only] = drawn;
  const size = only === undefined || drawn.length > 1 ? null : webpSize(only);
  if (size === null) return null;
  const pieces = [...(extended === null ? [] : [plain(extended)]), ...kept.map(({ bytes }) => bytes)];
  const body = concat(...pieces);
  const head = new Uint8Array([...file.subarray(0, 4), 0, 0, 0, 0, ...file.subarray(8, 12)]);
  new DataView(head.buffer).setUint32(4, body.length + 4, true);
  return pictureOf('image/webp', size, [head, body]);
};

/** The same head, which says of nothing but transparency that it follows. */
const plain = (extended: Bytes): Bytes => {
  const head = extended.slice();
  head[8] = (head[8] ?? 0) & 0x10;
  return head;
};

const webpSize = ({
  name,
  bytes,
}: {
  readonly name: string;
  readonly bytes: Bytes;
}): readonly [number, number] | null => {
  if (name === 'VP8 ') {
    if (!startsWith(bytes, [0x9d, 0x01, 0x2a], 11)) return null;
    return [whole(bytes, 14, 2, 'little') & 0x3fff, whole(bytes, 16, 2, 'little') & 0x3fff];
  }
  if (bytes[8] !== 0x2f) return null;
  const bits = whole(bytes, 9, 4, 'little');
  return [(bits % 0x4000) + 1, (Math.floor(bits / 0x4000) % 0x4000) + 1];
};
