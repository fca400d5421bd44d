import type { Bytes } from '../../base/bytes.ts';

/** Undoes a Content-Transfer-Encoding (RFC 2045 section 6). What is broken is read as far as it goes. */
export const transferDecoded = (body: Buffer, encoding: string): Bytes => {
  switch (encoding.trim().toLowerCase()) {
    case 'base64':
      return copy(Buffer.from(body.toString('latin1'), 'base64'));
    case 'quoted-printable':
      return quotedPrintable(body);
    default:
      return copy(body);
  }
};

const copy = (bytes: Uint8Array): Bytes => new Uint8Array(bytes);

const LF = 0x0a;
const CR = 0x0d;
const EQUALS = 0x3d;

const quotedPrintable = (body: Buffer): Bytes => {
  const out = new Uint8Array(body.length);
  let length = 0;
  for (let i = 0; i < body.length; i++) {
    const byte = body[i] ?? 0;
    if (byte === EQUALS) {
      const end = softBreak(body, i + 1);
      const value = end === null ? hexAt(body, i + 1) : null;
      if (end !== null) {
        i = end;
        continue;
      }
      if (value !== null) {
        out[length++] = value;
        i += 2;
        continue;
      }
    }
    out[length++] = byte;
  }
  return out.slice(0, length);
};

/** Where the line break ends that a sign of equality at the end of its line takes away; `null` where it is none. */
const softBreak = (body: Buffer, from: number): number | null => {
  let i = from;
  // Servers on the way may have put spaces there; a hundred are more than any does.
  while (i < from + 100 && (body[i] === 0x20 || body[i] === 0x09)) i++;
  if (body[i] === CR && body[i + 1] === LF) return i + 1;
  return body[i] === LF || i >= body.length ? i : null;
};

const hexAt = (body: Buffer, at: number): number | null => {
  const digits = body.toString('latin1', at, at + 2);
  return /^[0-9a-f]{2}$/iu.test(digits) ? Number.parseInt(digits, 16) : null;
};
