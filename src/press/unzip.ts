import { buffer } from 'node:stream/consumers';
import { type Entry, type ZipFile, fromBufferPromise } from 'yauzl';
import type { Bytes } from '../base/bytes.ts';
import { Unreadable, unreadable } from './fault.ts';

/**
 * Zip files from strangers. Nothing is written anywhere; sizes are checked as the directory states them before anything is inflated,
 * and inflating stops where a part turns out to be larger than stated.
 */

export const MOST_FILE = 10 * 1024 * 1024;
const MOST_PARTS = 2000;
const MOST_INFLATED = 60 * 1024 * 1024;
/** A part that inflates further than this, and is not small, is no document. */
const MOST_RATIO = 200;
const SMALL = 1024 * 1024;

export interface Archive {
  readonly names: readonly string[];
  /** The part's bytes, or `null` where there is none of that name. @throws Unreadable */
  readonly part: (name: string) => Promise<Bytes | null>;
}

/** @throws Unreadable where the directory of the file is broken or breaches a limit */
export const openArchive = async (file: Bytes): Promise<Archive> => {
  if (file.length > MOST_FILE) unreadable({ kind: 'too-large', most: MOST_FILE });
  const zip = await readable(
    fromBufferPromise(Buffer.from(file.buffer, file.byteOffset, file.byteLength), { lazyEntries: true }),
  );
  if (zip.entryCount > MOST_PARTS) unreadable('hostile');
  const entries = await readable(directoryOf(zip));
  return {
    names: [...entries.keys()],
    part: async (name) => {
      const entry = entries.get(name);
      if (entry === undefined) return null;
      const part = await readable(zip.openReadStreamPromise(entry).then(buffer));
      return new Uint8Array(part.buffer, part.byteOffset, part.byteLength);
    },
  };
};

const directoryOf = async (zip: ZipFile): Promise<ReadonlyMap<string, Entry>> => {
  const entries = new Map<string, Entry>();
  let inflated = 0;
  for await (const entry of zip.eachEntry()) {
    const { fileName, uncompressedSize: size, compressedSize } = entry;
    inflated += size;
    const swollen = size > SMALL && size > MOST_RATIO * compressedSize;
    if (inflated > MOST_INFLATED || swollen || entries.has(fileName)) unreadable('hostile');
    if (entry.isEncrypted()) unreadable({ kind: 'old-or-encrypted' });
    entries.set(fileName, entry);
  }
  return entries;
};

/** What the library throws is about the file, which is broken. */
const readable = async <T>(work: Promise<T>): Promise<T> => {
  try {
    return await work;
  } catch (fault) {
    throw fault instanceof Unreadable ? fault : new Unreadable({ kind: 'damaged' });
  }
};
