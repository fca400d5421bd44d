/**
 * The data types of the SSH protocol (RFC 4251 section 5), in the few forms that keys and signatures use. Whatever is read
 * here has exactly one encoding, so that what was parsed can be written again byte for byte.
 */

import { type Bytes, concat, fromUtf8, utf8 } from '../base/bytes.ts';

export interface WireReader {
  byte(): number;
  uint32(): number;
  /** A length and so many bytes. They are a view into what is read, not a copy. */
  string(): Bytes;
  /** A string that holds well-formed UTF-8 without NUL, as C programs read it. */
  text(): string;
  /** A positive `mpint` of at most 256 bits, as 32 bytes, most significant first. */
  scalar(): Bytes;
  /** Whether everything asked for was there and nothing is left over. */
  complete(): boolean;
}

/**
 * Reads `bytes` from front to back. Asking for more than there is gives empty values, never an exception: read all fields,
 * then ask {@link WireReader.complete} once.
 */
export const createWireReader = (bytes: Bytes): WireReader => {
  let at = 0;
  let sound = true;

  const take = (length: number): Bytes => {
    if (length > bytes.length - at) {
      sound = false;
      return bytes.subarray(0, 0);
    }
    at += length;
    return bytes.subarray(at - length, at);
  };
  const uint32 = (): number => {
    const [a = 0, b = 0, c = 0, d = 0] = take(4);
    return ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;
  };
  const string = (): Bytes => take(uint32());

  return {
    byte: () => take(1)[0] ?? 0,
    uint32,
    string,
    text: () => {
      const text = toText(string());
      if (text === null) sound = false;
      return text ?? '';
    },
    scalar: () => {
      const value = toScalar(string());
      if (value === null) sound = false;
      return value ?? new Uint8Array(32);
    },
    complete: () => sound && at === bytes.length,
  };
};

export const wireByte = (value: number): Bytes => Uint8Array.of(value);

export const wireUint32 = (value: number): Bytes => Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value);

export const wireString = (value: Uint8Array | string): Bytes => {
  const bytes = typeof value === 'string' ? utf8(value) : value;
  return concat(wireUint32(bytes.length), bytes);
};

/** An unsigned number, most significant byte first, as an `mpint`: no needless zeros, and one where the top bit is set. */
export const wireScalar = (value: Uint8Array): Bytes => {
  let start = 0;
  while (start < value.length && value[start] === 0) start++;
  const digits = value.subarray(start);
  return wireString((digits[0] ?? 0) & 0x80 ? concat(wireByte(0), digits) : digits);
};

/** The names of algorithms, nearly all texts there are, are short and plain: no decoder need be started for them. */
const toText = (bytes: Bytes): string | null => {
  if (bytes.length <= 64 && bytes.every((byte) => byte > 0 && byte < 0x80)) return String.fromCharCode(...bytes);
  const text = fromUtf8(bytes);
  return text === null || text.includes('\0') ? null : text;
};

/**
 * The digits of an `mpint`, or of an INTEGER in DER, as 32 bytes, most significant first. `null` where the number is zero,
 * negative, longer than that, or written with a needless zero.
 */
export const toScalar = (digits: Bytes): Bytes | null => {
  const [first = 0, second = 0] = digits;
  if (digits.length === 0 || first & 0x80) return null;
  if (first === 0 && !(second & 0x80)) return null;
  const unsigned = first === 0 ? digits.subarray(1) : digits;
  if (unsigned.length > 32) return null;
  const scalar = new Uint8Array(32);
  scalar.set(unsigned, 32 - unsigned.length);
  return scalar;
};
