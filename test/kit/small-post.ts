import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PostalMime, { type Email } from 'postal-mime';
import type { Contacts } from '../../src/conference/post/contacts.ts';
import type { Outbox } from '../../src/conference/post/outbox.ts';
import { openPost } from '../../src/node-post.ts';
import type { RunningPost } from '../../src/post/post.ts';
import { createMemoryContacts } from '../../src/store/memory/contacts.ts';
import { createMemoryLedger } from '../../src/store/memory/ledger.ts';
import { createMemoryOutbox } from '../../src/store/memory/outbox.ts';
import { createMemoryTray } from '../../src/store/memory/tray.ts';
import { type MailServerOptions, startMailServer } from './mail-server.ts';
import type { PostGiven } from './server.ts';

/** A post that sends by SMTP to a server of this test, takes nothing in, and keeps what it keeps in memory. */

export type SmallPost = Awaited<ReturnType<typeof startSmallPost>>;

export const startSmallPost = async (options: MailServerOptions = {}) => {
  const folder = await mkdtemp(join(tmpdir(), 'isonomia-post-'));
  const server = await startMailServer(options);
  const contacts: Contacts = createMemoryContacts();
  const outbox: Outbox = createMemoryOutbox();
  const ledger = createMemoryLedger();
  let running: RunningPost | null = null;
  return {
    server,
    contacts,
    outbox,
    /** May be opened again, as after a start: what is kept stays. */
    open: async (given: PostGiven): Promise<RunningPost> => {
      const relay = { host: '127.0.0.1', port: server.port, security: 'none', auth: null } as const;
      running = await openPost({
        ...given,
        mail: { domain: 'post.example.org', relay, door: null },
        folder,
        resolve: () => Promise.reject(Object.assign(new Error('No such name'), { code: 'ENOTFOUND' })),
        outbox,
        contacts,
        tray: createMemoryTray(),
        ledger,
      });
      return running;
    },
    idle: async (): Promise<void> => running?.idle(),
    /** The mails to an address, as its reader has them. */
    mailsTo: async (address: string): Promise<readonly Email[]> => {
      await running?.idle();
      return Promise.all(
        server.taken.filter(({ to }) => to === address).map(({ message }) => PostalMime.parse(message)),
      );
    },
    close: async (): Promise<void> => {
      await server.close();
      await rm(folder, { recursive: true });
    },
  };
};
