import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { READING_MARKS_CONTRACT } from '../contract/reading-marks.ts';
import { openSqliteSessions } from './sessions.ts';

const folder = await mkdtemp(join(tmpdir(), 'isonomia-reading-'));
after(() => rm(folder, { recursive: true }));

describe('how far somebody has read: SQLite', () => {
  for (const [i, [name, check]] of Object.entries(READING_MARKS_CONTRACT).entries()) {
    it(name, () => {
      const file = join(folder, `sessions-${i}.sqlite`);
      let opened = openSqliteSessions(file);
      const reopen = () => {
        opened.close();
        opened = openSqliteSessions(file);
        return opened.marks;
      };
      check({ marks: opened.marks, reopen });
      opened.close();
    });
  }
});
