import assert from 'node:assert/strict';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, describe, it } from 'node:test';
import { instant } from '../../base/time.ts';
import type { OutboxItem, Settled } from '../../conference/post/outbox.ts';
import { OUTBOX_CONTRACT, OUTBOX_MAIL } from '../contract/outbox.ts';
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

  it('knows after a start what a server has confirmed, though the file took nothing until the end', async (t) => {
    const file = join(folder, 'refusing.sqlite');
    const outbox = openSqliteOutbox(file);
    t.after(outbox.close);
    await outbox.put([1, 2].map(OUTBOX_MAIL));
    const [one, two] = await outbox.claim(instant(5000), 2);
    assert.ok(one && two);
    const beside = new DatabaseSync(file);
    beside.exec(`create trigger refuse before update on mail begin select raise(rollback, 'disk full'); end`);
    const handedOver = { kind: 'handed-over', answer: '250 ok', at: instant(6000) } as const;
    const settled = ({ slug, key, attempts }: OutboxItem): Settled => ({ slug, key, attempts, state: handedOver });
    const settling = outbox.settle([settled(one)]);
    await assert.rejects(settling, /disk full/u);
    await assert.rejects(outbox.settle([one, two].map(settled)));
    await outbox.close();
    beside.exec('drop trigger refuse');
    beside.close();
    const again = openSqliteOutbox(file);
    t.after(again.close);
    assert.equal(again.tally(one.slug, 7)['handed-over'], 2);
    assert.equal(await again.release(instant(7000)), 0);
    await assert.rejects(stat(`${file}.answers`), { code: 'ENOENT' });
  });
});
