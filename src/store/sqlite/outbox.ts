import type { Instant } from '../../base/time.ts';
import { type OnDamaged, refuseDamaged } from '../../conference/damaged.ts';
import type { Outbox, OutboxState, OutboxTally } from '../../conference/post/outbox.ts';
import { openSealed } from './database.ts';
import { openAside } from './outbox-aside.ts';
import { IS_THEIRS, itemOf, itemOrNull } from './outbox-rows.ts';
import type { OutboxReply, OutboxRequest } from './outbox-worker.ts';
import { type Written, createOutboxWrites } from './outbox-writes.ts';
import { theirs } from './theirs.ts';
import { faultAs, startThread } from './thread.ts';
import { transaction } from './transaction.ts';

/**
 * An {@link Outbox} in a SQLite file of its own, created where there is none. A thread writes it, in WAL mode with `synchronous=FULL`; here it is read.
 * What it cannot take down of what became of mails stands beside it, and is in it when it is opened again.
 * @throws where the file cannot be opened or was written by a later version
 */
export const openSqliteOutbox = (file: string, onDamaged: OnDamaged = refuseDamaged): Outbox => {
  const database = openSealed(file, 'outbox', onDamaged);
  const aside = openAside(`${file}.answers`);
  const write = createOutboxWrites(database);
  const left = aside.all();
  if (left.length > 0) transaction(database, () => write({ name: 'settle', given: [left] }));
  aside.forget();
  const ask = startThread<OutboxRequest, OutboxReply>(new URL('outbox-worker.ts', import.meta.url), file);
  const asking = async (request: OutboxRequest): Promise<unknown> => {
    const reply = await ask(request);
    if (reply.kind === 'fault') throw faultAs('The outbox', reply);
    reply.damaged.forEach(onDamaged);
    return reply.value;
  };

  const prepare = (sql: string) => database.prepare(sql);
  const next = prepare(
    `select min(at) as at from (
       select min(at) as at from mail where state = 'queued' and urgent = 1
       union all select min(at) from mail where state = 'queued' and urgent = 0)`,
  );
  const backlog = prepare(`select count(*) as number, min(queued) as since from mail where state = 'queued'`);
  const byKey = prepare('select * from mail where slug = ? and key = ?');
  const byToken = prepare('select * from mail where token = ?');
  const byMessageId = prepare('select * from mail where message_id = ?');
  const ofEntry = prepare('select * from mail where slug = ? and entry = ? order by row');
  const counts = prepare(
    'select min(state) as state, count(*) as number from mail where slug = ? and entry = ? group by state',
  );
  const inState = prepare('select * from mail where slug = ? and state = ? order by row desc limit ?');
  const concerning = prepare(`select * from mail where ${IS_THEIRS} order by row`);

  return {
    put: async (...given) => (await asking({ name: 'put', given })) as Written<'put'>,
    claim: async (...given) => (await asking({ name: 'claim', given })) as Written<'claim'>,
    settle: async (settled) => {
      try {
        await asking({ name: 'settle', given: [settled] });
      } catch (fault) {
        aside.note(settled);
        throw fault;
      }
      aside.forget();
    },
    release: async (...given) => (await asking({ name: 'release', given })) as Written<'release'>,
    bounce: async (...given) => (await asking({ name: 'bounce', given })) as Written<'bounce'>,
    again: async (...given) => (await asking({ name: 'again', given })) as Written<'again'>,
    forget: async (...given) => {
      await asking({ name: 'forget', given });
      // What was written lives on in the log beside the file until that is emptied.
      database.exec('pragma wal_checkpoint(truncate)');
    },
    expire: async (...given) => (await asking({ name: 'expire', given })) as Written<'expire'>,
    concerning: (person) => concerning.all(theirs(person)).map(itemOf),
    nextDue: () => {
      const at = next.get()?.['at'] ?? null;
      return at === null ? null : (Number(at) as Instant);
    },
    backlog: () => {
      const { number = 0, since = null } = backlog.get() ?? {};
      return { waiting: Number(number), since: since === null ? null : (Number(since) as Instant) };
    },
    get: (slug, key) => itemOrNull(byKey.get(slug, key)),
    byToken: (token) => itemOrNull(byToken.get(token)),
    byMessageId: (messageId) => itemOrNull(byMessageId.get(messageId)),
    of: (slug, entry) => ofEntry.all(slug, entry).map(itemOf),
    tally: (slug, entry) => {
      const found = new Map(counts.all(slug, entry).map((row) => [String(row['state']), Number(row['number'])]));
      const count = (kind: OutboxState['kind']): number => found.get(kind) ?? 0;
      return {
        queued: count('queued'),
        sending: count('sending'),
        'handed-over': count('handed-over'),
        bounced: count('bounced'),
        'given-up': count('given-up'),
      } satisfies OutboxTally;
    },
    inState: (slug, kind, most) => inState.all(slug, kind, most).map(itemOf),
    close: async () => {
      if (!database.isOpen) return;
      database.close();
      await asking({ name: 'close' });
    },
  };
};
