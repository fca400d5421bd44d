import { readFileSync } from 'node:fs';

/** What is inside a package: a list in CycloneDX 1.6, which scanners read, and the licences in words. Both follow from package-lock.json. */

const home = new URL('../', import.meta.url);

/** An entry of package-lock.json, version 3. */
interface Locked {
  readonly version: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
}

export interface Part {
  /** Its folder, from the folder of the project. */
  readonly at: string;
  readonly name: string;
  readonly version: string;
  readonly license: string;
  /** In the package itself, or brought by npm where it fits the machine. */
  readonly scope: 'required' | 'optional';
  readonly sha512: string | null;
  readonly needs: readonly string[];
}

const IN = 'node_modules/';

const lockfile = (): Readonly<Record<string, Locked>> =>
  (
    JSON.parse(readFileSync(new URL('package-lock.json', home), 'utf8')) as {
      readonly packages: Readonly<Record<string, Locked>>;
    }
  ).packages;

const nameOf = (at: string): string => at.slice(at.lastIndexOf(IN) + IN.length);

/** Where Node finds the package `name` from the folder `at`: as near as possible. */
const nearest = (locked: Readonly<Record<string, Locked>>, name: string, at: string): string | null => {
  for (let folder = at; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf(`/${IN}`)))) {
    const found = `${folder === '' ? '' : `${folder}/`}${IN}${name}`;
    if (locked[found] !== undefined) return found;
    if (folder === '') return null;
  }
};

/** The packages that a package of ours holds or has npm bring; `inlined` are files that went into its scripts. */
export const partsOf = (inlined: Iterable<string>): readonly Part[] => {
  const locked = lockfile();
  const folders = new Set(
    Array.from(inlined, (file) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/u.exec(file)?.[0] ?? ''),
  );
  return Object.entries(locked)
    .filter(([at, { dev }]) => at !== '' && (dev !== true || folders.has(at)))
    .map(([at, { version, license, integrity, optional, dependencies }]) => ({
      at,
      name: nameOf(at),
      version,
      license: license ?? 'NOASSERTION',
      scope: optional === true ? 'optional' : 'required',
      sha512:
        integrity === undefined ? null : Buffer.from(integrity.replace(/^sha512-/u, ''), 'base64').toString('hex'),
      needs: Object.keys(dependencies ?? {}).flatMap((name) => nearest(locked, name, at) ?? []),
    }));
};

const purl = (name: string, version: string): string => `pkg:npm/${name.replace('@', '%40')}@${version}`;

const licenceOf = (license: string): object =>
  /[ ()]/u.test(license) ? { expression: license } : { license: { id: license } };

/** The list. It says nothing of the day or the machine, so that the same package has the same one. */
export const sbom = (own: { readonly version: string; readonly license: string }, parts: readonly Part[]): object => {
  const refOf = new Map(parts.map(({ at, name, version }) => [at, purl(name, version)]));
  const refs = (folders: readonly string[]): readonly string[] =>
    folders.flatMap((at) => refOf.get(at) ?? []).toSorted();
  const self = purl('isonomia', own.version);
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: {
        type: 'application',
        'bom-ref': self,
        name: 'isonomia',
        version: own.version,
        purl: self,
        licenses: [licenceOf(own.license)],
      },
    },
    components: parts.map(({ name, version, license, scope, sha512 }) => ({
      type: 'library',
      'bom-ref': purl(name, version),
      name,
      version,
      purl: purl(name, version),
      scope,
      licenses: [licenceOf(license)],
      ...(sha512 === null ? {} : { hashes: [{ alg: 'SHA-512', content: sha512 }] }),
    })),
    dependencies: [
      { ref: self, dependsOn: refs(parts.map(({ at }) => at)) },
      ...parts.map(({ name, version, needs }) => ({ ref: purl(name, version), dependsOn: refs(needs) })),
    ],
  };
};
