import { describe, it } from 'node:test';
import { LEDGER_CONTRACT } from './ledger-contract.ts';
import { createMemoryLedger } from './memory-ledger.ts';

describe('the ledger in memory', () => {
  for (const [name, holds] of Object.entries(LEDGER_CONTRACT))
    it(name, () => holds({ ledger: createMemoryLedger(), reopen: null }));
});
