import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { TRAY_CONTRACT } from '../contract/tray.ts';
import { openSqliteTray } from './tray.ts';

const folder = await mkdtemp(join(tmpdir(), 'isonomia-'));
after(() => rm(folder, { recursive: true }));

describe('the tray: SQLite', () => {
  for (const [i, [name, check]] of Object.entries(TRAY_CONTRACT).entries()) {
    it(name, async (t) => {
      const open = () => {
        const tray = openSqliteTray(join(folder, `${i}.sqlite`));
        t.after(tray.close);
        return tray;
      };
      await check({ tray: open(), reopen: open });
    });
  }
});
