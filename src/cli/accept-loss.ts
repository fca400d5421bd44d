import { base64 } from '../base/bytes.ts';
import { checkRecord } from '../conference/archive/check.ts';
import { misfitIn } from '../conference/load/checkpoints.ts';
import { createCheckPool } from './check/pool.ts';
import { type Command, Failure, parsed, required } from './command.ts';
import { type FolderDeps, folderIn, slugIn } from './folder.ts';
import { takeFolder } from './take-folder.ts';

/** Where acts that a host had acknowledged are gone for good, and what is left was never signed otherwise. */
export const acceptLossCommand = ({ openFolder }: FolderDeps): Command => ({
  help: `
isonomia accept-loss --data DIR --conference SLUG

Goes on with a record from which acknowledged acts are missing, where no backup and no copy has them: their makers have receipts
that hold no more, and should be told. It is done only where every entry that is left is whole, and the record begins with all that
the host's key has signed of it. Where it does not, a second, contradicting checkpoint would be signed: put the record back that was
signed, from a backup or from anybody's export. No node may be serving the data folder meanwhile.

  --data DIR          the data folder (./data)
  --conference SLUG   the conference's name in addresses`,
  run: async (args, { say }) => {
    const { values } = parsed(args, { data: { type: 'string' }, conference: { type: 'string' } });
    const slug = slugIn(required(values.conference, 'conference'));
    const data = folderIn(values.data);
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
