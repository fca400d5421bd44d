import { cpSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { TYPEFACES, packedAt } from '../src/press/pdf/typefaces.ts';
import { licences } from './licences.ts';
import { reachedFrom } from './packed-sources.ts';
import { partsOf, sbom } from './sbom.ts';
import { ISLANDS } from '../src/web/kit/assets.ts';
import { bundleIsland } from '../src/web/kit/bundle.ts';

/** Runs before `npm pack`: builds into `dist/` what a package holds in place of the sources. See decision 50. */

const home = new URL('../', import.meta.url);
const dist = new URL('dist/', home);
const islands = new URL('src/web/islands/', home);
/** Makes islands, which a package holds made. */
const bundler = new URL('src/web/kit/bundle.ts', home).href;

const { version, license } = JSON.parse(readFileSync(new URL('package.json', home), 'utf8')) as {
  readonly version: string;
  readonly license: string;
};

const put = (path: string, words: string): void => {
  const place = new URL(path, dist);
  mkdirSync(new URL('.', place), { recursive: true });
  writeFileSync(place, words);
};

const json = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;

rmSync(dist, { recursive: true, force: true });
for (const [file, script] of reachedFrom(new URL('src/main.ts', home), ({ href }) => href === bundler))
  put(file.slice(home.href.length).replace(/\.ts$/u, '.js'), script);
// What the program reads beside its own files: style sheets, the tables of its databases, the template of printed documents.
for (const file of globSync('src/**/*.{css,sql,typ}', { cwd: fileURLToPath(home) }))
  cpSync(new URL(file, home), new URL(file, dist));

const inlined = new Set<string>();
for (const name of ISLANDS) {
  const { script, inputs } = await bundleIsland(new URL(`${name}.ts`, islands));
  put(`src/web/islands/${name}.js`, script);
  for (const input of inputs) inlined.add(input);
}

// Of the packages of typefaces a package holds the few files that are set.
for (const typeface of Object.values(TYPEFACES).flat()) {
  const file = `node_modules/${typeface}`;
  cpSync(new URL(file, home), new URL(packedAt(typeface), new URL('src/press/pdf/', dist)));
  inlined.add(file);
}

const parts = partsOf(inlined);
put('package.json', json({ name: 'isonomia', version, type: 'module' }));
put('sbom.cdx.json', json(sbom({ version, license }, parts)));
put('LICENCES.txt', licences(parts));
