import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Unusable, usingLater } from '../conference/unusable.ts';

/** The file of a data folder with the token by which `/metrics` is read from elsewhere. */
const FILE = 'metrics-token';

/** Nobody guesses so many characters of chance. */
const TOKEN = /^[\w.~+/=-]{32,}$/u;

/**
 * The token, without the line end; `null`: there is none, and nobody reads from elsewhere.
 * @throws Unusable where the file holds no token
 */
export const metricsToken = async (folder: string): Promise<string | null> => {
  const file = join(folder, FILE);
  const text = await usingLater(file, () => readFile(file, 'utf8')).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return null;
  });
  const token = text?.trimEnd() ?? null;
  if (token !== null && !TOKEN.test(token))
    throw new Unusable(
      `${file} holds no token: it is one line of 32 letters and digits or more, as “openssl rand -hex 32” makes one.`,
    );
  return token;
};
