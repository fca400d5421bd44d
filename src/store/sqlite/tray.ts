import type { Slug } from '../../base/ids.ts';
import type { Instant } from '../../base/time.ts';
import type { OnDamaged } from '../../conference/damaged.ts';
import { foldedAddress } from '../../conference/post/address.ts';
import type { Fate, FateKind, KeptMail, Lying, MailView, Tray, TrayItem } from '../../conference/post/tray.ts';
import { openSealed } from './database.ts';
import type { Row } from './sealed.ts';
import { theirs } from './theirs.ts';
import { transaction } from './transaction.ts';

/** The tray, in a file of its own. Mails that come together reach the disk together. */

/** Whether a mail is somebody's; {@link theirs} says whose. What is damaged may be no JSON, and is nobody's. */
const IS_THEIRS = `slug = $slug and case when not json_valid(coalesce(view, '{}')) then 0
  when view ->> 'delegate' is null or $delegate is null then
    lower(trim(sender)) in (select value from json_each($addresses))
      or lower(trim(view ->> 'address')) in (select value from json_each($addresses))
  else view ->> 'organisation' = $organisation and view ->> 'delegate' = $delegate end`;

/** Whether a mail is on the record in an entry. */
const IS_ENTRY = `slug = ? and kind = 'placed' and
  case when json_valid(fate) then ? in (select value from json_each(fate, '$.entries')) else 0 end`;

interface Waiting {
  readonly mail: KeptMail;
  readonly resolve: (fresh: boolean) => void;
  readonly reject: (fault: unknown) => void;
}

/** {@link Tray} in a SQLite file, created where there is none. */
export const openSqliteTray = (file: string, onDamaged?: OnDamaged): Tray => {
  const database = openSealed(file, 'tray', onDamaged);
  const insert = database.prepare(
    'insert into mail (slug, id, at, sender, recipients, from_address, from_name, size, fate) values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing',
  );
  const insertRaw = database.prepare('insert into raw (row, content) values (?, ?)');
  const update = database.prepare('update mail set view = coalesce(?, view), fate = ? where slug = ? and id = ?');
  const emptyRaw = database.prepare(
    `update raw set content = x'' where row in (select row from mail where ${IS_ENTRY})`,
  );
  const emptyView = database.prepare(
    `update mail set view = json_set(view, '$.subject', '', '$.words', '', '$.cut', '', '$.files', json('[]')) where ${IS_ENTRY}`,
  );
  const select = database.prepare('select * from mail where slug = ? and id = ?');
  const selectRaw = database.prepare('select raw.* from raw join mail using (row) where slug = ? and id = ?');
  const list = database.prepare(
    'select * from mail where slug = ? and kind in (select value from json_each(?)) and at < ? order by at desc, id desc limit ?',
  );
  const counts = database.prepare(
    'select min(kind) as kind, count(*) as number from mail where slug = ? group by kind',
  );
  const fresh = database.prepare("select * from mail where kind = 'new' order by at, id limit ?");

  const lying = (where: string) =>
    database.prepare(`select count(*) as mails, coalesce(sum(size), 0) as bytes from mail where ${where}`);
  const inAll = lying('stranger');
  const inOne = lying('stranger and slug = ?');
  const ofSender = lying('stranger and slug = ? and lower(trim(sender)) = ?');
  const unread = lying("kind = 'new'");
  const remove = database.prepare('delete from mail where slug = ? and id = ?');
  const old = database.prepare('select * from mail where stranger and at < ?');
  const count = database.prepare(
    'insert into dropped (slug, mails, last) values (?, 1, ?) on conflict do update set mails = mails + 1, last = excluded.last',
  );
  const dropped = database.prepare('select * from dropped where slug = ?');
  const drop: Tray['drop'] = (slug, id, now) => {
    if (remove.run(slug, id).changes > 0) count.run(slug, now);
  };

  const concerning = database.prepare(`select * from mail where ${IS_THEIRS} order by at desc, id desc`);
  const ofPerson = database.prepare(`select * from mail where kind <> 'new' and ${IS_THEIRS}`);
  const readBefore = database.prepare(
    "select * from mail where at < ? and (kind not in ('new', 'placed') or kind = 'placed' and sender <> '')",
  );
  const late = database.prepare('update mail set at = ? where at > ?');
  const blankRaw = database.prepare("update raw set content = x'' where row = ?");
  const blank = database.prepare(
    `update mail set sender = '', from_address = '', from_name = '', view = json_set(view, '$.name', '', '$.address', '', '$.subject', '',
       '$.words', '', '$.cut', '', '$.files', json('[]')) where row = ?`,
  );
  const forgetAll = (rows: readonly Row[]): void => {
    if (rows.length === 0) return;
    transaction(database, () => {
      for (const { row, kind, slug, id } of rows) {
        if (kind === 'placed') {
          blankRaw.run(Number(row));
          blank.run(Number(row));
        } else remove.run(String(slug), String(id));
      }
    });
    database.exec('pragma wal_checkpoint(truncate)');
  };

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
    const { changes, lastInsertRowid } = insert.run(slug, id, at, ...values);
    if (changes === 0) return false;
    insertRaw.run(lastInsertRowid, raw);
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
    empty: async (slug, entry) => {
      transaction(database, () => {
        emptyRaw.run(slug, entry);
        emptyView.run(slug, entry);
      });
      // What was written lives on in the log beside the file until that is emptied.
      database.exec('pragma wal_checkpoint(truncate)');
    },
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
    strangers: (slug, sender) =>
      lyingIn(
        slug === null
          ? inAll.get()
          : sender === undefined
            ? inOne.get(slug)
            : ofSender.get(slug, foldedAddress(sender)),
      ),
    unread: () => lyingIn(unread.get()),
    drop: (slug, id, now) => transaction(database, () => drop(slug, id, now)),
    expire: (before, now) => {
      const gone = old.all(before);
      if (gone.length === 0) return;
      transaction(database, () => {
        for (const row of gone) drop(String(row['slug']) as Slug, String(row['id']), now);
      });
    },
    concerning: (person) => concerning.all(theirs(person)).map(itemOf),
    forget: (person) => forgetAll(ofPerson.all(theirs(person))),
    forgetBefore: (before, now) => {
      forgetAll(readBefore.all(before));
      late.run(now, now);
    },
    dropped: (slug) => {
      const row = dropped.get(slug);
      return row === undefined ? null : { mails: Number(row['mails']), last: Number(row['last']) as Instant };
    },
    close: async () => {
      if (waiting.length > 0) keepAll();
      if (database.isOpen) database.close();
    },
  };
};

const lyingIn = (row: Row | undefined): Lying => ({
  mails: Number(row?.['mails'] ?? 0),
  bytes: Number(row?.['bytes'] ?? 0),
});

const itemOf = (row: Row): TrayItem => ({
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
