import { hash } from 'node:crypto';
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import {
  type Indexed,
  KINDS,
  type Cluster,
  type Kind,
  type Source,
  indexed,
} from '../../conference/search/document.ts';
import {
  type Change,
  FACES,
  type Face,
  type Found,
  type FoundAll,
  type Head,
  type ListAsked,
  type Listed,
} from '../../conference/search/index-port.ts';
import type { Query } from '../../conference/search/query.ts';
import { expressionOf, kindIs } from './expression.ts';
import { recordSchema, recordTableOf } from './record-table.ts';

/** An index as a SQLite file: of each face a table of what there is, three of words (FTS5), and the record's lists. The faces share none, so that nothing of one is gone through for the other. */

export interface IndexTables {
  readonly head: () => Head | null;
  readonly clear: () => void;
  readonly write: (changes: readonly Change[], head: Head | null) => void;
  readonly find: (face: Face, query: Query, kind: Kind | null, most: number) => FoundAll;
  readonly list: (face: Face, asked: ListAsked) => Listed;
}

/** The words of names, of all that is found, and of entries of the record, which are looked for apart. */
const TABLES = ['names', 'words', 'entries'] as const;

/** What makes a file of nothing; a file that is otherwise is made anew. */
export const SCHEMA = [
  `create table head (one integer primary key check (one = 1), conference text not null, maker text not null, size integer not null, root text not null) strict`,
  ...FACES.flatMap((face) => [
    `create table ${face} (id integer primary key, key text not null unique, cluster text not null, kind text not null, sum text not null) strict`,
    `create index ${face}_cluster on ${face} (cluster)`,
    ...TABLES.flatMap((what) => [
      `create virtual table ${face}_${what} using fts5(words, tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Co'", prefix = '3 4')`,
      // What is erased is gone from the words, too, and not only passed over.
      `insert into ${face}_${what} (${face}_${what}, rank) values ('secure-delete', 1)`,
    ]),
    ...recordSchema(face),
  ]),
];

/** Places for documents of one entry: those of the newest entry come first, and of one entry in their order. */
const ROOM = 2 ** 20;

export const createIndexTables = (database: DatabaseSync): IndexTables => {
  const faces = { everyone: faceOf(database, 'everyone'), members: faceOf(database, 'members') };
  const records = { everyone: recordTableOf(database, 'everyone'), members: recordTableOf(database, 'members') };
  const selectHead = database.prepare('select * from head');
  const deleteHead = database.prepare('delete from head');
  const insertHead = database.prepare('insert into head values (1, ?, ?, ?, ?)');

  return {
    head: () => {
      const row = selectHead.get();
      return row === undefined
        ? null
        : {
            conference: String(row['conference']) as Head['conference'],
            maker: String(row['maker']),
            size: Number(row['size']),
            root: String(row['root']),
          };
    },
    clear: () => {
      deleteHead.run();
      for (const face of FACES) faces[face].clear();
      for (const face of FACES) records[face].clear();
    },
    write: (changes, head) => {
      for (const { cluster, faces: given, placed } of changes)
        for (const face of FACES) {
          faces[face].put(cluster, given[face]);
          if (placed !== undefined) records[face].put(placed);
        }
      if (head === null) return;
      deleteHead.run();
      insertHead.run(head.conference, head.maker, head.size, head.root);
    },
    find: (face, query, kind, most) => faces[face].find(query, kind, most),
    list: (face, asked) => records[face].list(asked),
  };
};

const faceOf = (database: DatabaseSync, face: Face) => {
  const of = database.prepare(`select id, key, sum from ${face} where cluster = ?`);
  const isTaken = database.prepare(`select 1 from ${face} where id = ?`);
  const insert = database.prepare(`insert into ${face} values (?, ?, ?, ?, ?)`);
  const remove = database.prepare(`delete from ${face} where id = ?`);
  const table = (what: (typeof TABLES)[number]) => ({
    insert: database.prepare(`insert into ${face}_${what} (rowid, words) values (?, ?)`),
    remove: database.prepare(`delete from ${face}_${what} where rowid = ?`),
    find: database.prepare(
      `select rowid from ${face}_${what} where ${face}_${what} match ? order by rowid desc limit ?`,
    ),
  });
  const [names, words, entries] = [table('names'), table('words'), table('entries')];
  const select = database.prepare(`select key, cluster, kind from ${face} where id = ?`);

  const drop = (id: number): void => {
    remove.run(id);
    for (const { remove: from } of [names, words, entries]) from.run(id);
  };
  const add = (
    cluster: Cluster,
    { key, kind, entry, title, words: all }: Indexed,
    place: number,
    sum: string,
  ): void => {
    let id = entry * ROOM + Math.max(0, ROOM - 1 - place);
    while (isTaken.get(id) !== undefined) id -= 1;
    insert.run(id, key, cluster, kind, sum);
    if (title !== '') names.insert.run(id, title);
    (kind === 'entry' ? entries : words).insert.run(id, all);
  };
  const found = (id: number): readonly Found[] => {
    const row = select.get(id);
    return row === undefined
      ? []
      : [
          {
            key: String(row['key']),
            cluster: String(row['cluster']) as Cluster,
            kind: String(row['kind']) as Kind,
          },
        ];
  };
  const idsFor = (expression: string, most: number): readonly number[] => {
    const named = names.find.all(expression, most).map(rowid);
    const first = new Set(named);
    const rest = words.find.all(expression, most).flatMap((row) => (first.has(rowid(row)) ? [] : [rowid(row)]));
    return [...named, ...rest].slice(0, most);
  };

  return {
    clear: (): void => {
      database.exec(`delete from ${face}`);
      for (const what of TABLES) database.exec(`delete from ${face}_${what}`);
    },
    /** What has not changed is left as it is. */
    put: (cluster: Cluster, sources: readonly Source[]): void => {
      const there = new Map(of.all(cluster).map((row) => [String(row['key']), row]));
      const fresh = sources.map((source, place) => ({ source, place, sum: sumOf(source) }));
      const kept = new Set(
        fresh.filter(({ source, sum }) => there.get(source.key)?.['sum'] === sum).map(({ source }) => source.key),
      );
      for (const [key, row] of there) if (!kept.has(key)) drop(Number(row['id']));
      for (const { source, place, sum } of fresh) if (!kept.has(source.key)) add(cluster, indexed(source), place, sum);
    },
    find: (query: Query, kind: Kind | null, most: number): FoundAll => {
      const expression = expressionOf(query);
      const common = idsFor(expression, most).flatMap(found);
      const ofRecord = entries.find.all(expression, most).map(rowid);
      const counts = Map.groupBy(common, (one) => one.kind);
      const kinds = new Map<Kind, number>(
        KINDS.flatMap((one) => {
          const count = one === 'entry' ? ofRecord.length : (counts.get(one)?.length ?? 0);
          return count === 0 ? [] : [[one, count] as const];
        }),
      );
      if (kind === null) return { found: common, kinds };
      const asked = kind === 'entry' ? ofRecord : idsFor(`(${expression}) AND ${kindIs(kind)}`, most);
      return { found: asked.flatMap(found), kinds };
    },
  };
};

const rowid = (row: Record<string, SQLOutputValue>): number => Number(row['rowid']);

const sumOf = ({ key, kind, entry, title, words }: Source): string =>
  hash('sha256', JSON.stringify([key, kind, entry, title, words]), 'base64url');
