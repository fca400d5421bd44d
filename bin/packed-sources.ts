import { existsSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';

/**
 * The program for a package: Node strips no types under `node_modules`, so a package holds every file as Node would have made it when loading it, line for line and column
 * for column, under a name that ends in `.js`.
 */

/** A file's address as another names it, in an import or as what a thread is to run. */
const NAMED = /(?<=')(?:\.{1,2}\/)*[\w./-]+\.ts(?=')/gu;

const targetOf = (name: string, from: URL): URL | null => {
  const target = new URL(name, from);
  return existsSync(target) ? target : null;
};

/** Each file that `main` reaches, by its address, as JavaScript; none of those that are `left` behind. */
export const reachedFrom = (main: URL, left: (file: URL) => boolean): ReadonlyMap<string, string> => {
  const made = new Map<string, string>();
  const open = [main];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (made.has(file.href)) continue;
    const here = file;
    const script = stripTypeScriptTypes(readFileSync(here, 'utf8')).replaceAll(NAMED, (name) => {
      const target = targetOf(name, here);
      if (target === null) return name;
      if (!left(target)) open.push(target);
      return `${name.slice(0, -'.ts'.length)}.js`;
    });
    made.set(here.href, script);
  }
  return made;
};
