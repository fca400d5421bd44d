import { resolve } from 'node:path';
import { base64 } from '../base/bytes.ts';
import { exportRecord } from '../conference/archive/export.ts';
import { SigningStopped } from '../conference/load/checkpoints.ts';
import { writeFolder } from './record-folder.ts';
import { type Command, Failure, parsed, required } from './command.ts';
import { type FolderDeps, folderIn, openConference, slugIn } from './folder.ts';

export const exportCommand = ({ openFolder }: FolderDeps): Command => ({
  help: `
isonomia export --data DIR --conference SLUG --out DIR

Writes every entry, the signed checkpoint, the keys and the attachments, as docs/RECORD.md lays them out. The node may go
on serving meanwhile. “isonomia verify” checks such a folder, “isonomia import” plays it into another node.

  --data DIR          the data folder (./data)
  --conference SLUG   the conference's name in addresses
  --out DIR           a folder that is empty or not there yet`,
  run: async (args, { say }) => {
    const { values } = parsed(args, {
      data: { type: 'string' },
      conference: { type: 'string' },
      out: { type: 'string' },
    });
    const slug = slugIn(required(values.conference, 'conference'));
    const out = resolve(required(values.out, 'out'));
    const folder = await openFolder(folderIn(values.data));
    try {
      const conference = await openConference(folder, slug);
      const { size, host } = conference.state();
      if (host !== folder.hostKey.publicKey)
        throw new Failure('Another host carries this record on: only that one can sign its checkpoint.');
      try {
        await writeFolder(out, exportRecord(conference));
      } catch (error) {
        throw error instanceof SigningStopped ? new Failure(error.message) : error;
      }
      say(`${out} holds ${size} entries, root ${base64(conference.root(size))}`);
      return 0;
    } finally {
      await folder.close();
    }
  },
});
