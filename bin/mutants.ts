import { spawn } from 'node:child_process';
import { cp, glob, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Mutant, mutantsOf } from './mutations.ts';

/**
 * `npm run mutants [-- --count 40 --seed 1 --tests 6 --seconds 120 PATH …]`: changes one thing at a time in a copy of the sources and runs the tests that import what was
 * changed. A mutant **dies** where one of them fails or does not end in time; one that **survives** shows what no test holds, unless it means the same.
 * The draw follows from the seed. Runs the nearest test files, at most so many, each mutant for at most so many seconds. Exits 0 whatever survives.
 */

const HOME = fileURLToPath(new URL('../', import.meta.url));

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    count: { type: 'string', default: '40' },
    seed: { type: 'string', default: '1' },
    tests: { type: 'string', default: '6' },
    seconds: { type: 'string', default: '120' },
  },
});
const [count, seed, most, seconds] = [values.count, values.seed, values.tests, values.seconds].map(Number) as [
  number,
  number,
  number,
  number,
];

/** Numbers from 0 to below 1 that follow from the seed (mulberry32). */
let state = seed;
const random = (): number => {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
};

const paths = (await Array.fromAsync(glob('{src,sample,test}/**/*.ts', { cwd: HOME }))).sort();
const sources = new Map(
  await Promise.all(paths.map(async (path) => [path, await readFile(join(HOME, path), 'utf8')] as const)),
);

/** Who imports a file, straight away. */
const importers = new Map<string, string[]>();
for (const [path, text] of sources)
  for (const [, name = ''] of text.matchAll(/(?:from|import\()\s*'(\.[^']+)'/gu)) {
    const to = normalize(join(dirname(path), name));
    importers.set(to, [...(importers.get(to) ?? []), path]);
  }

/** The test files that come to it by the fewest imports. Those that need a browser take too long. */
const testsOf = (path: string): readonly string[] => {
  const tests: string[] = [];
  const seen = new Set([path]);
  for (let near = [path]; near.length > 0 && tests.length < most;) {
    near = near.flatMap((one) => importers.get(one) ?? []).filter((one) => !seen.has(one) && seen.add(one));
    tests.push(
      ...near.filter((one) => one.endsWith('.test.ts') && sources.get(one)?.includes('launch()') !== true).sort(),
    );
  }
  return [...new Set(tests)].slice(0, most);
};

const mutated = [...sources.keys()].filter(
  (path) =>
    path.startsWith('src/') &&
    !path.endsWith('.test.ts') &&
    !/\/(?:messages|style|islands)\/|\/spec(?:-|\/)/u.test(path) &&
    (positionals.length === 0 || positionals.some((start) => path.startsWith(start))),
);
/** A file is drawn before what is changed in it, so that long files do not take all. */
const draw = (): { readonly path: string; readonly mutant: Mutant } | null => {
  const path = mutated[Math.floor(random() * mutated.length)] ?? '';
  const all = mutantsOf(sources.get(path) ?? '');
  const mutant = all[Math.floor(random() * all.length)];
  return mutant === undefined ? null : { path, mutant };
};

const folder = await mkdtemp(join(tmpdir(), 'isonomia-mutants-'));
let survivors = 0;
let tried = 0;
try {
  for (const name of ['src', 'sample', 'test', 'docs', 'vectors', 'bin', 'package.json', 'README.md'])
    await cp(join(HOME, name), join(folder, name), { recursive: true });
  await symlink(join(HOME, 'node_modules'), join(folder, 'node_modules'));

  const passes = (tests: readonly string[]): Promise<boolean> =>
    new Promise((resolve, reject) => {
      const args = ['--import=./test/kit/seed.ts', '--test', '--test-concurrency=2', '--test-reporter=dot', ...tests];
      const child = spawn(process.execPath, args, { cwd: folder, stdio: 'ignore', detached: true });
      // The whole group: a test file that runs for ever is a process of its own.
      const end = setTimeout(() => child.pid !== undefined && process.kill(-child.pid, 'SIGKILL'), seconds * 1000);
      child.on('error', reject);
      child.on('close', (code) => {
        clearTimeout(end);
        resolve(code === 0);
      });
    });

  for (let draws = 0; tried < count && draws < count * 20; draws += 1) {
    const drawn = draw();
    if (drawn === null) continue;
    const { path, mutant } = drawn;
    const tests = testsOf(path);
    if (tests.length === 0) continue;
    tried += 1;
    await writeFile(join(folder, path), mutant.text);
    const survived = await passes(tests);
    await writeFile(join(folder, path), sources.get(path) ?? '');
    if (survived) survivors += 1;
    console.log(`${survived ? '✖ survived' : '✔ died    '} ${path}:${mutant.line} ${mutant.what}`);
    if (survived) console.log(`             ${mutant.was.trim()}\n             ran ${tests.join(' ')}`);
  }
} finally {
  await rm(folder, { recursive: true });
}
console.log(`\n${tried - survivors} of ${tried} mutants died.`);
