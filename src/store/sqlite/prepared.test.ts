import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { PREPARED_CONTRACT } from '../contract/prepared.ts';
import { openSqliteDrafts } from './drafts.ts';

const folder = await mkdtemp(join(tmpdir(), 'isonomia-'));
after(() => rm(folder, { recursive: true }));

describe('prepared acts: SQLite', () => {
  for (const [i, [name, check]] of Object.entries(PREPARED_CONTRACT).entries()) {
    it(name, (t) => {
      const open = () => {
        const drafts = openSqliteDrafts(join(folder, `${i}.sqlite`));
        t.after(drafts.close);
        return drafts.prepared;
      };
      check({ prepared: open(), reopen: open });
    });
  }
});
