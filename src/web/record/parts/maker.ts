import type { RecordEntry } from '../../../conference/types.ts';
import type { Html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { org } from '../../kit/words.ts';

/** By whom: the organisation, or the host in its own name. */
export const maker = (context: Context, { act }: Pick<RecordEntry, 'act'>): Html | string =>
  act.by.organisation === '' ? context.t.workspace.record.host : org(context, act.by.organisation);
