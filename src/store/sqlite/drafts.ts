import type { SQLOutputValue } from 'node:sqlite';
import type { OrganisationId, Slug } from '../../base/ids.ts';
import type { Instant } from '../../base/time.ts';
import type { Draft, DraftLine, Drafts } from '../../conference/ports.ts';
import { openDatabase } from './database.ts';

/**
 * Drafts, in a file of their own. They survive the end of the process; the last second's writing may go with the power, and is then still in
 * the browser that wrote it.
 */

/** {@link Drafts} in a SQLite file, created where there is none. Calls return when done; each is one row. */
export const openSqliteDrafts = (file: string): Drafts & { readonly close: () => void } => {
  const database = openDatabase(file, 'drafts');
  const list = database.prepare(
    'select slug, id, organisation, kind, text, revision, title, version, by, at from draft where slug = ? and organisation = ? order by at desc, id',
  );
  const taken = database.prepare(
    'select count(*) as drafts, coalesce(sum(bytes), 0) as bytes from draft where slug = ? and organisation = ?',
  );
  const inAll = database.prepare('select coalesce(sum(bytes), 0) as bytes from draft');
  const select = database.prepare('select * from draft where slug = ? and id = ?');
  const insert = database.prepare('insert or ignore into draft values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const update = database.prepare(
    `update draft set kind = ?, text = ?, revision = ?, title = ?, body = ?, version = ?, by = ?, at = ?, pens = ?
     where slug = ? and id = ? and organisation = ? and version = ?`,
  );
  const remove = database.prepare('delete from draft where slug = ? and id = ?');

  return {
    of: (slug, organisation) => list.all(slug, organisation).map(lineOf),
    inAll: () => Number(inAll.get()?.['bytes'] ?? 0),
    taken: (slug, organisation) => {
      const row = taken.get(slug, organisation);
      return { drafts: Number(row?.['drafts'] ?? 0), bytes: Number(row?.['bytes'] ?? 0) };
    },
    get: (slug, id) => {
      const row = select.get(slug, id);
      return row === undefined ? null : draftOf(row);
    },
    put: ({ id, slug, organisation, kind, text, revision, title, body, version, by, at, pens }) => {
      const values = [kind, text, revision, title, body, version, by, at, JSON.stringify(pens)] as const;
      const { changes } =
        version === 1
          ? insert.run(slug, id, organisation, ...values)
          : update.run(...values, slug, id, organisation, version - 1);
      return changes === 1;
    },
    remove: (slug, id) => {
      remove.run(slug, id);
    },
    close: () => database.close(),
  };
};

const draftOf = (row: Record<string, SQLOutputValue>): Draft => ({
  ...lineOf(row),
  body: String(row['body']),
  pens: JSON.parse(String(row['pens'])) as Draft['pens'],
});

const lineOf = (row: Record<string, SQLOutputValue>): DraftLine => ({
  id: String(row['id']),
  slug: String(row['slug']) as Slug,
  organisation: String(row['organisation']) as OrganisationId,
  kind: String(row['kind']) as Draft['kind'],
  text: row['text'] === null ? null : Number(row['text']),
  revision: row['revision'] === null ? null : Number(row['revision']),
  title: String(row['title']),
  version: Number(row['version']),
  by: Number(row['by']),
  at: Number(row['at']) as Instant,
});
