import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { OnDamaged } from '../../conference/damaged.ts';
import type { Keeps } from '../../conference/personal.ts';
import { openSqliteContacts } from './contacts.ts';
import { openSqliteDrafts } from './drafts.ts';
import { openSqliteLedger } from './ledger.ts';
import { openSqliteOutbox } from './outbox.ts';
import { openSqliteSessions } from './sessions.ts';
import { openSqliteTray } from './tray.ts';

/** What a data folder keeps beside the records, for a command that nobody serves the folder to; of the post, what is there. */
export const openSqliteBeside = (folder: string) => {
  const sessions = openSqliteSessions(join(folder, 'sessions.sqlite'));
  const drafts = openSqliteDrafts(join(folder, 'drafts.sqlite'));
  const post = existsSync(join(folder, 'contacts.sqlite')) ? openPostStores(folder) : null;
  return {
    sessions,
    drafts,
    post,
    close: async (): Promise<void> => {
      sessions.close();
      drafts.close();
      await post?.close();
    },
  } satisfies Keeps & { readonly close: () => Promise<void> };
};

/** What a post keeps in a data folder. */
export const openPostStores = (folder: string, onDamaged?: OnDamaged) => {
  const contacts = openSqliteContacts(join(folder, 'contacts.sqlite'), onDamaged);
  const outbox = openSqliteOutbox(join(folder, 'outbox.sqlite'), onDamaged);
  const tray = openSqliteTray(join(folder, 'tray.sqlite'), onDamaged);
  const ledger = openSqliteLedger(join(folder, 'ledger.sqlite'), onDamaged);
  return {
    contacts,
    outbox,
    tray,
    ledger,
    close: async (): Promise<void> => {
      await outbox.close();
      await tray.close();
      ledger.close();
      contacts.close();
    },
  };
};
