import { type FileHandle, open, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '../command.ts';
import { CHUNK, type Manifest, hashOf, idOf } from './manifest.ts';
import { type OpenBackup, openBackup } from './reading.ts';
import { exactly, synced } from './writing.ts';

/** Lays out in an empty folder what backups hold. */

interface Given extends OpenBackup {
  readonly file: string;
  readonly id: string;
}

/** The latest of them, and that all that it follows are here. @throws Failure */
const latestOf = (given: readonly Given[]): Given => {
  for (const { file, manifest } of given) {
    const { follows } = manifest;
    if (follows !== null && !given.some(({ id }) => id === follows.id))
      throw new Failure(`${file} follows the backup of ${follows.made}: name that one, too, with another --from.`);
  }
  const followed = new Set(given.map(({ manifest }) => manifest.follows?.id));
  const [latest, another] = given.filter(({ id }) => !followed.has(id));
  if (latest === undefined || another !== undefined)
    throw new Failure('These are not one backup and those that it follows: name the latest, and each that it needs.');
  return latest;
};

/** What is in the folder then, to the byte as it was backed up. @throws Failure where a backup is not good, or one is missing */
export const layOut = async (files: readonly string[], passphrase: string, folder: string): Promise<Manifest> => {
  const given: Given[] = [];
  for (const file of files) {
    const opened = await openBackup(file, passphrase);
    given.push({ ...opened, file, id: idOf(opened.manifest) });
  }
  const { manifest } = latestOf(given);
  const wanted = new Map<string, (readonly [name: string, at: number])[]>();
  const handles = new Map<string, FileHandle>();
  try {
    for (const { name, size, chunks } of manifest.files) {
      const path = join(folder, name);
      handles.set(name, await open(path, 'wx+', 0o600));
      await truncate(path, size);
      for (const [i, hash] of chunks.entries()) wanted.set(hash, [...(wanted.get(hash) ?? []), [name, i * CHUNK]]);
    }
    for (const { chunks } of given)
      for await (const { hash, bytes } of chunks)
        for (const [name, at] of wanted.get(hash) ?? []) await handles.get(name)?.write(bytes, 0, bytes.length, at);
    for (const { name, size, chunks } of manifest.files) {
      const handle = handles.get(name);
      for (const [i, hash] of chunks.entries()) {
        const at = i * CHUNK;
        const bytes = handle === undefined ? null : await exactly(handle, at, Math.min(CHUNK, size - at));
        if (bytes === null || hashOf(bytes) !== hash)
          throw new Failure(`${name} could not be put together from these backups.`);
      }
      await handle?.sync();
    }
  } finally {
    for (const handle of handles.values()) await handle.close();
  }
  await synced(folder);
  return manifest;
};
