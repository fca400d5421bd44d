import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Command, parsed } from './command.ts';
import { folderIn } from './folder.ts';

/**
 * The one-time link by which a conference is founded. Its token is shown when it is made and kept only as SHA-256, in a file
 * of the data folder: there is one at a time, a new one takes the place of the last, and it goes when it is used.
 */

const FILE = 'founding-link';

const digest = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Makes a new token. */
export const newFoundingToken = (folder: string): string => {
  const token = randomBytes(24).toString('base64url');
  writeFileSync(join(folder, FILE), `${digest(token).toString('hex')}\n`, { mode: 0o600 });
  return token;
};

export const isFoundingToken = (folder: string, token: string): boolean => {
  const kept = Buffer.from(contentOf(join(folder, FILE)).trim(), 'hex');
  return kept.length === 32 && timingSafeEqual(kept, digest(token));
};

export const spendFoundingToken = (folder: string, token: string): void => {
  if (isFoundingToken(folder, token)) rmSync(join(folder, FILE), { force: true });
};

const contentOf = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
};

/** The address that is handed to whoever may found. */
export const foundingLink = (origin: string, token: string): string => `${origin}/found?token=${token}`;

export const foundingLinkCommand: Command = {
  help: `
isonomia founding-link --data DIR [--origin URL]

Whoever opens the link may found one conference on the node that serves DIR, which need not be stopped. A link made before
and not used yet is good no more.

  --data DIR     the data folder (./data)
  --origin URL   the node's public address (http://localhost:8080)`,
  run: async (args, { say }) => {
    const { values } = parsed(args, { data: { type: 'string' }, origin: { type: 'string' } });
    say(foundingLink(values.origin ?? 'http://localhost:8080', newFoundingToken(folderIn(values.data))));
    return 0;
  },
};
