import { type Instant, instant } from '../base/time.ts';
import { SAMPLE } from '../conference/door/shares.ts';
import { type Command, Failure, parsed } from './command.ts';
import { type DataFolder, folderMade } from './folder.ts';
import type { PersonalDeps, PersonalFolder } from './personal.ts';
import { takeFolder } from './take-folder.ts';

export interface SampleDeps {
  /** Plays the sample into a store that does not have it. The number of its entries; `null` where it was there. */
  readonly writeSample: (
    given: Pick<DataFolder, 'store' | 'hostKey'> &
      Pick<PersonalFolder['sessions'], 'marks'> & { readonly now: Instant },
  ) => Promise<number | null>;
}

export const sampleCommand = ({ openFolder, openBeside, writeSample }: PersonalDeps & SampleDeps): Command => ({
  help: `
isonomia sample --data DIR

Plays the sample conference, whose name in addresses is “${SAMPLE}”, through the one door, up to today.

  --data DIR   the data folder (./data); it is made where it is missing`,
  run: async (args, { say }) => {
    const { values } = parsed(args, { data: { type: 'string' } });
    const folder = folderMade(values.data);
    const letGo = takeFolder(folder);
    try {
      const opened = await openFolder(folder);
      const beside = await openBeside(folder);
      const { marks } = beside.sessions;
      const size = await writeSample({ ...opened, marks, now: instant(Date.now()) });
      await beside.close();
      await opened.close();
      if (size === null) throw new Failure(`${folder} has a conference “${SAMPLE}” already.`);
      say(`The sample conference is in ${folder}: ${size} entries.`);
      return 0;
    } finally {
      letGo();
    }
  },
});
