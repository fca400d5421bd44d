import { confirmClock } from '../conference/time/known-file.ts';
import { type Command, parsed } from './command.ts';
import { folderIn } from './folder.ts';

export const confirmClockCommand: Command = {
  help: `
isonomia confirm-clock --data DIR

Says that this machine's clock is right, where a node holds deadlines back because the clock has jumped, or because the node was
away for longer than it can know: look at the clock first. The node that serves DIR, which need not be stopped, believes it within
a minute; one that is started later does so at its start.

  --data DIR     the data folder (./data)`,
  run: async (args, { say }) => {
    const { values } = parsed(args, { data: { type: 'string' } });
    await confirmClock(folderIn(values.data));
    say(`Confirmed: it is ${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC.`);
    return 0;
  },
};
