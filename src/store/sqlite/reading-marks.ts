import type { OrganisationId, Slug } from '../../base/ids.ts';
import type { Instant } from '../../base/time.ts';
import type { ReadingMark, ReadingMarks } from '../../conference/reading-marks.ts';
import type { Row, SealedDatabase } from './sealed.ts';

/** {@link ReadingMarks} in the file of the sessions. */
export const createReadingMarks = (database: SealedDatabase): ReadingMarks => {
  const select = database.prepare('select * from reading where slug = ? and organisation = ? and delegate = ?');
  const all = database.prepare('select * from reading where slug = ? order by organisation, delegate');
  const put = database.prepare('insert or replace into reading values (null, ?, ?, ?, ?, ?, null)');
  const remove = database.prepare('delete from reading where slug = ? and organisation = ? and delegate = ?');

  return {
    get: (slug, organisation, delegate) => {
      const row = select.get(slug, organisation, delegate);
      return row === undefined ? null : markOf(row);
    },
    put: ({ slug, organisation, delegate, upTo, at }) => {
      put.run(slug, organisation, delegate, upTo, at);
    },
    all: (slug) => all.all(slug).map(markOf),
    remove: (slug, organisation, delegate) => {
      remove.run(slug, organisation, delegate);
    },
  };
};

const markOf = (row: Row): ReadingMark => ({
  slug: String(row['slug']) as Slug,
  organisation: String(row['organisation']) as OrganisationId,
  delegate: Number(row['delegate']),
  upTo: Number(row['up_to']),
  at: Number(row['at']) as Instant,
});
