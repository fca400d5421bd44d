import { randomBytes } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { type Bytes, fromHex, hex } from '../../base/bytes.ts';

/** Bytes of the key under which the post's addresses are made. */
const LENGTH = 32;

/**
 * The key in this file, in hexadecimal; where there is no such file, a new key, kept there for the owner's eyes alone. Without it the addresses
 * that were given out lead nowhere.
 * @throws where the file holds anything else, or cannot be read or written
 */
export const loadOrCreateTokenKey = async (file: string): Promise<Bytes> => {
  try {
    const key = fromHex((await readFile(file, 'latin1')).trim());
    if (key?.length !== LENGTH) throw new Error(`${file} holds no key of ${LENGTH} bytes`);
    return key;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const key = new Uint8Array(randomBytes(LENGTH));
  const unfinished = `${file}.new`;
  await writeFile(unfinished, `${hex(key)}\n`, { mode: 0o600, flush: true });
  await rename(unfinished, file);
  return key;
};
