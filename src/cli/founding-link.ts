import { createHash, randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readdirSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FoundingGate } from '../conference/types.ts';
import { type Command, parsed } from './command.ts';
import { folderIn } from './folder.ts';

/**
 * The one-time link by which a conference is founded. Its token is shown when it is made and kept only as SHA-256, as the name of an empty file in
 * the data folder. There is one at a time, a new one takes the place of the last, and it goes before anything is founded with it: a node that
 * dies between the two leaves neither link nor conference, and a new link is made.
 */

const PREFIX = 'founding-link-';

const fileOf = (folder: string, token: string): string =>
  join(folder, PREFIX + createHash('sha256').update(token).digest('hex'));

/** Makes a new token. */
export const newFoundingToken = (folder: string): string => {
  for (const name of readdirSync(folder)) if (name.startsWith(PREFIX)) rmSync(join(folder, name), { force: true });
  const token = randomBytes(24).toString('base64url');
  writeFileSync(fileOf(folder, token), '', { mode: 0o600 });
  return token;
};

/** Of all who come with one token at once, in whatever processes, one is let through: a name can be removed once. */
export const foundingGate =
  (folder: string): FoundingGate =>
  (token) => ({
    isOpen: () => existsSync(fileOf(folder, token)),
    spend: () => {
      try {
        unlinkSync(fileOf(folder, token));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
        throw error;
      }
      sync(folder);
      return true;
    },
  });

/** Lets what was removed from a folder stay so when the power fails. */
const sync = (folder: string): void => {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
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
