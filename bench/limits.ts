import { execFile } from 'node:child_process';
import { fdatasyncSync, openSync, rmSync, closeSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** What the machine itself can do. */

const exec = promisify(execFile);

/** Ed25519 signatures that OpenSSL verifies a second on so many cores; `null` where there is no `openssl`. */
export const opensslVerifies = async (cores: number, seconds = 2): Promise<number | null> => {
  const many = cores === 1 ? [] : ['-multi', `${cores}`];
  try {
    const { stdout } = await exec('openssl', ['speed', '-seconds', `${seconds}`, ...many, 'ed25519']);
    const rate = Number(/EdDSA \(Ed25519\).*?([0-9.]+)\s*$/mu.exec(stdout)?.[1]);
    return rate > 0 ? rate : null;
  } catch {
    return null;
  }
};

/** RSA-2048 signatures that OpenSSL makes a second on one core; `null` where there is no `openssl`. */
export const opensslSigns = async (seconds = 2): Promise<number | null> => {
  try {
    const { stdout } = await exec('openssl', ['speed', '-seconds', `${seconds}`, 'rsa2048']);
    const rate = Number(/^rsa 2048 bits(?:\s+[0-9.]+s){2,}\s+([0-9.]+)/mu.exec(stdout)?.[1]);
    return rate > 0 ? rate : null;
  } catch {
    return null;
  }
};

/** How many times a second a block can be appended to a file in this folder and reach the disk. */
export const fsyncs = (folder: string, seconds = 1): number => {
  const path = join(folder, 'fsync');
  const file = openSync(path, 'w');
  const block = new Uint8Array(4096);
  const began = performance.now();
  let count = 0;
  while (performance.now() - began < seconds * 1000) {
    writeSync(file, block);
    fdatasyncSync(file);
    count++;
  }
  const rate = (count * 1000) / (performance.now() - began);
  closeSync(file);
  rmSync(path);
  return rate;
};

export const hasTool = async (name: string): Promise<boolean> => {
  try {
    await exec('sh', ['-c', `command -v ${name}`]);
    return true;
  } catch {
    return false;
  }
};
