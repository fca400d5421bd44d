import { describe, it } from 'node:test';
import { CONTACTS_CONTRACT } from '../contract/contacts.ts';
import { SUBSCRIPTIONS_CONTRACT } from '../contract/subscriptions.ts';
import { createMemoryContacts } from './contacts.ts';

describe('contacts: memory', () => {
  for (const [name, check] of Object.entries(CONTACTS_CONTRACT)) {
    it(name, () => check({ contacts: createMemoryContacts(), reopen: null }));
  }
});

describe('subscriptions: memory', () => {
  for (const [name, check] of Object.entries(SUBSCRIPTIONS_CONTRACT)) {
    it(name, () => check({ subscriptions: createMemoryContacts().subscriptions, reopen: null }));
  }
});
