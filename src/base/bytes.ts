/** Bytes and the texts they are written as. Decoders answer `null` for anything that is not exactly one encoding. */

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

export type Bytes = Uint8Array<ArrayBuffer>;

export const utf8 = (text: string): Bytes => encoder.encode(text);

/** The text these bytes encode, or `null` where they are not well-formed UTF-8. */
export const fromUtf8 = (bytes: Uint8Array): string | null => {
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
};

export const concat = (...parts: readonly Uint8Array[]): Bytes => {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

/** Whether both hold the same bytes. Not for secrets: it stops at the first difference. */
export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
};

export const hex = (bytes: Uint8Array): string => bytes.toHex();

/** RFC 4648 section 4, with padding. */
export const base64 = (bytes: Uint8Array): string => bytes.toBase64();

/** RFC 4648 section 5, without padding. */
export const base64url = (bytes: Uint8Array): string => bytes.toBase64({ alphabet: 'base64url', omitPadding: true });

const strictly = (text: string, read: () => Bytes, write: (bytes: Bytes) => string): Bytes | null => {
  try {
    const bytes = read();
    return write(bytes) === text ? bytes : null;
  } catch {
    return null;
  }
};

export const fromHex = (text: string): Bytes | null => strictly(text, () => Uint8Array.fromHex(text), hex);

export const fromBase64 = (text: string): Bytes | null => strictly(text, () => Uint8Array.fromBase64(text), base64);

export const fromBase64url = (text: string): Bytes | null =>
  strictly(text, () => Uint8Array.fromBase64(text, { alphabet: 'base64url' }), base64url);

/** The last letters that are written for so many bytes left over from groups of three: others say the same bytes once more. */
const LAST = { 0: '', 1: '[A-Za-z0-9_-][AQgw]', 2: '[A-Za-z0-9_-]{2}[AEIMQUYcgkosw048]' } as const;

/** Whether a text is exactly `length` bytes as {@link base64url} writes them, without reading them. */
export const base64urlOfLength = (length: number): RegExp =>
  new RegExp(`^[A-Za-z0-9_-]{${Math.floor(length / 3) * 4}}${LAST[(length % 3) as keyof typeof LAST]}$`, 'u');
