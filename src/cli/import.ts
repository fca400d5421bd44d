import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Folder } from '../conference/archive/folder.ts';
import { importRecord } from '../conference/archive/import.ts';
import { folderAt, isFolder } from './record-folder.ts';
import { type Command, Failure, parsed, required } from './command.ts';
import { type FolderDeps, folderMade, slugIn } from './folder.ts';
import { piecesOf } from './plain-file.ts';
import { takeFolder } from './take-folder.ts';
import { wordsOf } from './words.ts';

export const importCommand = ({ openFolder }: FolderDeps): Command => ({
  help: `
isonomia import FILE.jsonl --data DIR --conference SLUG

Plays the entries of an export into a data folder that does not have the conference yet, with their times. Every signature is
checked and every act is judged again; all entries are taken in or none. Attachments come along from the folder
“attachments” beside FILE. No node may be serving the data folder meanwhile.

A record can be carried on only with the host's key that its founding act names: move “host-key.pem” from the old data
folder first, and “signed.sqlite” with it, which holds what that key has signed. Without the key, the record can be read. One
node alone carries it on: what the old one took after the export would be a second record.

  --data DIR          the data folder (./data); it is made where it is missing
  --conference SLUG   the conference's name in addresses, which must not be taken`,
  run: async (args, { say }) => {
    const { values, positionals } = parsed(
      args,
      { data: { type: 'string' }, conference: { type: 'string' } },
      { least: 1 },
    );
    const file = resolve(positionals[0] ?? '');
    const slug = slugIn(required(values.conference, 'conference'));
    if (await isFolder(file)) throw new Failure(`${file} is a folder: name the file “entries.jsonl” in it.`);
    const data = folderMade(values.data);
    const letGo = takeFolder(data);
    try {
      const folder = await openFolder(data);
      try {
        const entries = piecesOf(file, file, { most: Infinity, follow: true });
        const taken = await importRecord(folder.store, slug, entries, attachmentsBeside(file));
        if (!taken.ok) throw new Failure(`Nothing was taken in. ${wordsOf(taken.error)}`);
        say(`${slug}: ${taken.value.size} entries are in ${data}.`);
        return 0;
      } finally {
        await folder.close();
      }
    } finally {
      letGo();
    }
  },
});

const attachmentsBeside = (file: string): Folder | null => {
  const folder = join(dirname(file), 'attachments');
  return existsSync(folder) ? folderAt(folder) : null;
};
