import { execFile, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';

/** A delegate's SSH key in a folder of its own, used with stock `ssh-keygen`. */
export interface SshKey {
  /** The file with the private key. */
  readonly file: string;
  /** The line in the `.pub` file. */
  readonly publicKey: string;
  /** An armoured SSHSIG over a file, or over these words. */
  readonly sign: (namespace: string, what: { readonly file: string } | string) => Promise<string>;
}

const run = promisify(execFile);

export const newSshKey = async (folder: string, name: string): Promise<SshKey> => {
  const file = join(folder, name);
  await run('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', `${name}@example.org`, '-f', file]);
  return {
    file,
    publicKey: (await readFile(`${file}.pub`, 'utf8')).trim(),
    sign: async (namespace, what) => {
      const child = spawn('ssh-keygen', ['-q', '-Y', 'sign', '-f', file, '-n', namespace]);
      child.stdin.end(typeof what === 'string' ? what : await readFile(what.file));
      return text(child.stdout);
    },
  };
};

/** Runs a command that a page shows, with the page's example of a key replaced by this one. Gives what it prints. */
export const runShown = async (command: string, { file }: SshKey): Promise<string> =>
  (await run('bash', ['-euc', command.replaceAll('~/.ssh/id_ed25519', `'${file}'`)])).stdout;
