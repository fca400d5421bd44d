import type { OrganisationId, Slug } from '../../base/ids.ts';
import type { Instant } from '../../base/time.ts';
import type { OnDamaged } from '../../conference/damaged.ts';
import type { Draft, DraftLine, Drafts } from '../../conference/ports.ts';
import { openSealed } from './database.ts';
import { createPrepared } from './prepared.ts';
import type { Row } from './sealed.ts';
import { sharedDraftsIn } from './shared-drafts.ts';
import { transaction } from './transaction.ts';

/**
 * Drafts, in a file of their own. They survive the end of the process; the last second's writing may go with the power, and is then still in
 * the browser that wrote it.
 */

/** {@link Drafts} in a SQLite file, created where there is none. Calls return when done. */
export const openSqliteDrafts = (file: string, onDamaged?: OnDamaged): Drafts & { readonly close: () => void } => {
  const database = openSealed(file, 'drafts', onDamaged);
  const list = database.prepare('select * from draft where slug = ? and organisation = ? order by at desc, id');
  const taken = database.prepare(
    'select count(*) as drafts, coalesce(sum(bytes), 0) as bytes from draft where slug = ? and organisation = ?',
  );
  const inAll = database.prepare('select coalesce(sum(bytes), 0) as bytes from draft');
  const select = database.prepare('select * from draft where slug = ? and id = ?');
  const selectWords = database.prepare('select * from words where row = ?');
  const insert = database.prepare('insert or ignore into draft values (null, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, null)');
  const insertWords = database.prepare('insert into words values (?, ?, ?, ?, null)');
  const update = database.prepare(
    `update draft set kind = ?, text = ?, revision = ?, title = ?, version = ?, by = ?, at = ?, bytes = ?
     where slug = ? and id = ? and organisation = ? and version = ?`,
  );
  const updateWords = database.prepare(
    `update words set version = ?, body = ?, pens = ? where row = (select row from draft where slug = ? and id = ?)`,
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
      const words = row === undefined ? undefined : selectWords.get(Number(row['row']));
      return row === undefined || words === undefined || words['version'] !== row['version']
        ? null
        : draftOf(row, words);
    },
    put: ({ id, slug, organisation, kind, text, revision, title, body, version, by, at, pens }) => {
      const written = JSON.stringify(pens);
      const bytes = Buffer.byteLength(title + body + written);
      const values = [kind, text, revision, title, version, by, at, bytes] as const;
      return transaction(database, () => {
        if (version === 1) {
          const { changes, lastInsertRowid } = insert.run(slug, id, organisation, ...values);
          if (changes === 1) insertWords.run(lastInsertRowid, version, body, written);
          return changes === 1;
        }
        const { changes } = update.run(...values, slug, id, organisation, version - 1);
        if (changes === 1) updateWords.run(version, body, written, slug, id);
        return changes === 1;
      });
    },
    remove: (slug, id) => {
      remove.run(slug, id);
    },
    shared: sharedDraftsIn(database),
    prepared: createPrepared(database),
    close: () => database.close(),
  };
};

const draftOf = (row: Row, words: Row): Draft => ({
  ...lineOf(row),
  body: String(words['body']),
  pens: JSON.parse(String(words['pens'])) as Draft['pens'],
});

const lineOf = (row: Row): DraftLine => ({
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
