import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { type Snapshot, copyFolder } from './backup/folder-files.ts';
import { idOf } from './backup/manifest.ts';
import { passphraseIn } from './backup/passphrase.ts';
import { openBackup } from './backup/reading.ts';
import { COST } from './backup/sealed.ts';
import { writeBackup } from './backup/writing.ts';
import { type Command, Failure, parsed, required } from './command.ts';
import { folderIn } from './folder.ts';

export interface BackupDeps {
  readonly snapshot: Snapshot;
  readonly version: string;
  /** How dear it is to try a passphrase; nobody sets it who runs the command. */
  readonly cost?: number;
}

export const backupCommand = ({ snapshot, version, cost = COST }: BackupDeps): Command => ({
  help: `
isonomia backup --to FILE --passphrase FILE [--data DIR] [--since EARLIER]

Writes all that a data folder holds into one file, as it is at one time, also while the node runs: records,
attachments, contacts, mail that goes out and came in, drafts, and keys. All of it is sealed with a passphrase
(scrypt, AES-256-GCM). The file is read again when it is written, and takes its place only if it is good.
Sessions are left out: after a restore everybody signs in again.

  --to FILE           Where to write it. What is there already is not written over.
  --passphrase FILE   A file with the passphrase in its first line. Keep it elsewhere, too: nothing opens
                      a backup without it.
  --data DIR          The data folder; ./data by default.
  --since EARLIER     An earlier backup. What it has, itself or by one that it follows, is left out;
                      isonomia restore needs all of them.`,
  run: async (args, { say }) => {
    const { values } = parsed(args, {
      to: { type: 'string' },
      passphrase: { type: 'string' },
      data: { type: 'string' },
      since: { type: 'string' },
    });
    const to = resolve(required(values.to, 'to'));
    const passphraseFile = required(values.passphrase, 'passphrase');
    const folder = folderIn(values.data);
    const passphrase = await passphraseIn(passphraseFile);
    if (existsSync(to)) throw new Failure(`${to} is there already.`);
    if (!existsSync(join(folder, 'records.sqlite')))
      throw new Failure(`${folder} is no data folder: it has no records.`);
    const earlier = values.since === undefined ? null : (await openBackup(values.since, passphrase)).manifest;
    const copies = await mkdtemp(join(dirname(to), `.${basename(to)}-`));
    try {
      const made = new Date().toISOString();
      const stills = await copyFolder(folder, copies, snapshot);
      const follows = earlier === null ? null : { id: idOf(earlier), manifest: earlier };
      const { files, holds } = await writeBackup(to, stills, { passphrase, cost, made, version, follows });
      const all = files.reduce((sum, { size }) => sum + size, 0);
      const own = holds.reduce((sum, [, size]) => sum + size, 0);
      say(`${to} holds ${folder} as of ${made}: ${files.length} files of ${all} bytes, ${own} of them in itself.`);
      if (earlier !== null) say(`It follows the backup of ${earlier.made}: keep both.`);
      return 0;
    } finally {
      await rm(copies, { recursive: true });
      await rm(`${to}.new`, { force: true });
    }
  },
});
