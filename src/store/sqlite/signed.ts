import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import type { Bytes } from '../../base/bytes.ts';
import { sha256 } from '../../base/sha256.ts';
import { openDatabase } from './database.ts';
import { transaction } from './transaction.ts';

/**
 * The roots that the host's key has signed, in a file of their own: a data file of records that is put back from a copy does not take
 * back what was said of it.
 */

export interface Signed {
  readonly size: number;
  readonly root: Bytes;
}

export interface SignedTable {
  readonly last: (conference: string) => Signed | null;
  /** Notes all of them in one transaction, and gives back what is noted for each. What was noted before stays. */
  readonly note: (notes: readonly (Signed & { readonly conference: string })[]) => readonly Bytes[];
  /** Notes that a record is about to begin; what is noted of it stays. */
  readonly begin: (conference: string, slug: string) => void;
  readonly acknowledge: (slug: string, head: Signed) => void;
  /** The same, also where more is noted, or nothing. */
  readonly accept: (conference: string, slug: string, head: Signed) => void;
  readonly acknowledged: () => readonly (Signed & { readonly slug: string })[];
  readonly close: () => void;
}

/** Another process may write to the same file: `isonomia export` signs beside the node. */
export const openSigned = (file: string): SignedTable => {
  const database: DatabaseSync = openDatabase(file, 'signed');
  // What is acknowledged waits for no disk of its own: the entries have reached theirs.
  const quick: DatabaseSync = openDatabase(file, 'signed', 'normal');
  const begin = database.prepare('insert into acknowledged values (?, ?, 0, ?) on conflict do nothing');
  const acknowledge = quick.prepare('update acknowledged set size = ?1, root = ?2 where slug = ?3 and size <= ?1');
  const accept = database.prepare(
    'insert into acknowledged values (?, ?, ?, ?) on conflict do update set size = excluded.size, root = excluded.root',
  );
  const acknowledged = database.prepare('select slug, size, root from acknowledged order by slug');
  const last = database.prepare('select size, root from signed where conference = ? order by size desc limit 1');
  const insert = database.prepare('insert into signed values (?, ?, ?) on conflict do nothing');
  const select = database.prepare('select root from signed where conference = ? and size = ?');
  return {
    last: (conference) => {
      const row = last.get(conference);
      return row === undefined ? null : { size: Number(row['size']), root: blob(row['root']) };
    },
    note: (notes) =>
      transaction(database, () =>
        notes.map(({ conference, size, root }) => {
          insert.run(conference, size, root);
          return blob(select.get(conference, size)?.['root']);
        }),
      ),
    begin: (conference, slug) => void begin.run(conference, slug, EMPTY),
    acknowledge: (slug, { size, root }) => void acknowledge.run(size, root, slug),
    accept: (conference, slug, { size, root }) => void accept.run(conference, slug, size, root),
    acknowledged: () =>
      acknowledged.all().map(({ slug, size, root }) => ({ slug: String(slug), size: Number(size), root: blob(root) })),
    close: () => {
      quick.close();
      database.close();
    },
  };
};

const EMPTY = sha256(new Uint8Array(0));

const blob = (value: SQLOutputValue | undefined): Bytes => {
  if (!(value instanceof Uint8Array)) throw new TypeError('The file of signed roots holds no bytes where some belong');
  return new Uint8Array(value);
};
