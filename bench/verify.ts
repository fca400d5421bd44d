import { execFile } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { folderOfActs, withScratch } from './folders.ts';
import { opensslVerifies } from './limits.ts';
import { type Measurement, measured, median, noise } from './report.ts';
import { SLUG } from '../test/kit/served.ts';

/** Acts a second that `isonomia verify` checks in an export, its own start included. */

const ACTS = 100_000;
const ROUNDS = 3;

const exec = promisify(execFile);
const isonomia = (...args: readonly string[]) =>
  exec(process.execPath, [fileURLToPath(new URL('../src/main.ts', import.meta.url)), ...args]);

export const verify = async (): Promise<Measurement> =>
  withScratch(async (folder) => {
    const [data, out] = [join(folder, 'data'), join(folder, 'export')];
    await folderOfActs(data, ACTS, 'signed');
    await isonomia('export', '--data', data, '--conference', SLUG, '--out', out);
    const cores = availableParallelism();
    const found: number[] = [];
    const limits: number[] = [];
    for (let i = 0; i < ROUNDS; i++) {
      const limit = await opensslVerifies(cores);
      if (limit !== null) limits.push(limit);
      const began = performance.now();
      await isonomia('verify', out);
      found.push((ACTS * 1000) / (performance.now() - began));
    }
    return measured(
      'verify',
      'acts/s',
      median(found),
      limits.length > 0 ? median(limits) : null,
      'aim ≥ 0.7',
      limits.length > 0 ? `limit: Ed25519 verifications by openssl on ${cores} cores` : 'openssl is missing',
      `${ACTS} acts`,
      noise('verify', found),
      noise('openssl', limits),
    );
  });
