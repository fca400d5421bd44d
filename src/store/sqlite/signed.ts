import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import type { Bytes } from '../../base/bytes.ts';
import { openDatabase } from './database.ts';
import { transaction } from './transaction.ts';

/**
 * The roots that the host's key has signed, in a file of their own: a data file of records that is put back from a copy does not take
 * back what was said of it.
 */

const MIGRATIONS = [
  `create table signed (
     conference text not null,
     size integer not null,
     root blob not null,
     primary key (conference, size)
   ) strict, without rowid;`,
];

export interface Signed {
  readonly size: number;
  readonly root: Bytes;
}

export interface SignedTable {
  readonly last: (conference: string) => Signed | null;
  /** Notes all of them in one transaction, and gives back what is noted for each. What was noted before stays. */
  readonly note: (notes: readonly (Signed & { readonly conference: string })[]) => readonly Bytes[];
  readonly close: () => void;
}

/** Another process may write to the same file: `isonomia export` signs beside the node. */
export const openSigned = (file: string): SignedTable => {
  const database: DatabaseSync = openDatabase(file, MIGRATIONS, 'full');
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
    close: () => database.close(),
  };
};

const blob = (value: SQLOutputValue | undefined): Bytes => {
  if (!(value instanceof Uint8Array)) throw new TypeError('The file of signed roots holds no bytes where some belong');
  return new Uint8Array(value);
};
