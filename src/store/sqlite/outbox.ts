import type { SQLOutputValue } from 'node:sqlite';
import { unreachable } from '../../base/result.ts';
import type { Instant } from '../../base/time.ts';
import type { Mailing, Outbox, OutboxItem, OutboxState, OutboxTally } from '../../conference/post/outbox.ts';
import { openDatabase } from './database.ts';
import { transaction } from './transaction.ts';

/** The outbox, in a file of its own. Every write is one transaction that has reached the disk when it returns. */

const MIGRATIONS = [
  // `at` is when a queued mail is due, and otherwise since when the state holds.
  `create table mail (
     id integer primary key,
     slug text not null,
     key text not null,
     kind text not null,
     entry integer,
     organisation text,
     delegate integer,
     data text,
     address text not null,
     language text not null,
     message_id text not null,
     token text not null unique,
     urgent integer not null,
     queued integer not null,
     attempts integer not null default 0,
     state text not null default 'queued',
     at integer not null,
     answer text,
     unique (slug, key)
   ) strict;
   create index mail_message_id on mail (message_id);
   create index mail_entry on mail (slug, entry) where entry is not null;
   create index mail_state on mail (slug, state);
   create index mail_due on mail (urgent desc, at, id) where state = 'queued';`,
];

/** {@link Outbox} in a SQLite file, created where there is none. */
export const openSqliteOutbox = (file: string): Outbox => {
  const database = openDatabase(file, MIGRATIONS, 'full');
  const prepare = (sql: string) => database.prepare(sql);
  const insert = prepare(
    `insert into mail
       (slug, key, kind, entry, organisation, delegate, data, address, language, message_id, token, urgent, queued, at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     on conflict (slug, key) do nothing`,
  );
  const due = prepare(`select * from mail where state = 'queued' and at <= ? order by urgent desc, at, id limit ?`);
  const claimed = prepare(
    `update mail set state = 'sending', at = ?, attempts = attempts + 1, answer = null where id = ?`,
  );
  const settled = prepare(
    `update mail set state = ?, at = ?, answer = ? where slug = ? and key = ? and state = 'sending'`,
  );
  const release = prepare(`update mail set state = 'queued', at = ?, answer = null where state = 'sending'`);
  const bounce = prepare(
    `update mail set state = 'bounced', at = ?, answer = ? where token = ? and state not in ('bounced', 'given-up')
     returning *`,
  );
  const again = prepare(
    `update mail set state = 'queued', at = ?1, queued = ?1, answer = null, attempts = 0, address = ?2
     where slug = ?3 and key = ?4 and state in ('bounced', 'given-up')`,
  );
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
    put: async (mailings) =>
      transaction(database, () => sum(mailings.map((mailing) => insert.run(...rowOf(mailing)).changes))),
    claim: async (now, most) =>
      transaction(database, () =>
        due.all(now, most).map((row) => {
          claimed.run(now, Number(row['id']));
          return itemOf({ ...row, state: 'sending', at: now, attempts: Number(row['attempts']) + 1 });
        }),
      ),
    settle: async (outcomes) => {
      transaction(database, () => {
        for (const { slug, key, state } of outcomes)
          settled.run(state.kind, state.kind === 'queued' ? state.next : state.at, state.answer, slug, key);
      });
    },
    release: async (now) => Number(release.run(now).changes),
    bounce: async (token, answer, at) => one(bounce.get(at, answer, token)),
    again: async (slug, key, address, at) => again.run(at, address, slug, key).changes === 1,
    nextDue: () => {
      const at = next.get()?.['at'] ?? null;
      return at === null ? null : (Number(at) as Instant);
    },
    get: (slug, key) => one(byKey.get(slug, key)),
    byToken: (token) => one(byToken.get(token)),
    byMessageId: (messageId) => one(byMessageId.get(messageId)),
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
      if (database.isOpen) database.close();
    },
  };
};

const sum = (numbers: readonly (number | bigint)[]): number =>
  numbers.reduce<number>((all, one) => all + Number(one), 0);

type Row = Record<string, SQLOutputValue>;

const one = (row: Row | undefined): OutboxItem | null => (row === undefined ? null : itemOf(row));

const rowOf = (mailing: Mailing) =>
  [
    mailing.slug,
    mailing.key,
    mailing.kind,
    mailing.entry,
    mailing.organisation,
    mailing.delegate,
    mailing.data,
    mailing.address,
    mailing.language,
    mailing.messageId,
    mailing.token,
    mailing.urgent ? 1 : 0,
    mailing.queued,
    mailing.queued,
  ] as const;

const itemOf = (row: Row): OutboxItem => ({
  slug: String(row['slug']) as OutboxItem['slug'],
  key: String(row['key']),
  kind: String(row['kind']),
  entry: row['entry'] === null ? null : Number(row['entry']),
  organisation: row['organisation'] === null ? null : (String(row['organisation']) as OutboxItem['organisation']),
  delegate: row['delegate'] === null ? null : Number(row['delegate']),
  data: row['data'] === null ? null : String(row['data']),
  address: String(row['address']) as OutboxItem['address'],
  language: String(row['language']) as OutboxItem['language'],
  messageId: String(row['message_id']),
  token: String(row['token']),
  urgent: row['urgent'] === 1,
  queued: Number(row['queued']) as Instant,
  attempts: Number(row['attempts']),
  state: stateOf(row),
});

const stateOf = (row: Row): OutboxState => {
  const kind = String(row['state']) as OutboxState['kind'];
  const at = Number(row['at']) as Instant;
  const answer = row['answer'] === null ? null : String(row['answer']);
  switch (kind) {
    case 'queued':
      return { kind, next: at, answer };
    case 'sending':
      return { kind, since: at };
    case 'handed-over':
    case 'bounced':
    case 'given-up':
      return { kind, answer: answer ?? '', at };
    default:
      return unreachable(kind);
  }
};
