import type { OrganisationId, Slug } from '../../base/ids.ts';
import type { Instant } from '../../base/time.ts';
import { type SharedDraft, type SharedDrafts, type SharedLine, lineOfShared } from '../../conference/shared-draft.ts';
import type { Row, SealedDatabase } from './sealed.ts';
import { transaction } from './transaction.ts';

/** {@link SharedDrafts} in the file of drafts. */
export const sharedDraftsIn = (database: SealedDatabase): SharedDrafts => {
  const list = database.prepare(
    `select * from shared where slug = ?1 and (owner = ?2 or instr(invited, ' ' || ?2 || ' ') > 0)
     order by owner = ?2 desc, at desc, id limit 50`,
  );
  const select = database.prepare('select * from shared where slug = ? and id = ?');
  const linked = database.prepare('select * from shared where slug = ? and instr(links, ?) > 0');
  const selectWords = database.prepare('select * from shared_words where row = ?');
  const inAll = database.prepare('select coalesce(sum(bytes), 0) as bytes from shared');
  const insert = database.prepare('insert or ignore into shared values (null, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, null)');
  const insertWords = database.prepare('insert into shared_words values (?, ?, ?, null)');
  const update = database.prepare(
    `update shared set invited = ?, links = ?, title = ?, guests = ?, by = ?, change = ?, at = ?, bytes = ?
     where slug = ? and id = ? and owner = ? and change = ?`,
  );
  const updateWords = database.prepare(
    'update shared_words set change = ?, versions = ? where row = (select row from shared where slug = ? and id = ?)',
  );
  const remove = database.prepare('delete from shared where slug = ? and id = ?');
  const expire = database.prepare('delete from shared where at < ?');

  /** `null`: there is none, or its words are damaged. */
  const whole = (row: Row | undefined): SharedDraft | null => {
    const words = row === undefined ? undefined : selectWords.get(Number(row['row']));
    return row === undefined || words === undefined || words['change'] !== row['change'] ? null : draftOf(row, words);
  };

  return {
    of: (slug, organisation) => list.all(slug, organisation).map(lineOf),
    get: (slug, id) => whole(select.get(slug, id)),
    byLink: (slug, link) => whole(linked.get(slug, ` ${link} `)),
    inAll: () => Number(inAll.get()?.['bytes'] ?? 0),
    put: (draft) => {
      const { id, slug, owner, guests, versions, change } = draft;
      const { title, by, at } = lineOfShared(draft);
      const [of, words] = [JSON.stringify(guests), JSON.stringify(versions)];
      const invited = guests.map(({ who }) => (who.kind === 'participant' ? ` ${who.organisation} ` : '')).join('');
      const links = guests.map(({ who }) => (who.kind === 'outside' ? ` ${who.link} ` : '')).join('');
      const bytes = Buffer.byteLength(of + words);
      const values = [invited, links, title, of, JSON.stringify(by), change, at, bytes] as const;
      return transaction(database, () => {
        if (change === 1) {
          const { changes, lastInsertRowid } = insert.run(slug, id, owner, ...values);
          if (changes === 1) insertWords.run(lastInsertRowid, change, words);
          return changes === 1;
        }
        const { changes } = update.run(...values, slug, id, owner, change - 1);
        if (changes === 1) updateWords.run(change, words, slug, id);
        return changes === 1;
      });
    },
    remove: (slug, id) => {
      remove.run(slug, id);
    },
    expire: (before) => {
      expire.run(before);
    },
  };
};

const lineOf = (row: Row): SharedLine => ({
  id: String(row['id']),
  slug: String(row['slug']) as Slug,
  owner: String(row['owner']) as OrganisationId,
  guests: JSON.parse(String(row['guests'])) as SharedLine['guests'],
  title: String(row['title']),
  by: JSON.parse(String(row['by'])) as SharedLine['by'],
  at: Number(row['at']) as Instant,
});

const draftOf = (row: Row, words: Row): SharedDraft => {
  const { id, slug, owner, guests } = lineOf(row);
  const versions = JSON.parse(String(words['versions'])) as SharedDraft['versions'];
  return { id, slug, owner, guests, versions, change: Number(row['change']) };
};
