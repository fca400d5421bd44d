import { unreachable } from '../../base/result.ts';
import { DAY } from '../../base/time.ts';
import type { Outbox } from '../../conference/post/outbox.ts';
import { FORGOTTEN } from '../../conference/post/personal.ts';
import { IS_THEIRS, itemOf, itemOrNull, rowOf } from './outbox-rows.ts';
import type { SealedDatabase } from './sealed.ts';
import { theirs } from './theirs.ts';

type Name = 'put' | 'claim' | 'settle' | 'release' | 'bounce' | 'again' | 'forget' | 'expire';

/** A write to the outbox as it is asked of the thread that owns the file: the method, and what it is given. */
export type OutboxWrite = { readonly [N in Name]: { readonly name: N; readonly given: Parameters<Outbox[N]> } }[Name];

/** What a write answers; see {@link Outbox}. */
export type Written<N extends Name> = Awaited<ReturnType<Outbox[N]>>;

const IS_OVER = `state in ('handed-over', 'bounced', 'given-up')`;

/** Does a write within a transaction that is open. */
export const createOutboxWrites = (database: SealedDatabase): ((write: OutboxWrite) => Written<Name>) => {
  const prepare = (sql: string) => database.prepare(sql);
  const insert = prepare(
    `insert into mail
       (slug, key, kind, entry, organisation, delegate, data, address, language, message_id, token, urgent, queued, at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     on conflict (slug, key) do nothing`,
  );
  const due = prepare(`select * from mail where state = 'queued' and at <= ? order by urgent desc, at, row limit ?`);
  const claim = prepare(
    `update mail set state = 'sending', at = ?, attempts = attempts + 1, answer = null where row = ?`,
  );
  const settle = prepare(
    `update mail set state = ?, at = ?, answer = ? where slug = ? and key = ? and state = 'sending' and attempts = ?`,
  );
  // Nothing is put off for so long but by a clock that was ahead.
  const release = prepare(
    `update mail set state = 'queued', at = ?1, answer = null where state = 'sending' or (state = 'queued' and at > ?1 + ${DAY})`,
  );
  const bounce = prepare(
    `update mail set state = 'bounced', at = ?, answer = ? where token = ? and state not in ('bounced', 'given-up')`,
  );
  const byToken = prepare('select * from mail where token = ?');
  const again = prepare(
    `update mail set state = 'queued', at = ?1, queued = ?1, answer = null, attempts = 0, address = ?2
     where slug = ?3 and key = ?4 and state in ('bounced', 'given-up')`,
  );
  const drop = prepare(`delete from mail where entry is null and state <> 'sending' and ${IS_THEIRS}`);
  const giveUp = prepare(`update mail set state = 'given-up', at = $now where state = 'queued' and ${IS_THEIRS}`);
  const blank = prepare(
    `update mail set address = $forgotten, data = null, answer = '' where state not in ('queued', 'sending') and ${IS_THEIRS}`,
  );
  const dropOld = prepare(`delete from mail where entry is null and ${IS_OVER} and at < ?`);
  const blankOld = prepare(
    `update mail set address = ?, data = null, answer = '' where ${IS_OVER} and at < ? and address <> ?`,
  );
  const late = prepare(`update mail set at = ? where ${IS_OVER} and at > ?`);

  return (write) => {
    switch (write.name) {
      case 'put':
        return write.given[0].reduce((fresh, mailing) => fresh + Number(insert.run(...rowOf(mailing)).changes), 0);
      case 'claim': {
        const [now, most] = write.given;
        return due.all(now, most).map((row) => {
          claim.run(now, Number(row['row']));
          return itemOf({ ...row, state: 'sending', at: now, attempts: Number(row['attempts']) + 1 });
        });
      }
      case 'settle':
        for (const { slug, key, attempts, state } of write.given[0])
          settle.run(state.kind, state.kind === 'queued' ? state.next : state.at, state.answer, slug, key, attempts);
        return;
      case 'release':
        return Number(release.run(write.given[0]).changes);
      case 'bounce': {
        const [token, answer, at] = write.given;
        return bounce.run(at, answer, token).changes === 1 ? itemOrNull(byToken.get(token)) : null;
      }
      case 'again': {
        const [slug, key, address, at] = write.given;
        return again.run(at, address, slug, key).changes === 1;
      }
      case 'forget': {
        const [person, now] = write.given;
        const whose = theirs(person);
        drop.run(whose);
        giveUp.run({ ...whose, now });
        blank.run({ ...whose, forgotten: FORGOTTEN });
        return;
      }
      case 'expire': {
        const [before, now] = write.given;
        dropOld.run(before);
        blankOld.run(FORGOTTEN, before, FORGOTTEN);
        late.run(now, now);
        return;
      }
      default:
        return unreachable(write);
    }
  };
};
