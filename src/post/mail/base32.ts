import type { Bytes } from '../../base/bytes.ts';

/** RFC 4648 section 6 in lower case, without padding, for lengths that need none: multiples of five bytes. */

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

export const toBase32 = (bytes: Bytes): string => {
  let text = '';
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xfff;
    bits += 8;
    for (; bits >= 5; bits -= 5) text += ALPHABET[(held >>> (bits - 5)) & 31];
  }
  return text;
};

/** The bytes, or `null` for anything that {@link toBase32} does not write. */
export const fromBase32 = (text: string): Bytes | null => {
  if (text.length % 8 !== 0) return null;
  const bytes = new Uint8Array((text.length * 5) / 8);
  let at = 0;
  let held = 0;
  let bits = 0;
  for (const letter of text) {
    const value = ALPHABET.indexOf(letter);
    if (value < 0) return null;
    held = ((held << 5) | value) & 0xfff;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at++] = (held >>> bits) & 0xff;
  }
  return bytes;
};
