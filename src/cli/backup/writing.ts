import { createReadStream } from 'node:fs';
import { type FileHandle, open, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { CHUNK, type Manifest, hashOf, writeManifest } from './manifest.ts';
import { openBackup } from './reading.ts';
import { seal } from './sealed.ts';

/** A file to be backed up: what it is called, and where it lies still. */
export interface Still {
  readonly name: string;
  readonly path: string;
}

export interface WritingDeps {
  readonly passphrase: string;
  /** Of scrypt; see `sealed.ts`. */
  readonly cost: number;
  readonly made: string;
  readonly version: string;
  /** What the backup is to lack, and where that is. */
  readonly follows: { readonly id: string; readonly manifest: Manifest } | null;
}

/**
 * Writes a backup of these files, which do not change meanwhile: first beside its place, then it is read again, and only what was found good takes its place.
 * @throws Failure where what was written is not what was read
 */
export const writeBackup = async (file: string, stills: readonly Still[], deps: WritingDeps): Promise<Manifest> => {
  const { follows, made, version, passphrase, cost } = deps;
  const known = new Set(follows?.manifest.files.flatMap(({ chunks }) => chunks));
  const holds = new Map<string, { readonly size: number; readonly path: string; readonly at: number }>();
  const files: Manifest['files'] = [];
  for (const { name, path } of stills) {
    const chunks: string[] = [];
    let at = 0;
    for await (const bytes of chunksOf(path)) {
      const hash = hashOf(bytes);
      chunks.push(hash);
      if (!known.has(hash) && !holds.has(hash)) holds.set(hash, { size: bytes.length, path, at });
      at += bytes.length;
    }
    files.push({ name, size: at, chunks });
  }
  const manifest: Manifest = {
    made,
    version,
    follows: follows === null ? null : { id: follows.id, made: follows.manifest.made },
    files,
    holds: [...holds].map(([hash, { size }]) => [hash, size]),
  };
  const unfinished = `${file}.new`;
  await writePieces(unfinished, seal(passphrase, payload(manifest, [...holds.values()]), cost));
  const written = await openBackup(unfinished, passphrase);
  for await (const { bytes } of written.chunks) void bytes;
  await rename(unfinished, file);
  await synced(dirname(file));
  return manifest;
};

async function* payload(
  manifest: Manifest,
  holds: readonly { readonly size: number; readonly path: string; readonly at: number }[],
): AsyncGenerator<Uint8Array> {
  const bytes = writeManifest(manifest);
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, bytes.length);
  yield length;
  yield bytes;
  const handles = new Map<string, FileHandle>();
  try {
    for (const { size, path, at } of holds) {
      const handle = handles.get(path) ?? (await open(path));
      handles.set(path, handle);
      yield await exactly(handle, at, size);
    }
  } finally {
    for (const handle of handles.values()) await handle.close();
  }
}

/** So many bytes from there. @throws where the file has fewer */
export const exactly = async (handle: FileHandle, at: number, size: number): Promise<Uint8Array> => {
  const bytes = new Uint8Array(size);
  for (let done = 0; done < size;) {
    const { bytesRead } = await handle.read(bytes, done, size - done, at + done);
    if (bytesRead === 0) throw new Error('A file that should lie still became shorter');
    done += bytesRead;
  }
  return bytes;
};

async function* chunksOf(path: string): AsyncGenerator<Uint8Array> {
  const stream = createReadStream(path, { highWaterMark: CHUNK });
  let held: Uint8Array = new Uint8Array(0);
  for await (const piece of stream as AsyncIterable<Buffer>) {
    held = held.length === 0 ? piece : Buffer.concat([held, piece]);
    for (; held.length >= CHUNK; held = held.subarray(CHUNK)) yield held.subarray(0, CHUNK);
  }
  if (held.length > 0) yield held;
}

const writePieces = async (file: string, pieces: AsyncIterable<Uint8Array>): Promise<void> => {
  const handle = await open(file, 'w', 0o600);
  try {
    for await (const piece of pieces) await handle.writeFile(piece);
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/** A folder's names reach the disk. */
export const synced = async (folder: string): Promise<void> => {
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/** Where a file of a backup lies in a folder. */
export const inFolder = (folder: string, name: string): string => join(folder, name);
