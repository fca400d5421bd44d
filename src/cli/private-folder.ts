import { chmodSync, lstatSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Unusable } from '../conference/unusable.ts';

/**
 * Lets nobody but its owner into a data folder, or at what lies in it: addresses, mails and keys are there. What was copied or made by hand is put right; what cannot be is refused.
 * @throws Unusable
 */
export const makePrivate = (folder: string): void => {
  shut(folder, 0o700);
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const found = lstatSync(path);
    if (found.isFile()) shut(path, 0o600);
    else if (found.isDirectory()) shut(path, 0o700);
  }
};

/** What others may do, by the mode of a file. */
const OTHERS = 0o077;

const shut = (path: string, mode: number): void => {
  if ((statSync(path).mode & OTHERS) === 0) return;
  try {
    chmodSync(path, mode);
  } catch {
    // It is said below.
  }
  if ((statSync(path).mode & OTHERS) !== 0)
    throw new Unusable(
      `${path} is open to other users of this machine, and cannot be shut: let the user who runs isonomia own it (chown), on a disk that keeps modes (chmod ${mode.toString(8)}).`,
    );
};
