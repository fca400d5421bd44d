import { open, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Writes a small file that is there whole or not at all, whenever the power goes, for its owner’s eyes alone. Where one is there, it is replaced.
 * @throws where it cannot be written; what was there is still there
 */
export const writeWholeFile = async (file: string, content: string | Uint8Array): Promise<void> => {
  const unfinished = `${file}.new`;
  await writeFile(unfinished, content, { mode: 0o600, flush: true });
  await rename(unfinished, file);
  const folder = await open(dirname(file));
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
};
