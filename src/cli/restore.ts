import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { stillClock } from '../conference/clock.ts';
import { createHost } from '../conference/host.ts';
import { writeWholeFile } from '../conference/whole-file.ts';
import { layOut } from './backup/restoring.ts';
import { passphraseIn } from './backup/passphrase.ts';
import { synced } from './backup/writing.ts';
import { type Command, Failure, parsed, required } from './command.ts';
import type { DataFolder, FolderDeps } from './folder.ts';

/** What was restored into a folder, and when, for whoever looks: a start asks only whether the records fit what is noted of them, which came back with them. */
export const RESTORED = 'restored.json';

export interface RestoreDeps extends FolderDeps {
  /** All that is wrong with a data file and its rows. */
  readonly faultsIn: (file: string) => readonly string[];
}

export const restoreCommand = ({ faultsIn, openFolder }: RestoreDeps): Command => ({
  help: `
isonomia restore --from FILE [--from EARLIER ...] --passphrase FILE [--data DIR]

Puts a backup into a data folder that is empty or not there, checks every byte and every record of it by the
rules, and only then lets it take its place.

  --from FILE         The backup. Where it follows others, name these, too, in any order.
  --passphrase FILE   A file with the passphrase in its first line.
  --data DIR          The data folder; ./data by default.

What happened after the backup was made is not in it: acts that were sent since are gone from this node, and
their makers may send them again. Mail that went out since may go out once more, as the same mail. What was erased
since is there again: erase it again. Never serve the folder that was lost beside the one that was restored.`,
  run: async (args, { say }) => {
    const { values } = parsed(args, {
      from: { type: 'string', multiple: true },
      passphrase: { type: 'string' },
      data: { type: 'string' },
    });
    const from = values.from ?? [];
    required(from[0], 'from');
    const passphrase = await passphraseIn(required(values.passphrase, 'passphrase'));
    const data = resolve(values.data ?? './data');
    await refuseTaken(data);
    const unfinished = `${data}.restoring`;
    await mkdir(dirname(data), { recursive: true });
    await claimed(unfinished);
    try {
      const manifest = await layOut(from, passphrase, unfinished);
      for (const { name } of manifest.files.filter((file) => file.name.endsWith('.sqlite'))) {
        const [fault] = faultsIn(join(unfinished, name));
        if (fault !== undefined) throw new Failure(`${name} was damaged when it was backed up (${fault})`);
      }
      const conferences = await replayed(await openFolder(unfinished));
      const restored = { made: manifest.made, restored: new Date().toISOString(), conferences };
      await writeWholeFile(join(unfinished, RESTORED), `${JSON.stringify(restored, null, 2)}\n`);
      await refuseTaken(data);
      await rename(unfinished, data);
      await synced(dirname(data));
      say(`${data} is as it was at ${manifest.made}, and every record in it was checked.`);
      for (const { slug, size, readOnly } of conferences) say(`  ${slug}: ${size} entries${readOnly ? READ_ONLY : ''}`);
      return 0;
    } finally {
      await rm(unfinished, { recursive: true, force: true });
    }
  },
});

const READ_ONLY =
  ', which can only be read, for they are not what was noted of them when they were backed up: isonomia check';

/** How many entries each record of a folder has, all of them replayed by the rules, as at a start. @throws where one cannot be */
const replayed = async ({ store, hostKey, close }: DataFolder) => {
  try {
    const host = await createHost({ store, hostKey, origin: 'http://localhost', clock: stillClock });
    for (const { why } of host.halted()) throw why;
    return host
      .conferences()
      .map(({ slug, state, isReadOnly }) => ({ slug, size: state().size, readOnly: isReadOnly() }));
  } finally {
    await close();
  }
};

/** @throws Failure where something is in the folder: a node may be using it */
const refuseTaken = async (data: string): Promise<void> => {
  const there = existsSync(data) ? await readdir(data) : [];
  if (there.length > 0) throw new Failure(`${data} is not empty. Move it away, or name another folder by --data.`);
};

const claimed = async (folder: string): Promise<void> => {
  try {
    await mkdir(folder, { mode: 0o700 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new Failure(`${folder} is there: a restore is under way, or broke off. Remove it where none is.`);
  }
};
