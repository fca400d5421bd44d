import { describe, it } from 'node:test';
import { CONTACTS_CONTRACT } from '../contract/contacts.ts';
import { createMemoryContacts } from './contacts.ts';

describe('contacts: memory', () => {
  for (const [name, check] of Object.entries(CONTACTS_CONTRACT)) {
    it(name, () => check({ contacts: createMemoryContacts(), reopen: null }));
  }
});
