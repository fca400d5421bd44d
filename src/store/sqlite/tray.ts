import type { SQLOutputValue } from 'node:sqlite';
import type { Slug } from '../../base/ids.ts';
import { DAY, type Instant } from '../../base/time.ts';
import type { Fate, FateKind, KeptMail, MailView, Tray, TrayItem } from '../../conference/post/tray.ts';
import { openDatabase } from './database.ts';

/** The tray, in a file of its own. Mails that come together reach the disk together. */

const MIGRATIONS = [
  `create table mail (
     slug text not null,
     id text not null,
     at integer not null,
     sender text not null,
     recipients text not null,
     from_address text not null,
     from_name text not null,
     size integer not null,
     view text,
     fate text not null,
     kind text generated always as (fate ->> 'kind') stored,
     primary key (slug, id)
   ) strict, without rowid;
   create index mail_kind on mail (slug, kind, at desc);
   create index mail_fresh on mail (at) where kind = 'new';
   create table raw (
     slug text not null,
     id text not null,
     content blob not null,
     foreign key (slug, id) references mail (slug, id) on delete cascade
   ) strict;
   create unique index raw_mail on raw (slug, id);
   create table answer (
     address text not null,
     at integer not null
   ) strict;
   create index answer_address on answer (address, at);`,
];

interface Waiting {
  readonly mail: KeptMail;
  readonly resolve: (fresh: boolean) => void;
  readonly reject: (fault: unknown) => void;
}

/** {@link Tray} in a SQLite file, created where there is none. */
export const openSqliteTray = (file: string): Tray => {
  const database = openDatabase(file, MIGRATIONS, 'full');
  const insert = database.prepare(
    'insert into mail (slug, id, at, sender, recipients, from_address, from_name, size, fate) values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing',
  );
  const insertRaw = database.prepare('insert into raw values (?, ?, ?)');
  const update = database.prepare('update mail set view = coalesce(?, view), fate = ? where slug = ? and id = ?');
  const select = database.prepare('select * from mail where slug = ? and id = ?');
  const selectRaw = database.prepare('select content from raw where slug = ? and id = ?');
  const list = database.prepare(
    'select * from mail where slug = ? and kind in (select value from json_each(?)) and at < ? order by at desc, id desc limit ?',
  );
  const counts = database.prepare('select kind, count(*) as number from mail where slug = ? group by kind');
  const fresh = database.prepare("select * from mail where kind = 'new' order by at, id limit ?");
  const forget = database.prepare('delete from answer where at <= ?');
  const answered = database.prepare('select count(*) as number from answer where address = ? and at > ?');
  const answer = database.prepare('insert into answer values (?, ?)');

  let waiting: Waiting[] = [];
  const keepAll = (): void => {
    const batch = waiting;
    waiting = [];
    try {
      database.exec('begin immediate');
      const news = batch.map(({ mail }) => keepOne(mail));
      database.exec('commit');
      for (const [i, { resolve }] of batch.entries()) resolve(news[i] === true);
    } catch (fault) {
      if (database.isOpen && database.isTransaction) database.exec('rollback');
      for (const { reject } of batch) reject(fault);
    }
  };
  const keepOne = ({ slug, id, at, sender, recipients, from, raw }: KeptMail): boolean => {
    const fate: Fate = { kind: 'new' };
    const values = [sender, JSON.stringify(recipients), from.address, from.name, raw.length, JSON.stringify(fate)];
    if (insert.run(slug, id, at, ...values).changes === 0) return false;
    insertRaw.run(slug, id, raw);
    return true;
  };

  return {
    keep: async (mail) => {
      const { promise, resolve, reject } = Promise.withResolvers<boolean>();
      if (waiting.push({ mail, resolve, reject }) === 1) setImmediate(keepAll);
      return promise;
    },
    settle: async (slug, id, view, fate) =>
      update.run(view === null ? null : JSON.stringify(view), JSON.stringify(fate), slug, id).changes === 1,
    get: (slug, id) => {
      const row = select.get(slug, id);
      return row === undefined ? null : itemOf(row);
    },
    raw: (slug, id) => {
      const content = selectRaw.get(slug, id)?.['content'];
      return content instanceof Uint8Array ? content : null;
    },
    list: (slug, fates, before, most) => list.all(slug, JSON.stringify(fates), before, most).map(itemOf),
    tally: (slug) => {
      const found = new Map(counts.all(slug).map((row) => [String(row['kind']), Number(row['number'])]));
      const count = (kind: FateKind): number => found.get(kind) ?? 0;
      return {
        new: count('new'),
        placed: count('placed'),
        refused: count('refused'),
        waiting: count('waiting'),
        done: count('done'),
        ignored: count('ignored'),
        bounce: count('bounce'),
      };
    },
    fresh: (most) => fresh.all(most).map(itemOf),
    mayAnswer: async (address, most, now) => {
      const folded = address.toLowerCase();
      forget.run(now - DAY);
      if (Number(answered.get(folded, now - DAY)?.['number']) >= most) return false;
      answer.run(folded, now);
      return true;
    },
    close: async () => {
      if (waiting.length > 0) keepAll();
      if (database.isOpen) database.close();
    },
  };
};

const itemOf = (row: Record<string, SQLOutputValue>): TrayItem => ({
  slug: String(row['slug']) as Slug,
  id: String(row['id']),
  at: Number(row['at']) as Instant,
  sender: String(row['sender']),
  recipients: JSON.parse(String(row['recipients'])) as readonly string[],
  from: { address: String(row['from_address']), name: String(row['from_name']) },
  size: Number(row['size']),
  view: row['view'] === null ? null : (JSON.parse(String(row['view'])) as MailView),
  fate: JSON.parse(String(row['fate'])) as Fate,
});
