import { describe, it } from 'node:test';
import { DRAFTS_CONTRACT } from '../contract/drafts.ts';
import { SHARED_CONTRACT } from '../contract/shared-drafts.ts';
import { createMemoryDrafts } from './drafts.ts';

describe('shared drafts: memory', () => {
  for (const [name, check] of Object.entries(SHARED_CONTRACT)) {
    it(name, () => check({ drafts: createMemoryDrafts().shared, reopen: null }));
  }
});

describe('drafts: memory', () => {
  for (const [name, check] of Object.entries(DRAFTS_CONTRACT)) {
    it(name, () => check({ drafts: createMemoryDrafts(), reopen: null }));
  }
});
