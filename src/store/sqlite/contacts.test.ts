import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { CONTACTS_CONTRACT } from '../contract/contacts.ts';
import { SUBSCRIPTIONS_CONTRACT } from '../contract/subscriptions.ts';
import { openSqliteContacts } from './contacts.ts';

const folder = await mkdtemp(join(tmpdir(), 'isonomia-'));
after(() => rm(folder, { recursive: true }));

describe('contacts: SQLite', () => {
  for (const [i, [name, check]] of Object.entries(CONTACTS_CONTRACT).entries()) {
    it(name, (t) => {
      const open = () => {
        const contacts = openSqliteContacts(join(folder, `${i}.sqlite`));
        t.after(contacts.close);
        return contacts;
      };
      check({ contacts: open(), reopen: open });
    });
  }
});

describe('subscriptions: SQLite', () => {
  for (const [i, [name, check]] of Object.entries(SUBSCRIPTIONS_CONTRACT).entries()) {
    it(name, (t) => {
      const open = () => {
        const contacts = openSqliteContacts(join(folder, `subscriptions-${i}.sqlite`));
        t.after(contacts.close);
        return contacts.subscriptions;
      };
      check({ subscriptions: open(), reopen: open });
    });
  }
});
