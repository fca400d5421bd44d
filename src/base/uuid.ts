import { utf8 } from './bytes.ts';
import { sha256 } from './sha256.ts';

/** What a name is known by for ever, wherever it is kept: a UUID of version 8 (RFC 9562) over the name's SHA-256. The same name gives the same one. */
export const uuidOf = (name: string): string => {
  const bytes = sha256(utf8(name)).slice(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toHex().replace(/^(.{8})(.{4})(.{4})(.{4})/u, '$1-$2-$3-$4-');
};
