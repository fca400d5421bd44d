import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** `npm run check`: types, lint and formatting, side by side. Shows what each found; exits 1 when one found anything. */

const home = new URL('../', import.meta.url);

/** One checker: several, side by side, each work out for themselves what the files share. What stands in the cache is not checked again. */
const typesOf = (project: string): readonly [string, ...string[]] => {
  const kept = `node_modules/.cache/types/${project.replaceAll('/', '-')}.tsbuildinfo`;
  return ['tsc', '-p', project, '--checkers', '1', '--incremental', '--tsBuildInfoFile', kept];
};

/** Not where Prettier has its own: there it throws away what it knows whenever somebody formats a file without asking for it. */
const FORMATTED = '--cache-location=node_modules/.cache/formatting';

/** The longest first. */
const CHECKS = {
  lint: ['oxlint'],
  formatting: ['prettier', '--check', '--log-level=warn', '--cache', '--cache-strategy=content', FORMATTED, '.'],
  types: typesOf('tsconfig.json'),
  'types of the pure rooms': typesOf('tsconfig.pure.json'),
  'types of the islands': typesOf('src/web/islands/tsconfig.json'),
} as const;

/** The compiler and the linter, which are in Go, end before their rubbish is worth collecting often. */
const ENV = { GOGC: '400', ...process.env };

type Outcome = { readonly passed: boolean; readonly seconds: number; readonly output: string };

const run = ([tool, ...args]: readonly [string, ...string[]]): Promise<Outcome> =>
  new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(fileURLToPath(new URL(`node_modules/.bin/${tool}`, home)), args, {
      cwd: home,
      env: ENV,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const keep = (piece: string): void => {
      output += piece;
    };
    child.stdout.setEncoding('utf8').on('data', keep);
    child.stderr.setEncoding('utf8').on('data', keep);
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ passed: code === 0, seconds: (performance.now() - started) / 1000, output: output.trim() });
    });
  });

const outcomes = await Promise.all(
  Object.entries(CHECKS).map(async ([name, command]) => {
    const outcome = await run(command);
    console.log(`${outcome.passed ? '✔' : '✖'} ${name} (${outcome.seconds.toFixed(1)} s)`);
    if (!outcome.passed) console.log(outcome.output.replaceAll(/^/gmu, '    '));
    return outcome.passed;
  }),
);

if (!outcomes.every(Boolean)) {
  console.log(`\n${outcomes.filter((passed) => !passed).length} of ${outcomes.length} checks failed.`);
  process.exitCode = 1;
}
