import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const LIBRARY = '@myriaddreamin/typst-ts-node-compiler';

/**
 * Whether what sets PDF files is on this machine. It is native code, which npm brings where there is some for the machine; where there is none the node runs without. Nothing of it is
 * loaded here.
 *
 * @param from the file that would load it
 */
export const isPdfOffered = (from: string = import.meta.url): boolean => {
  const require = createRequire(from);
  const found = (path: string): string | null => {
    try {
      return require.resolve(path);
    } catch {
      return null;
    }
  };
  const manifest = found(`${LIBRARY}/package.json`);
  if (manifest === null) return false;
  const { optionalDependencies } = JSON.parse(readFileSync(manifest, 'utf8')) as {
    readonly optionalDependencies: Readonly<Record<string, string>>;
  };
  const here = `${LIBRARY}-${process.platform}-${process.arch}`;
  return Object.keys(optionalDependencies).some((name) => name.startsWith(here) && found(name) !== null);
};
