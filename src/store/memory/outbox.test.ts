import { describe, it } from 'node:test';
import { createMemoryOutbox } from './outbox.ts';
import { OUTBOX_CONTRACT } from '../contract/outbox.ts';

describe('outbox: memory', () => {
  for (const [name, check] of Object.entries(OUTBOX_CONTRACT)) {
    it(name, () => check({ outbox: createMemoryOutbox(), reopen: null }));
  }
});
