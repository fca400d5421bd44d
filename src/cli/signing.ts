import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bytes } from '../base/bytes.ts';
import type { PublicKey } from '../base/ids.ts';
import { readPrivateKey } from '../record/openssh-key.ts';
import { publicKeyOnLine } from '../record/public-key.ts';
import { signEd25519, signingKeyFromSeed } from '../record/sign-ed25519.ts';
import { dearmour } from '../record/sshsig.ts';
import { Failure } from './command.ts';

/** A key in a file, able to sign. */
export interface FileKey {
  readonly publicKey: PublicKey;
  /** An SSHSIG, binary. @throws Failure */
  readonly sign: (message: Bytes, namespace: string) => Promise<Bytes>;
}

/**
 * The key in this file. An unencrypted Ed25519 key signs here. Any other is left to `ssh-keygen`: one with a passphrase, one in a
 * hardware key, or, where the file holds a public half, one that an agent keeps.
 * @throws Failure
 */
export const keyIn = async (file: string): Promise<FileKey> => {
  const text = await contentOf(file);
  const own = readPrivateKey(text);
  if (!own.ok) return { publicKey: await publicHalf(file, text), sign: signWithSshKeygen(file) };
  const { seed, publicKey } = own.value;
  const key = await signingKeyFromSeed(seed);
  if (key.publicKey !== publicKey) throw new Failure(`${file}: its two halves do not belong together.`);
  return { publicKey, sign: (message, namespace) => signEd25519(key, { message, namespace }) };
};

const contentOf = async (file: string): Promise<string> => {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new Failure(`${file} cannot be read: ${(error as Error).message}`);
  }
};

const publicHalf = async (file: string, text: string): Promise<PublicKey> => {
  const line = text.startsWith('-----') ? await contentOf(`${file}.pub`) : text;
  const key = publicKeyOnLine(line);
  if (!key.ok) throw new Failure(`${file} holds no key that can sign acts: ${key.error.kind}.`);
  return key.value;
};

const signWithSshKeygen =
  (file: string) =>
  async (message: Bytes, namespace: string): Promise<Bytes> => {
    const folder = await mkdtemp(join(tmpdir(), 'isonomia-'));
    try {
      const act = join(folder, 'act.json');
      await writeFile(act, message);
      await sshKeygen(['-q', '-Y', 'sign', '-f', file, '-n', namespace, act]);
      return dearmour(await readFile(`${act}.sig`, 'utf8')) ?? failed('it wrote no signature');
    } finally {
      await rm(folder, { recursive: true });
    }
  };

/** It speaks to the person itself: a passphrase, or a touch of the hardware key. */
const sshKeygen = (args: readonly string[]): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn('ssh-keygen', args, { stdio: 'inherit' });
    child.on('error', (error) => reject(new Failure(`ssh-keygen cannot be run: ${error.message}`)));
    child.on('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Failure('ssh-keygen did not sign.'));
    });
  });

const failed = (why: string): never => {
  throw new Failure(`ssh-keygen did not sign: ${why}.`);
};
