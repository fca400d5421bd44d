import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { OUTBOX_CONTRACT } from '../outbox-contract.ts';
import { openSqliteOutbox } from './outbox.ts';

const folder = await mkdtemp(join(tmpdir(), 'isonomia-'));
after(() => rm(folder, { recursive: true }));

describe('outbox: SQLite', () => {
  for (const [i, [name, check]] of Object.entries(OUTBOX_CONTRACT).entries()) {
    it(name, async (t) => {
      const open = () => {
        const outbox = openSqliteOutbox(join(folder, `${i}.sqlite`));
        t.after(outbox.close);
        return outbox;
      };
      await check({ outbox: open(), reopen: open });
    });
  }
});
