import { type Bytes, concat } from '../../src/base/bytes.ts';
import type { Folder } from '../../src/conference/archive/folder.ts';
import { type Piece, exportRecord } from '../../src/conference/archive/export.ts';
import type { Conference } from '../../src/conference/types.ts';

/** A folder in memory. */
export const folderOf = (files: ReadonlyMap<string, Bytes>): Folder => ({
  names: async () => [...files.keys()],
  async *read(name) {
    const bytes = files.get(name);
    if (bytes === undefined) throw new RangeError(`No file ${name}`);
    // In pieces whose ends fall anywhere.
    for (let at = 0; at < bytes.length; at += 10_007) yield bytes.subarray(at, at + 10_007);
  },
});

/** Everything that an export writes. */
export const exported = async (conference: Conference): Promise<Map<string, Bytes>> => {
  const pieces: readonly Piece[] = await Array.fromAsync(exportRecord(conference));
  const files = new Map<string, Bytes>();
  for (const { name, bytes } of pieces) files.set(name, concat(files.get(name) ?? new Uint8Array(), bytes));
  return files;
};
