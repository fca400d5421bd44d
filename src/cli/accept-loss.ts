import { base64 } from '../base/bytes.ts';
import { checkRecord } from '../conference/archive/check.ts';
import { misfitIn } from '../conference/load/checkpoints.ts';
import { createCheckPool } from './check/pool.ts';
import { basename, join } from 'node:path';
import { withSum, writeWholeFile } from '../conference/whole-file.ts';
import { type Command, type ExitCode, Failure, type Terminal, parsed, required } from './command.ts';
import { type FolderDeps, folderIn, slugIn } from './folder.ts';
import { takeFolder } from './take-folder.ts';

export interface BesideDeps {
  /** Goes on with what is left of the data files beside the records, and says which lacked anything. */
  readonly acceptBeside: (
    folder: string,
    now: number,
  ) => readonly { readonly file: string; readonly isMissing: boolean }[];
}

/** Where acts that a host had acknowledged are gone for good, and what is left was never signed otherwise. */
export const acceptLossCommand = ({ openFolder, acceptBeside }: FolderDeps & BesideDeps): Command => ({
  help: `
isonomia accept-loss --data DIR --conference SLUG
isonomia accept-loss --data DIR --beside

Goes on with a record from which acknowledged acts are missing, where no backup and no copy has them: their makers have receipts
that hold no more, and should be told. It is done only where every entry that is left is whole, and the record begins with all that
the host's key has signed of it. Where it does not, a second, contradicting checkpoint would be signed: put the record back that was
signed, from a backup or from anybody's export. No node may be serving the data folder meanwhile.

With --beside it goes on with what is left beside the records: addresses, mail, drafts. Where mail that goes out lacks anything, nobody
knows any more what has gone out: whatever waits is given up, and nothing that was communicated until now goes out by itself.

  --data DIR          the data folder (./data)
  --conference SLUG   the conference's name in addresses
  --beside            all that is kept beside the records`,
  run: async (args, { say }) => {
    const { values } = parsed(args, {
      data: { type: 'string' },
      conference: { type: 'string' },
      beside: { type: 'boolean' },
    });
    const data = folderIn(values.data);
    if (values.beside === true) return goOnBeside(data, { acceptBeside, say });
    const slug = slugIn(required(values.conference, 'conference'));
    const letGo = takeFolder(data);
    try {
      const folder = await openFolder(data);
      const pool = createCheckPool();
      try {
        const { head, faults } = await checkRecord(folder.store, slug, pool);
        if (head.size === 0) throw new Failure(`There is no record “${slug}” here.`);
        for (const fault of faults) {
          if (fault.kind !== 'misfit')
            throw new Failure(`${slug} is not whole: “isonomia check” says what is wrong. Put it back from a backup.`);
          if (fault.misfit.kind === 'signed')
            throw new Failure(
              `Two contradicting checkpoints would be signed: ${misfitIn(fault.misfit)}. Put the record back that was signed.`,
            );
        }
        if (faults.length === 0) throw new Failure(`${slug} lacks nothing.`);
        await folder.store.acceptLoss(slug, head);
        say(`${slug} goes on with ${head.size} entries, root ${base64(head.root)}.`);
        return 0;
      } finally {
        await pool.close();
        await folder.close();
      }
    } finally {
      letGo();
    }
  },
});

const goOnBeside = async (
  data: string,
  { acceptBeside, say }: BesideDeps & Pick<Terminal, 'say'>,
): Promise<ExitCode> => {
  const letGo = takeFolder(data);
  try {
    const accepted = acceptBeside(data, Date.now());
    if (accepted.length === 0) throw new Failure(`${data} lacks nothing beside its records.`);
    // What was communicated before is not mailed: nobody knows of what it was.
    if (accepted.some(({ file }) => basename(file) === 'outbox.sqlite')) await startMailAnew(data);
    for (const { file, isMissing } of accepted)
      say(isMissing ? `${file} begins anew.` : `${file} goes on with what is left in it.`);
    return 0;
  } finally {
    letGo();
  }
};

const startMailAnew = (data: string): Promise<void> =>
  writeWholeFile(join(data, 'mail-since'), withSum(`${Date.now()}\n`));
