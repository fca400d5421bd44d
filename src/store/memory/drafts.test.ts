import { describe, it } from 'node:test';
import { DRAFTS_CONTRACT } from '../contract/drafts.ts';
import { createMemoryDrafts } from './drafts.ts';

describe('drafts: memory', () => {
  for (const [name, check] of Object.entries(DRAFTS_CONTRACT)) {
    it(name, () => check({ drafts: createMemoryDrafts(), reopen: null }));
  }
});
