import { execFile } from 'node:child_process';
import { access, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { tmpdir } from 'node:os';
import { promisify } from 'node:util';
import type { Bytes } from '../../src/base/bytes.ts';

/** LibreOffice, where this machine has it: another program's reading of what we write. */

const found = async (): Promise<string | null> => {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    const path = join(folder, 'soffice');
    try {
      await access(path);
      return path;
    } catch {
      // Not in this one.
    }
  }
  return null;
};

const soffice = await found();

/** For `skip` of a test: why it cannot run here, or `false`. */
export const withoutOffice: string | false = soffice === null ? 'LibreOffice (soffice) is not on this machine' : false;

/** What LibreOffice makes of a file: opened, and saved in another format. */
export const converted = async (file: Bytes, from: string, to: string): Promise<Bytes> => {
  const folder = await mkdtemp(join(tmpdir(), 'isonomia-office-'));
  try {
    await writeFile(join(folder, `in.${from}`), file);
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const out = join(folder, 'out');
    await promisify(execFile)(
      soffice ?? '',
      [profile, '--headless', '--convert-to', to, '--outdir', out, join(folder, `in.${from}`)],
      { timeout: 120_000 },
    );
    return new Uint8Array(await readFile(join(out, `in.${to}`)));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
