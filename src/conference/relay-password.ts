import { readFile } from 'node:fs/promises';
import type { Relay } from './post/relay.ts';
import { Unusable, usingLater } from './unusable.ts';

/**
 * The relay with the password from this file, without the line end, where its address names a user and no password.
 * @throws Unusable where the file is missing or cannot be read
 */
export const withPasswordFrom = async (relay: Relay, file: string): Promise<Relay> => {
  const { auth } = relay;
  if (auth === null || auth.password !== '') return relay;
  const password = await usingLater(file, () => readFile(file, 'utf8')).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new Unusable(`${file} is missing: write the password of ${auth.user} at ${relay.host} into it.`);
  });
  return { ...relay, auth: { ...auth, password: password.replace(/\r?\n$/u, '') } };
};
