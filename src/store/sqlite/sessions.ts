import type { OrganisationId, Slug } from '../../base/ids.ts';
import { type Instant, after } from '../../base/time.ts';
import { type OnDamaged, refuseDamaged } from '../../conference/damaged.ts';
import { NEAR } from '../../conference/time/doubt.ts';
import { MOST_SESSIONS, type Session, type Sessions } from '../../conference/ports.ts';
import { openSealed } from './database.ts';
import { createReadingMarks } from './reading-marks.ts';
import type { Row } from './sealed.ts';

/** Sessions, and how far delegates have read, in a small file of their own: losing the last ones with the power costs a sign-in and nothing else. */

/** {@link Sessions} in a SQLite file, created where there is none. Calls return when done; each is one row. */
export const openSqliteSessions = (
  file: string,
  onDamaged: OnDamaged = refuseDamaged,
): Sessions & { readonly close: () => void } => {
  let isShortened = false;
  const database = openSealed(file, 'sessions', (damaged) => {
    isShortened ||= 'lacks' in damaged;
    onDamaged(damaged);
  });
  // What has ended since would be open again.
  if (isShortened) database.exec('delete from session');
  const purge = database.prepare('delete from session where expires <= ?');
  const insert = database.prepare('insert or replace into session values (null, ?, ?, ?, ?, ?, ?, ?, null)');
  const surplus = database.prepare(
    `delete from session where token_hash in (
       select token_hash from session where slug = ? and organisation = ? and delegate = ? order by created desc limit -1 offset ?)`,
  );
  const select = database.prepare('select * from session where token_hash = ?');
  const of = database.prepare(
    'select * from session where slug = ? and organisation = ? and delegate = ? order by created desc',
  );
  const remove = database.prepare('delete from session where token_hash = ?');

  return {
    put: ({ tokenHash, slug, organisation, delegate, key, created, expires }: Session) => {
      purge.run(created);
      // Those of the longest ago give way, and one that is signing in does not.
      surplus.run(slug, organisation, delegate, MOST_SESSIONS - 1);
      insert.run(tokenHash, slug, organisation, delegate, key, created, expires);
    },
    get: (tokenHash, now) => {
      const row = select.get(tokenHash);
      return row === undefined || !isOpen(row, now) ? null : sessionOf(row);
    },
    of: (slug, organisation, delegate, now) =>
      of
        .all(slug, organisation, delegate)
        .filter((row) => isOpen(row, now))
        .map(sessionOf),
    expire: (now) => {
      purge.run(now);
    },
    remove: (tokenHash) => {
      remove.run(tokenHash);
    },
    marks: createReadingMarks(database),
    close: () => database.close(),
  };
};

/** One that was begun later than now was begun by a clock that was ahead, and would last too long. */
const isOpen = (row: Row, now: Instant): boolean =>
  now < Number(row['expires']) && Number(row['created']) <= after(now, NEAR);

const sessionOf = (row: Row): Session => ({
  tokenHash: String(row['token_hash']),
  slug: String(row['slug']) as Slug,
  organisation: String(row['organisation']) as OrganisationId,
  delegate: Number(row['delegate']),
  key: String(row['key']) as Session['key'],
  created: Number(row['created']) as Instant,
  expires: Number(row['expires']) as Instant,
});
