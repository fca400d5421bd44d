import { describe, it } from 'node:test';
import { DRAFTS_CONTRACT } from './drafts-contract.ts';
import { createMemoryDrafts } from './memory-drafts.ts';

describe('drafts: memory', () => {
  for (const [name, check] of Object.entries(DRAFTS_CONTRACT)) {
    it(name, () => check({ drafts: createMemoryDrafts(), reopen: null }));
  }
});
