import { normalized } from '../base/normal-form.ts';
import { erased } from '../charter/members/erasure.ts';
import type { Rejection } from '../conference/types.ts';
import { createKnownClock } from '../conference/time/known-clock.ts';
import { lastKnown } from '../conference/time/known-file.ts';
import { thisMachine } from '../conference/time/machine.ts';
import { type Command, Failure, Misuse, parsed, required } from './command.ts';
import { type FolderDeps, folderIn, openConference, slugIn } from './folder.ts';
import { takeFolder } from './take-folder.ts';

/** Where the law obliges whoever runs the host to erase something, and the organisation that brought it does not. */
export const eraseCommand = ({ openFolder }: FolderDeps): Command => ({
  help: `
isonomia erase --data DIR --conference SLUG --attachment HASH --reason WORDS

Erases one attachment for good, where the law obliges the host to. The record says so, in the host's own name, with the
reason, for everyone who could read it. The organisation that brought it erases it by an act of its own instead:
“isonomia act attachment.erase”. No node may be serving the data folder meanwhile; copies elsewhere are not reached.

  --data DIR          the data folder (./data)
  --conference SLUG   the conference's name in addresses
  --attachment HASH   its salted hash, as the record names it
  --reason WORDS      what stands on the record for ever; repeat nothing of what is erased`,
  run: async (args, { say, complain }) => {
    const { values } = parsed(args, {
      data: { type: 'string' },
      conference: { type: 'string' },
      attachment: { type: 'string' },
      reason: { type: 'string' },
    });
    const slug = slugIn(required(values.conference, 'conference'));
    const reason = normalized(required(values.reason, 'reason').trim());
    const body = erased.body.safeParse({ attachment: required(values.attachment, 'attachment'), reason });
    if (!body.success) throw new Misuse(MISSAID[body.error.issues[0]?.path[0] === 'reason' ? 'reason' : 'attachment']);
    const data = folderIn(values.data);
    const letGo = takeFolder(data);
    try {
      const folder = await openFolder(data);
      try {
        const time = createKnownClock({
          machine: thisMachine(),
          last: await lastKnown(data),
          onDoubt: ({ message }) => complain(message),
        });
        const conference = await openConference(folder, slug, time);
        const done = await conference.attest('host.erased', body.data);
        if (!done.ok) throw new Failure(`Nothing was erased. ${whyNot(done.error)}`);
        say(`${slug}: erased; entry ${done.value.index} of the record says so.`);
        await conference.close();
        return 0;
      } finally {
        await folder.close();
      }
    } finally {
      letGo();
    }
  },
});

const MISSAID = {
  attachment: '--attachment is no salted hash: 43 letters, digits, “-” and “_”.',
  reason: '--reason is of 1 to 1,000 characters, none of them hidden.',
} as const;

const whyNot = (rejection: Rejection): string => {
  if (rejection.kind === 'kept-elsewhere') return 'Another host carries this record on: it is for that one.';
  if (rejection.kind !== 'refused') return `The record takes nothing now: ${rejection.kind}.`;
  return rejection.refusal.kind === 'already'
    ? 'It is erased already.'
    : 'Nothing by this hash was ever brought beside this record.';
};
