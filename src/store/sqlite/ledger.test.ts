import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { LEDGER_CONTRACT } from '../contract/ledger.ts';
import { openSqliteLedger } from './ledger.ts';

const folder = await mkdtemp(join(tmpdir(), 'isonomia-'));
after(() => rm(folder, { recursive: true }));

describe('ledger: SQLite', () => {
  for (const [i, [name, check]] of Object.entries(LEDGER_CONTRACT).entries()) {
    it(name, (t) => {
      const open = () => {
        const ledger = openSqliteLedger(join(folder, `${i}.sqlite`));
        t.after(ledger.close);
        return ledger;
      };
      check({ ledger: open(), reopen: open });
    });
  }
});
