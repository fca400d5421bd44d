import { describe, it } from 'node:test';
import { STORE_CONTRACT } from '../contract/store.ts';
import { createMemoryStore } from './store.ts';

describe('store: memory', () => {
  for (const [name, check] of Object.entries(STORE_CONTRACT)) {
    it(name, () => check({ store: createMemoryStore(), reopen: null }));
  }
});
