import { describe, it } from 'node:test';
import { PREPARED_CONTRACT } from '../contract/prepared.ts';
import { createMemoryPrepared } from './prepared.ts';

describe('prepared acts: memory', () => {
  for (const [name, check] of Object.entries(PREPARED_CONTRACT)) {
    it(name, () => check({ prepared: createMemoryPrepared(), reopen: null }));
  }
});
