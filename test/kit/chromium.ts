import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A Chromium to start: its path, and what its environment needs besides. */
export type Chromium = { readonly executablePath: string; readonly env: Readonly<Record<string, string>> };

const DEBIANS = '/usr/bin/chromium';

/**
 * Debian's Chromium where it is installed, else the one from npm, unpacked once an installation (2 s).
 * `ISONOMIA_CHROMIUM` overrides: `npm`, or the path of another Chromium.
 */
export const findChromium = async (): Promise<Chromium> => {
  const wish = process.env['ISONOMIA_CHROMIUM'] ?? (existsSync(DEBIANS) ? DEBIANS : 'npm');
  return wish === 'npm' ? fromNpm() : { executablePath: wish, env: {} };
};

const packageFolder = (): string => fileURLToPath(new URL('../../node_modules/@sparticuz/chromium/', import.meta.url));

const fromNpm = async (): Promise<Chromium> => {
  const pack = packageFolder();
  const { version } = JSON.parse(await readFile(join(pack, 'package.json'), 'utf8')) as { version: string };
  const folder = fileURLToPath(new URL(`../../node_modules/.cache/chromium-${version}`, import.meta.url));
  if (!existsSync(folder)) await unpack(pack, folder);
  return {
    executablePath: join(folder, 'chromium'),
    env: {
      // NSS and expat, for machines that have no desktop library at all.
      LD_LIBRARY_PATH: [join(folder, 'al2023', 'lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':'),
      ...(existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_FILE: join(folder, 'fonts.conf') }),
    },
  };
};

/** Without a font that it can find, Chromium lays out no text at all; the package's own file names other folders. */
const fontsConf = (folder: string): string =>
  `<?xml version="1.0"?><fontconfig><dir>${join(folder, 'fonts')}</dir><cachedir>${join(folder, 'cache')}</cachedir></fontconfig>`;

/**
 * Test files run side by side, and a half-written browser must not be started: so it is unpacked beside its place and
 * moved there whole. Who comes second throws its copy away.
 */
const unpack = async (pack: string, folder: string): Promise<void> => {
  await mkdir(dirname(folder), { recursive: true });
  const draft = await mkdtemp(`${folder}-`);
  const before = process.env['TMPDIR'];
  // The package unpacks into the system's temporary folder and nowhere else.
  process.env['TMPDIR'] = draft;
  try {
    const { default: chromium, inflate } = await import('@sparticuz/chromium');
    await chromium.executablePath();
    await inflate(join(pack, 'bin', 'al2023.tar.br'));
    await writeFile(join(draft, 'fonts.conf'), fontsConf(folder));
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
  try {
    await rename(draft, folder);
  } catch (fault) {
    await rm(draft, { recursive: true });
    if (!existsSync(folder)) throw fault;
  }
};
