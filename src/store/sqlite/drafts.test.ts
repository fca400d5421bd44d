import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { DRAFTS_CONTRACT } from '../contract/drafts.ts';
import { SHARED_CONTRACT } from '../contract/shared-drafts.ts';
import { openSqliteDrafts } from './drafts.ts';

const folder = await mkdtemp(join(tmpdir(), 'isonomia-'));
after(() => rm(folder, { recursive: true }));

describe('shared drafts: SQLite', () => {
  for (const [i, [name, check]] of Object.entries(SHARED_CONTRACT).entries()) {
    it(name, (t) => {
      const open = () => {
        const drafts = openSqliteDrafts(join(folder, `shared-${i}.sqlite`));
        t.after(drafts.close);
        return drafts.shared;
      };
      check({ drafts: open(), reopen: open });
    });
  }
});

describe('drafts: SQLite', () => {
  for (const [i, [name, check]] of Object.entries(DRAFTS_CONTRACT).entries()) {
    it(name, (t) => {
      const open = () => {
        const drafts = openSqliteDrafts(join(folder, `${i}.sqlite`));
        t.after(drafts.close);
        return drafts;
      };
      check({ drafts: open(), reopen: open });
    });
  }
});
