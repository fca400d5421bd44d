import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import type { Append } from './protocol.ts';
import { type Packed, pack, unpack } from '../../base/pack.ts';

/** The statements over the tables of records; see `migrations/records/`. */

/** Room for the entries of one conference in the table of all. */
const SPAN = 2 ** 32;

export interface Tables {
  readonly slugs: () => readonly string[];
  readonly size: (slug: string) => number;
  /** The slug of the record that stands in the way of one that begins. */
  readonly inTheWay: (slug: string, conference: string) => string | null;
  /** The id of the conference whose record this is. */
  readonly conference: (slug: string) => string | null;
  /** Writes without asking for the size, or what is in the way; the caller has, in the same transaction. */
  readonly append: (append: Append) => void;
  readonly read: (slug: string, from: number, to: number) => Packed;
  /** Salt and content, or nothing. */
  readonly attachment: (slug: string, hash: Uint8Array) => Packed;
  readonly attachmentHashes: (slug: string) => Packed;
  /** Empties the log beside the data file, in which lives on what was erased. `false`: somebody else is reading it. */
  readonly emptyLog: () => boolean;
}

export const createTables = (database: DatabaseSync): Tables => {
  const slugs = database.prepare('select slug from conference order by id');
  const find = database.prepare('select id from conference where slug = ?');
  const findEither = database.prepare('select slug from conference where slug = ? or hash = ?');
  const findHash = database.prepare('select hash from conference where slug = ?');
  const begin = database.prepare('insert into conference (slug, hash) values (?, ?) returning id');
  const last = database.prepare('select max(key) as key from entry where key >= ? and key < ?');
  const insertEntry = database.prepare('insert into entry (key, bytes) values (?, ?)');
  const selectEntries = database.prepare('select key, bytes from entry where key >= ? and key < ? order by key');
  const insertAttachment = database.prepare(
    'insert into attachment (conference, hash, salt, content) values (?, ?, ?, ?) on conflict do nothing',
  );
  const selectAttachment = database.prepare('select salt, content from attachment where conference = ? and hash = ?');
  const selectHashes = database.prepare('select hash from attachment where conference = ? order by hash');
  const deleteAttachment = database.prepare('delete from attachment where conference = ? and hash = ?');

  const idOf = (slug: string): number | null => {
    const row = find.get(slug);
    return row === undefined ? null : number(row['id']);
  };

  const baseOf = (slug: string): number => (idOf(slug) ?? 0) * SPAN;

  return {
    slugs: () => slugs.all().map((row) => String(row['slug'])),
    size: (slug) => {
      const base = baseOf(slug);
      const key = last.get(base, base + SPAN)?.['key'] ?? null;
      return key === null ? 0 : number(key) - base + 1;
    },
    inTheWay: (slug, conference) => text(findEither.get(slug, conference)?.['slug']),
    conference: (slug) => text(findHash.get(slug)?.['hash']),
    append: ({ slug, begins, size, entries, attachments, erases }) => {
      const id = begins === null ? idOf(slug) : number(begin.get(slug, begins)?.['id']);
      if (id === null) throw new TypeError(`There is no record “${slug}”`);
      unpack(entries).forEach((bytes, i) => insertEntry.run(id * SPAN + size + i, bytes));
      const parts = unpack(attachments);
      for (let i = 0; i + 2 < parts.length; i += 3) insertAttachment.run(id, ...three(parts, i));
      for (const hash of erases) deleteAttachment.run(id, hash);
    },
    read: (slug, from, to) => {
      const base = baseOf(slug);
      const end = Math.min(to, SPAN);
      return pack(
        selectEntries.all(base + from, base + end).map(({ key, bytes }, i) => {
          // A row that is gone would put all that follow in the wrong place.
          if (key !== base + from + i) throw new Error(`entry ${from + i} is missing`);
          return blob(bytes);
        }),
      );
    },
    attachment: (slug, hash) => {
      const row = selectAttachment.get(idOf(slug), hash);
      return pack(row === undefined ? [] : [blob(row['salt']), blob(row['content'])]);
    },
    attachmentHashes: (slug) => pack(selectHashes.all(idOf(slug)).map((row) => blob(row['hash']))),
    emptyLog: () => {
      const { timeout } = database.prepare('pragma busy_timeout').get() ?? {};
      // Nobody waits for whoever is reading.
      database.exec('pragma busy_timeout = 0');
      const { busy } = database.prepare('pragma wal_checkpoint(truncate)').get() ?? {};
      database.exec(`pragma busy_timeout = ${number(timeout)}`);
      return busy === 0;
    },
  };
};

const three = (parts: readonly Uint8Array[], at: number): [Uint8Array, Uint8Array, Uint8Array] => {
  const [a, b, c] = parts.slice(at, at + 3);
  if (a === undefined || b === undefined || c === undefined) throw new TypeError('An attachment has three parts');
  return [a, b, c];
};

const text = (value: SQLOutputValue | undefined): string | null => (value === undefined ? null : String(value));

const number = (value: SQLOutputValue | undefined): number => {
  if (typeof value !== 'number') throw new TypeError('The data file holds no number where one belongs');
  return value;
};

const blob = (value: SQLOutputValue | undefined): Uint8Array => {
  if (!(value instanceof Uint8Array)) throw new TypeError('The data file holds no bytes where some belong');
  return value;
};
