import { type Command, parsed } from './command.ts';
import { readParcel, sendKept } from './sending.ts';

export const actSendCommand: Command = {
  help: `
isonomia act send FILE

FILE was kept by “isonomia act” because no answer came. The very same act is sent again: if it had arrived, the answer is its
receipt of then, and nothing comes onto the record twice. FILE goes when there is an answer.

  --server URL           another address of the node
  --founding-token T     of the one-time link, for a founding that has not arrived`,
  run: async (args, terminal) => {
    const { values, positionals } = parsed(
      args,
      { server: { type: 'string' }, 'founding-token': { type: 'string' } },
      { least: 1 },
    );
    const file = positionals[0] ?? '';
    const parcel = await readParcel(file);
    return sendKept(file, { ...parcel, server: values.server ?? parcel.server }, values['founding-token'], terminal);
  },
};
