import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** A disk that takes a millisecond longer to say that something is written. */
export interface SlowDisk {
  /** For the process that is to feel it. */
  readonly environment: NodeJS.ProcessEnv;
  readonly how: string;
}

/** By a preloaded library; where there is no C compiler to make it with, by waiting before each commit. */
export const slowDisk = async (folder: string): Promise<SlowDisk> => {
  const source = fileURLToPath(new URL('slow-fsync.c', import.meta.url));
  const library = join(folder, 'slow-fsync.so');
  try {
    await promisify(execFile)('cc', ['-shared', '-fPIC', '-O2', '-o', library, source, '-ldl']);
    return { environment: { LD_PRELOAD: library }, how: '1 ms added to each fsync by a preloaded library' };
  } catch {
    const module = new URL('slow-commit.ts', import.meta.url).href;
    return {
      environment: { NODE_OPTIONS: `--import ${module}` },
      how: 'no C compiler here: 1 ms added before each commit instead of each fsync',
    };
  }
};
