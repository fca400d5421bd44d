import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { home } from './sources.ts';

/** The linter's verdict on each file of a made-up project under our own rules: the paths that it refuses an import in. */
export const refusedByLinter = async (files: ReadonlyMap<string, string>): Promise<readonly string[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'isonomia-arrows-'));
  try {
    for (const name of ['oxlint.config.ts', 'oxlint.arrows.ts']) await cp(join(home, name), join(folder, name));
    await symlink(join(home, 'node_modules'), join(folder, 'node_modules'));
    for (const [path, text] of files) {
      await mkdir(join(folder, dirname(path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    const linter = spawnSync(process.execPath, [join(home, 'node_modules/oxlint/bin/oxlint'), '--format=json', 'src'], {
      cwd: folder,
      encoding: 'utf8',
    });
    const { diagnostics } = JSON.parse(linter.stdout) as { diagnostics: { code: string; filename: string }[] };
    const verdicts = diagnostics.filter(({ code }) => /no-restricted-imports|no-nodejs-modules/u.test(code));
    return [...new Set(verdicts.map(({ filename }) => filename))].sort();
  } finally {
    await rm(folder, { recursive: true });
  }
};
