import { writeFile } from 'node:fs/promises';
import { writePrivateKey } from '../record/openssh-key.ts';
import { fingerprint } from '../record/public-key.ts';
import { generateSigningKey, seedOf } from '../record/sign-ed25519.ts';
import { type Command, Failure, parsed } from './command.ts';

/** Writes files that must not be there yet. @throws Failure */
const writeNew = async (file: string, content: string, mode: number): Promise<void> => {
  try {
    await writeFile(file, content, { flag: 'wx', mode });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw new Failure(`${file} is there already.`);
    throw error;
  }
};

export const keyNewCommand: Command = {
  help: `
isonomia key new [--out FILE] [--comment TEXT]

Makes an Ed25519 key, as “ssh-keygen -t ed25519 -N ''” does: the private half in FILE, which only you can read and which is
not encrypted; the public half in FILE.pub. A passphrase can be put on it with “ssh-keygen -p -f FILE”.

  --out FILE       where to keep it (./isonomia-key)
  --comment TEXT   shown beside the public key`,
  run: async (args, { say }) => {
    const { values } = parsed(args, { out: { type: 'string' }, comment: { type: 'string' } });
    const { out = './isonomia-key', comment = '' } = values;
    if (/[\r\n]/u.test(comment)) throw new Failure('A comment is one line.');
    const key = await generateSigningKey(true);
    const { publicKey } = key;
    await writeNew(out, writePrivateKey({ seed: await seedOf(key), publicKey, comment }), 0o600);
    await writeNew(`${out}.pub`, `${publicKey}${comment === '' ? '' : ` ${comment}`}\n`, 0o644);
    say(`${out} holds the key. Its public half, in ${out}.pub:`);
    say(publicKey);
    say(fingerprint(publicKey));
    return 0;
  },
};
