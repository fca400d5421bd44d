import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { test } from 'node:test';
import { refusedByLinter } from './kit/linter.ts';
import { arrows, home, importsOf, isTest, roomOf, sources } from './kit/sources.ts';

/** The arrows of docs/ARCHITECTURE.md, checked twice: on what the code really imports, and on what the linter says of it. */

const pure = ['base', 'text', 'charter', 'record'];

/** For each room, the others that it may import. Whoever is not named may not. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  base: [],
  text: ['base'],
  charter: ['base', 'text'],
  record: ['base'],
  conference: pure,
  store: ['conference', 'base'],
  solver: ['conference', 'text', 'base'],
  markup: ['base'],
  post: ['markup', 'conference', ...pure],
  press: ['markup', 'conference', ...pure],
  copy: ['markup', 'conference', ...pure],
  http: ['conference', 'base'],
  api: ['http', 'conference', ...pure],
  web: ['http', 'markup', 'conference', 'web/shared', ...pure],
  cli: ['conference', ...pure],
  'web/islands': ['web/shared', ...pure],
  'web/shared': pure,
  'node.ts': ['conference', 'solver', 'post', 'press', 'http', 'api', 'web', ...pure],
  'node-post.ts': ['conference', 'post', ...pure],
  'node-copy.ts': ['node.ts', 'conference', 'store', 'copy', ...pure],
  // Its commands read documents, and write copies, without a node.
  'main.ts': [
    'node.ts',
    'node-post.ts',
    'node-copy.ts',
    'conference',
    'store',
    'http',
    'copy',
    'press',
    'web',
    'cli',
    ...pure,
  ],
};

/** Packages that run in a browser, for the rooms that do. */
const PURE_PACKAGES = ['@noble/hashes', 'zod'];
const BROWSER_PACKAGES: Readonly<Record<string, readonly string[]>> = {
  base: PURE_PACKAGES,
  text: PURE_PACKAGES,
  charter: PURE_PACKAGES,
  record: PURE_PACKAGES,
  'web/shared': PURE_PACKAGES,
  'web/islands': [
    ...PURE_PACKAGES,
    'idiomorph',
    ...['commands', 'history', 'inputrules', 'keymap', 'model', 'state', 'view'].map((part) => `prosemirror-${part}`),
  ],
};

const MAX_LINES = 300;

const packageOf = (name: string): string => name.split('/', name.startsWith('@') ? 2 : 1).join('/');

test('every source stands in a room that the architecture names', () => {
  const strays = sources.filter(({ path }) => !(roomOf(path) in MAY_IMPORT));
  assert.deepEqual(
    strays.map(({ path }) => path),
    [],
  );
});

test('no source lies deeper than the linter looks: three folders below its room', () => {
  assert.deepEqual(
    sources.map(({ path }) => path).filter((path) => path.split('/').length > 6),
    [],
  );
});

test('rooms import only the rooms they may', () => {
  const wrong = arrows.filter(({ from, into }) => into !== null && into !== from && !MAY_IMPORT[from]?.includes(into));
  assert.deepEqual(
    wrong.map(({ path, to }) => `${path} → ${to}`),
    [],
  );
});

test('no file comes back to itself by its imports, those of types included', () => {
  const imports = Map.groupBy(arrows, ({ path }) => path);
  /** Files from which nothing leads back. */
  const open = new Set<string>();
  const circleFrom = (path: string, way: readonly string[]): readonly string[] | null => {
    if (open.has(path)) return null;
    if (way.includes(path)) return [...way.slice(way.indexOf(path)), path];
    for (const { to } of imports.get(path) ?? []) {
      const circle = circleFrom(to, [...way, path]);
      if (circle !== null) return circle;
    }
    open.add(path);
    return null;
  };
  for (const { path } of sources) assert.equal(circleFrom(path, [])?.join(' → '), undefined);
});

/** The folders of `src/web`, each of which may import those before it; the files beside them may import all. */
const WEB_ORDER =
  'shared messages kit act members texts history meetings sitting post group means purpose publications kinds record site islands'.split(
    ' ',
  );

test('a subject of the web imports only what lies below it', () => {
  const place = (path: string): number => {
    const [folder = '', ...rest] = path.slice('src/web/'.length).split('/');
    return rest.length === 0 ? WEB_ORDER.length : WEB_ORDER.indexOf(folder);
  };
  const wrong = arrows.filter(
    ({ path, to, from, into }) =>
      from.startsWith('web') && into?.startsWith('web') === true && !isTest(path) && place(to) > place(path),
  );
  assert.deepEqual(
    wrong.map(({ path, to }) => `${path} → ${to}`),
    [],
  );
});

