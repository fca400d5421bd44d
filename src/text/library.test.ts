import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { pathToFileURL } from 'node:url';

/** The room as a library: its README's examples run, and what records hang on is the same on every machine. */

const here = (name: string): URL => new URL(name, import.meta.url);

/** The files of the project that a file is made of, itself too. */
const sourcesOf = async (entry: URL, seen = new Map<string, string>()): Promise<ReadonlyMap<string, string>> => {
  if (seen.has(entry.href)) return seen;
  const source = await readFile(entry, 'utf8');
  seen.set(entry.href, source);
  for (const [, path = ''] of source.matchAll(/from '(\.[^']+)'/gu)) await sourcesOf(new URL(path, entry), seen);
  return seen;
};

suite('the library', () => {
  test('does what its README shows', async () => {
    const readme = await readFile(here('README.md'), 'utf8');
    const examples = [...readme.matchAll(/^```js\n(.*?)^```$/gmsu)].map(([, code = '']) => code);
    assert.ok(examples.length >= 5);
    const folder = await mkdtemp(join(tmpdir(), 'isonomia-text-'));
    try {
      for (const [i, code] of examples.entries()) {
        const file = join(folder, `${i}.mjs`);
        await writeFile(file, code.replaceAll("'./index.ts'", `'${here('index.ts').href}'`));
        await import(pathToFileURL(file).href);
      }
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test('asks no table of the engine where records hang on the answer', async () => {
    for (const entry of ['merge.ts', 'derive.ts', 'bracketed-words.ts', 'provenance.ts'])
      for (const [file, source] of await sourcesOf(here(entry)))
        assert.doesNotMatch(
          source,
          /\bIntl\.|\\p\{|\.normalize\(|toLocale|toLowerCase|toUpperCase|localeCompare/u,
          `${entry}: ${file}`,
        );
  });

  test('needs nothing but zod and the base', async () => {
    for (const [file, source] of await sourcesOf(here('index.ts'))) {
      assert.match(file, /\/src\/(?:text|base)\//u);
      for (const [, name = ''] of source.matchAll(/from '([^.'][^']*)'/gu)) assert.equal(name, 'zod', file);
    }
  });
});
