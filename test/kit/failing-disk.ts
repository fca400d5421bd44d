import { execFile } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** A disk that fails when it is told to, for the process that is started with its environment: by a preloaded library, which a C compiler makes. */
export interface FailingDisk {
  readonly environment: NodeJS.ProcessEnv;
  /** From now on: the next write or fsync of the file whose path ends so, or each. */
  readonly fail: (kind: 'write' | 'sync', mode: 'once' | 'always', name: string) => void;
  /** Resolves when what was to fail once has failed. */
  readonly failed: () => Promise<void>;
  readonly mend: () => void;
}

/** `null`: this machine has no C compiler, or none whose libraries can be preloaded. */
export const failingDisk = async (folder: string): Promise<FailingDisk | null> => {
  const source = fileURLToPath(new URL('failing-disk.c', import.meta.url));
  const [library, told] = [join(folder, 'failing-disk.so'), join(folder, 'failing')];
  try {
    await promisify(execFile)('cc', ['-shared', '-fPIC', '-O2', '-o', library, source, '-ldl']);
  } catch {
    return null;
  }
  return {
    environment: { LD_PRELOAD: library, FAILING_DISK: told },
    fail: (kind, mode, name) => writeFileSync(told, `${kind} ${mode} ${name}\n`),
    failed: async () => {
      while (existsSync(told)) await pause(5);
    },
    mend: () => rmSync(told, { force: true }),
  };
};
