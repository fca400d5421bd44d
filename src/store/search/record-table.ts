import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import type { Face, ListAsked, Listed, Placed } from '../../conference/search/index-port.ts';

/** Which entries of the record a face has, under the name of each list in which they stand: what is asked for is one stretch under one name, however long the record is. */

export const recordSchema = (face: Face): readonly string[] => [
  `create table ${face}_lists (id integer primary key, name text not null unique) strict`,
  `create table ${face}_listed (list integer not null, entry integer not null, primary key (list, entry)) strict, without rowid`,
];

export interface RecordTable {
  readonly clear: () => void;
  readonly put: (placed: Placed) => void;
  readonly list: (asked: ListAsked) => Listed;
}

export const recordTableOf = (database: DatabaseSync, face: Face): RecordTable => {
  const idOf = database.prepare(`select id from ${face}_lists where name = ?`);
  const name = database.prepare(`insert or ignore into ${face}_lists (name) values (?)`);
  const insert = database.prepare(`insert or ignore into ${face}_listed values (?, ?)`);
  const remove = database.prepare(`delete from ${face}_listed where list = ? and entry = ?`);
  const stretch = (where: string) =>
    database.prepare(`select entry from ${face}_listed where list = ? and entry ${where} limit ?`);
  const [older, newer] = [stretch('< ? order by entry desc'), stretch('>= ? order by entry')];
  const first = database.prepare(`select 1 from ${face}_listed where list = ? limit 1`);

  const known = (list: string): number | null => {
    const id = idOf.get(list)?.['id'];
    return id === undefined ? null : Number(id);
  };
  const hasAny = (list: string): boolean => {
    const id = known(list);
    return id !== null && first.get(id) !== undefined;
  };
  const entriesOf = (rows: readonly Record<string, SQLOutputValue>[]): readonly number[] =>
    rows.map(({ entry }) => Number(entry));

  return {
    clear: () => {
      database.exec(`delete from ${face}_listed`);
      database.exec(`delete from ${face}_lists`);
    },
    put: ({ entry, under, on }) => {
      for (const list of under) {
        // What is not on this face has no name here either.
        if (on[face]) name.run(list);
        const id = known(list);
        if (id !== null) (on[face] ? insert : remove).run(id, entry);
      }
    },
    list: ({ under, before, most, any }) => {
      const id = known(under);
      return {
        entries: id === null ? [] : entriesOf(older.all(id, before, most)),
        newer: id === null ? [] : entriesOf(newer.all(id, before, most)),
        any: any.map(hasAny),
      };
    },
  };
};
