import { readFileSync, readdirSync } from 'node:fs';
import type { Part } from './sbom.ts';

/** The words under which everything inside a package may be used and handed on. */

const home = new URL('../', import.meta.url);

const WORDS = /^(?:licen[cs]e|copying|notice)/iu;

const wordsOf = (folder: URL): readonly string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && WORDS.test(entry.name))
    .map((entry) => readFileSync(new URL(entry.name, folder), 'utf8').trim());

/** One chapter a package; a package that brings no words is under those that its licence's name stands for. */
export const licences = (parts: readonly Part[]): string => {
  const chapters = parts
    .filter(({ scope }) => scope === 'required')
    .map(({ at, name, version, license }) =>
      [`${name} ${version} (${license})`, ...wordsOf(new URL(`${at}/`, home))].join('\n\n'),
    );
  return `Isonomia is under the licence in LICENSE. What others wrote is inside, under theirs:\n\n${chapters.join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
};