test('besides tests, only main.ts looks outside src: at the sample', () => {
  const wrong = arrows.filter(
    ({ path, to, into }) => into === null && !isTest(path) && !(path === 'src/main.ts' && to.startsWith('sample/')),
  );
  assert.deepEqual(
    wrong.map(({ path, to }) => `${path} → ${to}`),
    [],
  );
});

test('what runs in a browser imports no Node module, and only packages that run there too', () => {
  const wrong = sources
    .filter(({ path }) => !isTest(path))
    .flatMap(({ path, text }) => {
      const packages = BROWSER_PACKAGES[roomOf(path)];
      if (packages === undefined) return [];
      const others = importsOf(text).filter((name) => !name.startsWith('.') && !packages.includes(packageOf(name)));
      return others.map((name) => `${path} → ${name}`);
    });
  assert.deepEqual(wrong, []);
});

/** Islands, and what makes them: a package holds them made. */
const isIsland = (path: string): boolean => /^src\/web\/(?:islands\/|kit\/bundle\.ts$)/u.test(path);

test('what a node runs is in its package: no source outside the tests and the islands imports a development package', async () => {
  const { dependencies, optionalDependencies } = JSON.parse(
    await readFile(join(home, 'package.json'), 'utf8'),
  ) as Record<'dependencies' | 'optionalDependencies', Record<string, string>>;
  const brought = { ...dependencies, ...optionalDependencies };
  const wrong = sources
    .filter(({ path }) => !isTest(path) && !isIsland(path))
    .flatMap(({ path, text }) =>
      importsOf(text)
        .filter((name) => !/^(?:\.|node:)/u.test(name) && !(packageOf(name) in brought))
        .map((name) => `${path} → ${name}`),
    );
  assert.deepEqual(wrong, []);
});

test(`no source is longer than ${MAX_LINES} lines`, () => {
  const long = sources.filter(({ text }) => text.trimEnd().split('\n').length > MAX_LINES);
  assert.deepEqual(
    long.map(({ path }) => path),
    [],
  );
});

test('the linter refuses the same arrows, and no other', async () => {
  const rooms = Object.keys(MAY_IMPORT).filter((room) => !room.endsWith('.ts'));
  const files = new Map<string, string>();
  const refused: string[] = [];
  const expect = (path: string, name: string, allowed: boolean): void => {
    files.set(path, `export * from '${name}';\n`);
    if (!allowed) refused.push(path);
  };
  for (const from of rooms) {
    for (const into of Object.keys(MAY_IMPORT).filter((room) => room !== from)) {
      // Inside web, an import of another part of it says less than the room's name.
      if (into.startsWith('web/') || (from.startsWith('web/') && into === 'web')) continue;
      const target = into.endsWith('.ts') ? into : `${into}/x.ts`;
      const allowed = MAY_IMPORT[from]?.includes(into) ?? false;
      expect(`src/${from}/to-${into.replace('.', '-')}.ts`, relative(`src/${from}`, `src/${target}`), allowed);
      expect(
        `src/${from}/deep/to-${into.replace('.', '-')}.ts`,
        relative(`src/${from}/deep`, `src/${target}`),
        allowed,
      );
    }
    expect(`src/${from}/node.ts`, 'node:fs', !(from in BROWSER_PACKAGES));
    expect(`src/${from}/node.test.ts`, 'node:fs', true);
  }
  expect('src/web/islands/to-texts.ts', '../texts/pages/x.ts', false);
  expect('src/web/islands/to-shared.ts', '../shared/x.ts', true);
  expect('src/web/islands/to-neighbour.ts', './x.ts', true);
  expect('src/web/shared/to-islands.ts', '../islands/x.ts', false);
  expect('src/web/texts/to-islands.ts', '../islands/x.ts', false);
  expect('src/web/to-islands.ts', './islands/x.ts', false);
  expect('src/main.ts', './store/x.ts', true);
  expect('src/node.ts', './web/x.ts', true);
  const found = await refusedByLinter(files);
  assert.deepEqual(
    refused.filter((path) => !found.includes(path)),
    [],
    'Wrong, and the linter lets it pass',
  );
  assert.deepEqual(
    found.filter((path) => !refused.includes(path)),
    [],
    'Right, and the linter refuses it',
  );
});

test('text is brought into a normal form in one place, which bounds what that costs', () => {
  const asking = sources.filter(({ path, text }) => !isTest(path) && text.includes('.normalize('));
  assert.deepEqual(
    asking.map(({ path }) => path),
    ['src/base/normal-form.ts'],
  );
});
