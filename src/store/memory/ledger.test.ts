import { describe, it } from 'node:test';
import { LEDGER_CONTRACT } from '../contract/ledger.ts';
import { createMemoryLedger } from './ledger.ts';

describe('the ledger in memory', () => {
  for (const [name, holds] of Object.entries(LEDGER_CONTRACT))
    it(name, () => holds({ ledger: createMemoryLedger(), reopen: null }));
});
