import { fileURLToPath } from 'node:url';
import { type Plugin, build } from 'esbuild';

/** Makes islands from their sources: when one is first asked for, or once for a package. */

/** One island, made. */
export interface Bundle {
  readonly script: string;
  /** The files that went into it, ours and others', from the folder of the project. */
  readonly inputs: readonly string[];
}

/** Schemas bring their messages in fifty languages along; ours say what is wrong in codes. */
const WITHOUT_LOCALES: Plugin = {
  name: 'without-locales',
  setup: (bundler) => {
    // oxlint-disable require-unicode-regexp -- esbuild reads them as Go does, which has no such flag
    bundler.onResolve({ filter: /\/locales\/index\.js$/ }, ({ importer }) =>
      importer.includes('/zod/') ? { path: 'none', namespace: 'locales' } : undefined,
    );
    bundler.onLoad({ filter: /^none$/, namespace: 'locales' }, () => ({ contents: 'export {};' }));
    // oxlint-enable require-unicode-regexp
  },
};

/** Bundles one island with the pure rooms it uses: one file, one request. */
export const bundleIsland = async (source: URL): Promise<Bundle> => {
  const { outputFiles, metafile } = await build({
    absWorkingDir: fileURLToPath(new URL('../../../', import.meta.url)),
    entryPoints: [fileURLToPath(source)],
    bundle: true,
    format: 'esm',
    minify: true,
    write: false,
    metafile: true,
    target: 'es2024',
    legalComments: 'none',
    plugins: [WITHOUT_LOCALES],
    logLevel: 'silent',
  });
  return { script: outputFiles[0]?.text ?? '', inputs: Object.keys(metafile.inputs) };
};
