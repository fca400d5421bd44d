import { type Bytes, concat } from '../../base/bytes.ts';

/** A folder of files as the outside hands it in: a real one, an archive, a test's. */
export interface Folder {
  /** The relative paths of all files in it, with `/`, however deep. */
  readonly names: () => Promise<readonly string[]>;
  /** A file's bytes, in pieces. Fails where there is none. */
  readonly read: (name: string) => AsyncIterable<Uint8Array>;
}

/** A whole file. */
export const readWhole = async (folder: Folder, name: string): Promise<Bytes> =>
  concat(...(await Array.fromAsync(folder.read(name))));
