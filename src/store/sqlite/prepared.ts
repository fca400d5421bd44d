import type { OrganisationId, Slug } from '../../base/ids.ts';
import type { Instant } from '../../base/time.ts';
import type { Prepared, PreparedActs, PreparedLine } from '../../conference/prepared.ts';
import type { Row, SealedDatabase } from './sealed.ts';
import { transaction } from './transaction.ts';

/** {@link PreparedActs} in the file of the drafts. */
export const createPrepared = (database: SealedDatabase): PreparedActs => {
  const list = database.prepare('select * from prepared where slug = ? and organisation = ? order by at desc, id');
  const taken = database.prepare(
    'select count(*) as acts, coalesce(sum(bytes), 0) as bytes from prepared where slug = ? and organisation = ?',
  );
  const inAll = database.prepare('select coalesce(sum(bytes), 0) as bytes from prepared');
  const select = database.prepare('select * from prepared where slug = ? and id = ?');
  const selectWords = database.prepare('select * from prepared_words where row = ?');
  const insert = database.prepare('insert into prepared values (null, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, null)');
  const insertWords = database.prepare('insert into prepared_words values (?, ?, ?, null)');
  const remove = database.prepare('delete from prepared where slug = ? and id = ?');
  const expire = database.prepare('delete from prepared where at < ?');

  return {
    of: (slug, organisation) => list.all(slug, organisation).map(lineOf),
    get: (slug, id) => {
      const row = select.get(slug, id);
      const words = row === undefined ? undefined : selectWords.get(Number(row['row']));
      return row === undefined || words === undefined || words['at'] !== row['at']
        ? null
        : { ...lineOf(row), typed: String(words['typed']) };
    },
    taken: (slug, organisation) => {
      const row = taken.get(slug, organisation);
      return { acts: Number(row?.['acts'] ?? 0), bytes: Number(row?.['bytes'] ?? 0) };
    },
    inAll: () => Number(inAll.get()?.['bytes'] ?? 0),
    put: ({ slug, id, organisation, kind, title, text, revision, by, at, note, aside, typed }: Prepared) =>
      transaction(database, () => {
        const before = select.get(slug, id);
        if (before !== undefined && before['organisation'] !== organisation) return false;
        remove.run(slug, id);
        const asideOf = [aside?.by ?? null, aside?.at ?? null, aside?.words ?? null] as const;
        const bytes = Buffer.byteLength(typed + note);
        const { lastInsertRowid } = insert.run(
          slug,
          id,
          organisation,
          kind,
          title,
          text,
          revision,
          by,
          at,
          note,
          ...asideOf,
          bytes,
        );
        insertWords.run(lastInsertRowid, at, typed);
        return true;
      }),
    remove: (slug, id) => {
      remove.run(slug, id);
    },
    expire: (before) => {
      expire.run(before);
    },
  };
};

const lineOf = (row: Row): PreparedLine => ({
  id: String(row['id']),
  slug: String(row['slug']) as Slug,
  organisation: String(row['organisation']) as OrganisationId,
  kind: String(row['kind']) as PreparedLine['kind'],
  title: String(row['title']),
  text: numberOrNull(row['text']),
  revision: numberOrNull(row['revision']),
  by: Number(row['by']),
  at: Number(row['at']) as Instant,
  note: String(row['note']),
  aside:
    row['aside_by'] === null
      ? null
      : {
          by: Number(row['aside_by']),
          at: Number(row['aside_at']) as Instant,
          words: String(row['aside_words']),
        },
});

const numberOrNull = (value: Row[string] | undefined): number | null =>
  value === null || value === undefined ? null : Number(value);
