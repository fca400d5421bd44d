import { open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { instant } from '../../base/time.ts';
import { Unusable, usingLater } from '../unusable.ts';
import type { LastKnown } from './known-clock.ts';

/** The time that a node last knew, in its data folder, and the word of whoever runs it that the machine's clock is right. */

const KNOWN = 'known-time';
const CONFIRMED = 'clock-confirmed';

/** `null`: no node has run here. @throws Unusable */
export const lastKnown = async (folder: string): Promise<LastKnown | null> => {
  const file = join(folder, KNOWN);
  const text = await read(file);
  if (text === null) return null;
  // Without it a wrong clock would be believed at once, so it is not passed over.
  const [, time, steady, boot] = /^(\d{1,15}) (\d{1,15}) (\S+)\n$/u.exec(text) ?? [];
  if (boot === undefined)
    throw new Unusable(`${file} holds no time: see that the machine’s clock is right, and then remove the file.`);
  return { time: instant(Number(time)), steady: Number(steady), boot: boot === '-' ? null : boot };
};

/** Durable, and whole or not at all. */
export const noteKnown = async (folder: string, { time, steady, boot }: LastKnown): Promise<void> => {
  const file = join(folder, KNOWN);
  await usingLater(file, async () => {
    await written(`${file}.new`, `${time} ${Math.floor(steady)} ${boot ?? '-'}\n`);
    await rename(`${file}.new`, file);
  });
};

/** Whoever runs the node says that the machine's clock is right. */
export const confirmClock = (folder: string): Promise<void> => written(join(folder, CONFIRMED), '');

/** Whether that was said since it was last asked. */
export const takeConfirmation = async (folder: string): Promise<boolean> => {
  const file = join(folder, CONFIRMED);
  if ((await read(file)) === null) return false;
  await rm(file);
  return true;
};

const read = async (file: string): Promise<string | null> =>
  usingLater(file, () => readFile(file, 'latin1')).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  });

const written = async (file: string, words: string): Promise<void> => {
  const handle = await open(file, 'w', 0o600);
  try {
    await handle.writeFile(words);
    await handle.sync();
  } finally {
    await handle.close();
  }
};
