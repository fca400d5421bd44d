import type { Context as Call } from 'hono';
import type { Circulated } from '../../charter/group/state.ts';
import type { WebEnv } from './env.ts';

/** The host says on the record that a page has shown a signed-in delegate what was circulated to their organisation (8.4). */
export const noteOpened = async (c: Call<WebEnv>, shows: (what: Circulated) => boolean): Promise<void> => {
  const { me, reader, conference } = c.var.context();
  if (me === null) return;
  const { id } = me.organisation;
  const unopened = reader.owed(id).unopened.filter((number) => {
    const circulation = reader.circulation(number);
    return circulation !== null && shows(circulation.what);
  });
  if (unopened.length > 0) await conference.noteOpened(id, unopened);
};
