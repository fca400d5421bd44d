import type { Instant } from '../../base/time.ts';
import type { Outbox, OutboxState, OutboxTally } from '../../conference/post/outbox.ts';
import { openDatabase } from './database.ts';
import { OUTBOX_MIGRATIONS, itemOf, itemOrNull } from './outbox-rows.ts';
import type { OutboxReply, OutboxRequest } from './outbox-worker.ts';
import type { Written } from './outbox-writes.ts';
import { startThread } from './thread.ts';

/**
 * An {@link Outbox} in a SQLite file of its own, created where there is none. A thread writes it, in WAL mode with `synchronous=FULL`; here it is read.
 * @throws where the file cannot be opened or was written by a later version
 */
export const openSqliteOutbox = (file: string): Outbox => {
  const database = openDatabase(file, OUTBOX_MIGRATIONS, 'full');
  const ask = startThread<OutboxRequest, OutboxReply>(new URL('outbox-worker.ts', import.meta.url), file);
  const asking = async (request: OutboxRequest): Promise<unknown> => {
    const reply = await ask(request);
    if (reply.kind === 'fault') throw new Error(`The outbox failed: ${reply.message}`);
    return reply.value;
  };

  const prepare = (sql: string) => database.prepare(sql);
  const next = prepare(
    `select min(at) as at from (
       select min(at) as at from mail where state = 'queued' and urgent = 1
       union all select min(at) from mail where state = 'queued' and urgent = 0)`,
  );
  const byKey = prepare('select * from mail where slug = ? and key = ?');
  const byToken = prepare('select * from mail where token = ?');
  const byMessageId = prepare('select * from mail where message_id = ?');
  const ofEntry = prepare('select * from mail where slug = ? and entry = ? order by id');
  const counts = prepare('select state, count(*) as number from mail where slug = ? and entry = ? group by state');
  const inState = prepare('select * from mail where slug = ? and state = ? order by id desc limit ?');

  return {
    put: async (...given) => (await asking({ name: 'put', given })) as Written<'put'>,
    claim: async (...given) => (await asking({ name: 'claim', given })) as Written<'claim'>,
    settle: async (...given) => (await asking({ name: 'settle', given })) as Written<'settle'>,
    release: async (...given) => (await asking({ name: 'release', given })) as Written<'release'>,
    bounce: async (...given) => (await asking({ name: 'bounce', given })) as Written<'bounce'>,
    again: async (...given) => (await asking({ name: 'again', given })) as Written<'again'>,
    nextDue: () => {
      const at = next.get()?.['at'] ?? null;
      return at === null ? null : (Number(at) as Instant);
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
