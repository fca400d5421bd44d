import assert from 'node:assert/strict';
import { test } from 'node:test';
import { arrows, importsOf, isTest, sources } from './kit/sources.ts';

/** Where code may stand that nothing runs but tests: what they hold a room to, and a library's front. */
const FOR_TESTS = /^src\/(?:charter\/spec\/|store\/(?:contract|memory)\/|text\/index\.ts$)/u;

/** What starts by itself: the program, and what pages name for browsers to load. */
const isStart = (path: string): boolean => path === 'src/main.ts' || /^src\/web\/islands\/[^/]+\.ts$/u.test(path);

test('what only tests use stands where tests are', () => {
  const imports = Map.groupBy(arrows, ({ path }) => path);
  const reached = new Set<string>();
  const open = sources.map(({ path }) => path).filter(isStart);
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (reached.has(path)) continue;
    reached.add(path);
    open.push(...(imports.get(path) ?? []).map(({ to }) => to));
  }
  const idle = sources.map(({ path }) => path).filter((path) => !isTest(path) && !reached.has(path));
  assert.deepEqual(
    idle.filter((path) => !FOR_TESTS.test(path)),
    [],
  );
});

test('where the ports stand, no file is read and nobody is called', () => {
  const calls = /^node:(?:fs|net|tls|http|https|dns|child_process|worker_threads)/u;
  const wrong = sources.filter(
    ({ path, text }) =>
      /^src\/conference\/(?:post\/|ports\.ts$)/u.test(path) &&
      !isTest(path) &&
      importsOf(text).some((name) => calls.test(name)),
  );
  assert.deepEqual(
    wrong.map(({ path }) => path),
    [],
  );
});
