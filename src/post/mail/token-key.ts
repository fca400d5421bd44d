import { randomBytes } from 'node:crypto';
import { type Bytes, fromHex, hex } from '../../base/bytes.ts';
import { type KeptForm, keptIn } from '../../conference/unusable.ts';

/** Bytes of the key under which the post's addresses are made. */
const LENGTH = 32;

/**
 * The key in this file, in hexadecimal; where there is no such file, a new key, kept there for the owner's eyes alone. Without it the addresses
 * that were given out lead nowhere.
 * @throws Unusable where the file holds anything else, or cannot be read or written
 */
export const loadOrCreateTokenKey = (file: string): Promise<Bytes> => keptIn(file, TOKEN_KEY);

const TOKEN_KEY: KeptForm<Bytes> = {
  read: (bytes) => {
    const key = fromHex(new TextDecoder('latin1').decode(bytes).trim());
    return key?.length === LENGTH ? key : null;
  },
  make: () => new Uint8Array(randomBytes(LENGTH)),
  write: (key) => `${hex(key)}\n`,
  is: `key of ${LENGTH} bytes in hexadecimal, without which links in mails that have gone out lead nowhere`,
};
