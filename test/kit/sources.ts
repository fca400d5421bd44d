import { glob, readFile } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The sources of `src/` and what they import, for tests of how the house is built. */

export const home = fileURLToPath(new URL('../../', import.meta.url));

export const roomOf = (path: string): string =>
  /^src\/web\/(islands|shared)\//u.exec(path)?.[0].slice(4, -1) ?? path.split('/')[1] ?? '';

export const isTest = (path: string): boolean => path.endsWith('.test.ts');

/** Every module that this source names: imports, exports from, import() and workers' addresses. */
export const importsOf = (source: string): readonly string[] =>
  [
    /^(?:import|export)\b[^;'"`]*?\bfrom '([^']+)'/gmu,
    /^import '([^']+)'/gmu,
    /\bimport\('([^']+)'\)/gu,
    WORKER,
  ].flatMap((shape) => [...source.matchAll(shape)].map(([, name = '']) => (shape === WORKER ? `./${name}` : name)));

/** An address beside the file itself: `./x.ts`, or `x.ts`. */
const WORKER = /\bnew URL\(\s*'([\w./-]+\.ts)',\s*import\.meta\.url/gu;

type Source = { readonly path: string; readonly text: string };

export const sources: readonly Source[] = await Promise.all(
  (await Array.fromAsync(glob('src/**/*.ts', { cwd: home }))).sort().map(async (path) => ({
    path,
    text: await readFile(join(home, path), 'utf8'),
  })),
);

/** Every import of one of our files by another, of types too, with both rooms. */
export const arrows = sources.flatMap(({ path, text }) =>
  importsOf(text)
    .filter((name) => name.startsWith('.'))
    .map((name) => {
      const to = normalize(join(dirname(path), name));
      return { path, to, from: roomOf(path), into: to.startsWith('src/') ? roomOf(to) : null };
    }),
);
