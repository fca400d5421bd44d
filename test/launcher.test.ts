import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';

/** `npm` tells which Node it runs on itself: on a fresh machine an older one, which the launcher has to cope with. */
const older = process.env['npm_node_execpath'];
const majorOf = async (node: string): Promise<number> => {
  const { output } = await end(spawn(node, ['--version']));
  return Number.parseInt(output.slice(1), 10);
};

const MAIN = `
process.once('SIGTERM', () => {
  console.log('ending');
  process.exit(7);
});
console.log(Number.parseInt(process.versions.node, 10) >= 26, ...process.argv.slice(2));
if (process.argv[2] === 'wait') setInterval(() => {}, 1000);
else process.exitCode = 3;
`;

const end = async (child: ReturnType<typeof spawn>): Promise<{ code: number | null; output: string }> => {
  let output = '';
  child.stdout?.setEncoding('utf8').on('data', (piece: string) => {
    output += piece;
  });
  child.stderr?.setEncoding('utf8').on('data', (piece: string) => {
    output += piece;
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, output };
};

/** A checkout with the real launcher and a `main.ts` that says what it was given; with its own Node 26 or without. */
const checkout = async ({ withNode }: { withNode: boolean }): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'isonomia-launcher-'));
  after(() => rm(folder, { recursive: true }));
  await mkdir(join(folder, 'src'));
  await mkdir(join(folder, 'node_modules/.bin'), { recursive: true });
  await cp(fileURLToPath(new URL('../bin', import.meta.url)), join(folder, 'bin'), { recursive: true });
  await writeFile(join(folder, 'package.json'), '{"type":"module"}');
  await writeFile(join(folder, 'src/main.ts'), MAIN);
  if (withNode) await symlink(process.execPath, join(folder, 'node_modules/.bin/node'));
  return join(folder, 'bin/isonomia.js');
};

const nodes = new Map([['Node 26', process.execPath]]);
if (older !== undefined && (await majorOf(older)) < 26) nodes.set('an older Node', older);

for (const [name, node] of nodes) {
  test(`under ${name}, arguments, output and exit code pass through`, async () => {
    const launcher = await checkout({ withNode: true });
    const { code, output } = await end(spawn(node, [launcher, 'act', '--flag', 'two words']));
    assert.deepEqual({ code, output }, { code: 3, output: 'true act --flag two words\n' });
  });

  test(`under ${name}, SIGTERM reaches the program and its own exit code comes back`, async () => {
    const child = spawn(node, [await checkout({ withNode: true }), 'wait']);
    const ended = end(child);
    await once(child.stdout, 'data');
    child.kill('SIGTERM');
    assert.deepEqual(await ended, { code: 7, output: 'true wait\nending\n' });
  });
}

test('without Node 26 it says what to do', { skip: nodes.size < 2 && 'npm itself runs on Node 26' }, async () => {
  const { code, output } = await end(spawn(older ?? '', [await checkout({ withNode: false }), 'serve']));
  assert.equal(code, 1);
  assert.match(output, /Node 26.*npm install/u);
});
