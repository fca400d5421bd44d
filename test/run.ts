import { glob, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { fileURLToPath } from 'node:url';
import { deal } from './kit/deal.ts';

/**
 * `npm test [PATH …]`: every test, or those whose paths begin so. Ends with the runner's own count; exits 1 when one fails.
 * A few processes run side by side, each with several files in turn ({@link deal}). With `TIMES=FILE` a line is added to FILE for what each file costs.
 */

const HOME = new URL('../', import.meta.url);
/** Plain JavaScript, for Node strips no types below node_modules. */
const HANDS = new URL('node_modules/.cache/hands/', HOME);

/** How long one test may take, and how long a process, in ms: what hangs ends; what is slow on a busy machine does not. */
const TEST_TIMEOUT = 600_000;
const PROCESS_TIMEOUT = 3_600_000;

/** Processes side by side: one more than there are processors, for a third of the time a test waits, for a disk, a child or a browser. */
const AT_ONCE = availableParallelism() + 1;

const wanted = process.argv.slice(2);
const found = (await Array.fromAsync(glob('{src,test,sample}/**/*.test.ts', { cwd: fileURLToPath(HOME) }))).sort();
const chosen = found.filter((path) => wanted.length === 0 || wanted.some((start) => path.startsWith(start)));
const sources = await Promise.all(
  chosen.map(async (path) => ({ path, text: await readFile(new URL(path, HOME), 'utf8') })),
);

await rm(HANDS, { recursive: true, force: true });
await mkdir(HANDS, { recursive: true });
const files = await Promise.all(
  deal(sources).map(async ({ name, paths }) => {
    const file = new URL(`${name}.mjs`, HANDS);
    const kit = new URL('test/kit/together.ts', HOME).href;
    await writeFile(file, `import { together } from '${kit}';\nawait together(${JSON.stringify(paths)});\n`);
    return fileURLToPath(file);
  }),
);

const execArgv = ['--import', new URL('kit/seed.ts', import.meta.url).href, `--test-timeout=${TEST_TIMEOUT}`];
const results = run({ files, concurrency: AT_ONCE, timeout: PROCESS_TIMEOUT, execArgv });
results.on('test:summary', ({ success }) => {
  if (!success) process.exitCode = 1;
});
results.compose(new spec()).pipe(process.stdout);
