import { type Bytes, concat } from '../../base/bytes.ts';

/** A folder of files as the outside hands it in: a real one, an archive, a test's. */
export interface Folder {
  /** The relative paths of all files in it, with `/`, however deep. */
  readonly names: () => Promise<readonly string[]>;
  /** A file's bytes, in pieces. Fails where there is none. */
  readonly read: (name: string) => AsyncIterable<Uint8Array>;
}

/** A whole file; `null` where it has more than `most` bytes, of which no more are read. */
export const readWhole = async (folder: Folder, name: string, most: number): Promise<Bytes | null> => {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of folder.read(name)) {
    size += piece.length;
    if (size > most) return null;
    pieces.push(piece);
  }
  return concat(...pieces);
};
