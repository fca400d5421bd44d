import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { base64 } from '../base/bytes.ts';
import { unreachable } from '../base/result.ts';
import { type CheckedRecord, type StoredFault, checkRecord } from '../conference/archive/check.ts';
import { misfitIn } from '../conference/load/checkpoints.ts';
import { createCheckPool } from './check/pool.ts';
import { type Command, Failure, parsed } from './command.ts';
import { type FolderDeps, folderIn } from './folder.ts';
import type { RestoreDeps } from './restore.ts';
import { shown } from './terminal.ts';
import { reasonOf } from './words.ts';

export const checkCommand = ({ faultsIn, openFolder }: FolderDeps & Pick<RestoreDeps, 'faultsIn'>): Command => ({
  help: `
isonomia check --data DIR

Checks a data folder from end to end: every data file and every row in it, every hash and signature of every record, every act by the charter,
what is noted of what was signed and acknowledged, the attachments and the host's key. The node may go on serving meanwhile. Ends
with 0 where all is good, and with 1 and all that is wrong otherwise. It changes nothing.

  --data DIR     the data folder (./data)`,
  run: async (args, { say, complain }) => {
    const { values } = parsed(args, { data: { type: 'string' } });
    const data = folderIn(values.data);
    if (!existsSync(join(data, 'records.sqlite'))) throw new Failure(`${data} holds no records.sqlite.`);
    const wrong = readdirSync(data)
      .filter((name) => name.endsWith('.sqlite') && name !== 'in-use.sqlite')
      .flatMap((name) => faultsIn(join(data, name)));
    wrong.forEach(complain);
    const folder = await openFolder(data);
    const pool = createCheckPool();
    try {
      const slugs = await folder.store.conferences();
      for (const slug of slugs) {
        const checked = await checkRecord(folder.store, slug, pool);
        const faults = checked.faults.map((fault) => `${slug}: ${wordsOf(fault)}`);
        faults.forEach(complain);
        if (faults.length === 0) say(`${slug}: ${good(checked, folder.hostKey.publicKey === checked.host)}`);
        wrong.push(...faults);
      }
      for (const { slug, size } of await folder.store.acknowledged()) {
        if (size === 0 || slugs.includes(slug)) continue;
        const lost = `${slug}: its record of ${size} entries is missing.`;
        complain(lost);
        wrong.push(lost);
      }
      say(wrong.length === 0 ? `Good: ${data}` : `Not good: ${wrong.length} found in ${data}`);
      return wrong.length === 0 ? 0 : 1;
    } finally {
      await pool.close();
      await folder.close();
    }
  },
});

const good = ({ head, signed }: CheckedRecord, isOwn: boolean): string =>
  [
    `${head.size} entries are whole, root ${base64(head.root)}`,
    signed === null ? 'nothing of it was signed' : `signed up to ${signed.size}`,
    isOwn ? 'carried on here' : 'carried on by another host, here it can only be read',
  ].join('; ');

const wordsOf = (fault: StoredFault): string => {
  switch (fault.kind) {
    case 'entry':
      return `entry ${fault.index}: ${reasonOf({ index: fault.index, ...fault.fault })}`;
    case 'unread':
      return `what follows entry ${fault.from} cannot be read (${fault.why}).`;
    case 'misfit':
      return `${misfitIn(fault.misfit)}.`;
    case 'attachment':
      return `attachment ${shown(fault.hash)} is ${fault.why === 'damaged' ? 'not what its name says' : 'kept although it was erased'}.`;
    default:
      return unreachable(fault);
  }
};
