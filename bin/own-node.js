// Plain JavaScript, because an older Node reads it, and Windows, which has no shell of ours.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The Node that the sources are written for, and what is built from them too. */
export const NEEDED = 26;

const require = createRequire(import.meta.url);

/** @returns {string | null} the Node that came with `npm install`, from one of our optional dependencies; whether it starts here is another matter */
export const ownNode = () => {
  const manifest = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  const { optionalDependencies } = /** @type {{ readonly optionalDependencies: Readonly<Record<string, string>> }} */ (
    JSON.parse(manifest)
  );
  for (const name of Object.keys(optionalDependencies).filter((one) => one.startsWith('node-'))) {
    try {
      return join(dirname(require.resolve(`${name}/package.json`)), 'bin', 'node');
    } catch {
      // It is for another kind of machine, and was left out here.
    }
  }
  return null;
};

/**
 * Why nothing starts here, and what helps. Official Linux builds since Node 25 need libatomic (BUILDING.md of Node), which a bare Debian has not.
 * @param {string | null} own the Node that came with `npm install`
 */
export const cannotStart = (own) =>
  own === null
    ? `Isonomia runs on Node ${NEEDED}, and this is Node ${process.versions.node}. npm brings Node ${NEEDED} to the machines that it fits, with "npm install" in
${fileURLToPath(new URL('..', import.meta.url))}; elsewhere, install the system’s own.`
    : `Isonomia runs on Node ${NEEDED}, and the one that npm brought does not start here.
On Debian and Ubuntu it may lack a library: apt install libatomic1
On a system that it is not made for, Alpine for one, install the system’s own Node ${NEEDED}.`;
