import { open, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { crc32 } from 'node:zlib';

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

/** The words of a small file with their checksum in a last line, which keys in PEM and the tools that read them pass over. */
export const withSum = (words: string): string => `${words}# crc32 ${sumOf(words)}\n`;

/** The words of such a file; all of it, where it has no checksum, for somebody has brought it; `null`: they are not what was written. */
export const wordsUnderSum = (text: string): string | null => {
  const [, words, sum] = /^([^]*)# crc32 ([0-9a-f]{8})\n$/u.exec(text) ?? [];
  if (words === undefined) return text;
  return sumOf(words) === sum ? words : null;
};

const sumOf = (words: string): string => crc32(words).toString(16).padStart(8, '0');
