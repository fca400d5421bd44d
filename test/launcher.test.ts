import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
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

/** The Node that `npm install` has brought: one that starts, one that is for another kind of machine, or none. */
type Brought = 'good' | 'foreign' | 'none';

/** A checkout with the real launcher and a `main.ts` that says what it was given. */
const checkout = async (brought: Brought): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'isonomia-launcher-'));
  after(() => rm(folder, { recursive: true }));
  await mkdir(join(folder, 'src'));
  await mkdir(join(folder, 'node_modules/.bin'), { recursive: true });
  await cp(fileURLToPath(new URL('../bin', import.meta.url)), join(folder, 'bin'), { recursive: true });
  await writeFile(
    join(folder, 'package.json'),
    '{"type":"module","optionalDependencies":{"@press/typesetter":"1.0.0","node-mars":"26.0.0","node-here":"26.0.0"}}',
  );
  await writeFile(join(folder, 'src/main.ts'), MAIN);
  // Not every machine has what is optional, and not all of it is a Node.
  await mkdir(join(folder, 'node_modules/@press/typesetter'), { recursive: true });
  await writeFile(join(folder, 'node_modules/@press/typesetter/package.json'), '{}');
  if (brought === 'none') return folder;
  const node = join(folder, 'node_modules/node-here/bin/node');
  await mkdir(dirname(node), { recursive: true });
  await writeFile(join(folder, 'node_modules/node-here/package.json'), '{}');
  if (brought === 'good') await symlink(process.execPath, node);
  else await writeFile(node, '#!/bin/sh\necho "cannot open shared object file" >&2\nexit 127\n', { mode: 0o755 });
  return folder;
};

const launcherIn = (folder: string): string => join(folder, 'bin/isonomia.js');

const nodes = new Map([['Node 26', process.execPath]]);
const isOlder = older !== undefined && (await majorOf(older)) < 26;
if (isOlder) nodes.set('an older Node', older);
const skip = !isOlder && 'npm itself runs on Node 26';

for (const [name, node] of nodes) {
  test(`under ${name}, arguments, output and exit code pass through`, async () => {
    const launcher = launcherIn(await checkout('good'));
    const { code, output } = await end(spawn(node, [launcher, 'act', '--flag', 'two words']));
    assert.deepEqual({ code, output }, { code: 3, output: 'true act --flag two words\n' });
  });

  test(`under ${name}, SIGTERM reaches the program and its own exit code comes back`, async () => {
    const child = spawn(node, [launcherIn(await checkout('good')), 'wait']);
    const ended = end(child);
    await once(child.stdout, 'data');
    child.kill('SIGTERM');
    assert.deepEqual(await ended, { code: 7, output: 'true wait\nending\n' });
  });
}

const serve = async (brought: Brought): Promise<{ code: number | null; output: string }> =>
  end(spawn(older ?? '', [launcherIn(await checkout(brought)), 'serve']));

test('without Node 26 it says what to do', { skip }, async () => {
  const none = await serve('none');
  assert.equal(none.code, 1);
  assert.match(none.output, /Node 26.*npm install/su);
  const foreign = await serve('foreign');
  assert.equal(foreign.code, 127);
  assert.match(foreign.output, /apt install libatomic1/u);
});

/** What `npm install` ends with in such a checkout, and whether its scripts have a `node` of their own afterwards. */
const install = async (node: string, brought: Brought, linked: boolean): Promise<readonly [number | null, boolean]> => {
  const folder = await checkout(brought);
  const link = join(folder, 'node_modules/.bin/node');
  if (linked) await symlink('../node-here/bin/node', link);
  const { code } = await end(spawn(node, ['bin/link-node.js'], { cwd: folder }));
  return [code, existsSync(link)];
};

test('npm install gives the scripts a Node 26: the one it brought where that starts, or else the system’s', async () => {
  assert.deepEqual(await install(process.execPath, 'good', true), [0, true]);
  assert.deepEqual(await install(process.execPath, 'good', false), [0, true], 'npm 10 unlinks it');
  assert.deepEqual(await install(process.execPath, 'foreign', true), [0, false], 'its command is not in the way');
  assert.deepEqual(await install(process.execPath, 'none', false), [0, false]);
});

test('npm install fails where no Node 26 starts', { skip }, async () => {
  assert.deepEqual(await install(older ?? '', 'good', false), [0, true]);
  assert.equal((await install(older ?? '', 'foreign', true))[0], 1);
  assert.equal((await install(older ?? '', 'none', false))[0], 1);
});
