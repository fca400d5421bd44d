import type { OrganisationId, Slug } from '../../base/ids.ts';
import { type SharedDraft, type SharedDrafts, newestOf } from '../../conference/shared-draft.ts';
import type { Row, SealedDatabase } from './sealed.ts';

/** {@link SharedDrafts} in the file of drafts. */
export const sharedDraftsIn = (database: SealedDatabase): SharedDrafts => {
  const list = database.prepare(
    `select * from shared where slug = ?1 and (owner = ?2 or instr(invited, ' ' || ?2 || ' ') > 0)
     order by owner = ?2 desc, at desc, id limit 50`,
  );
  const select = database.prepare('select * from shared where slug = ? and id = ?');
  const linked = database.prepare('select * from shared where slug = ? and instr(links, ?) > 0');
  const inAll = database.prepare('select coalesce(sum(bytes), 0) as bytes from shared');
  const insert = database.prepare('insert or ignore into shared values (null, ?, ?, ?, ?, ?, ?, ?, ?, ?, null)');
  const update = database.prepare(
    `update shared set invited = ?, links = ?, change = ?, at = ?, bytes = ?, content = ?
     where slug = ? and id = ? and owner = ? and change = ?`,
  );
  const remove = database.prepare('delete from shared where slug = ? and id = ?');
  const expire = database.prepare('delete from shared where at < ?');

  return {
    of: (slug, organisation) => list.all(slug, organisation).map(draftOf),
    get: (slug, id) => {
      const row = select.get(slug, id);
      return row === undefined ? null : draftOf(row);
    },
    byLink: (slug, link) => {
      const row = linked.get(slug, ` ${link} `);
      return row === undefined ? null : draftOf(row);
    },
    inAll: () => Number(inAll.get()?.['bytes'] ?? 0),
    put: (draft) => {
      const { id, slug, owner, guests, versions, change } = draft;
      const content = JSON.stringify({ guests, versions });
      const invited = guests.map(({ who }) => (who.kind === 'participant' ? ` ${who.organisation} ` : '')).join('');
      const links = guests.map(({ who }) => (who.kind === 'outside' ? ` ${who.link} ` : '')).join('');
      const values = [invited, links, change, newestOf(draft).at, Buffer.byteLength(content), content] as const;
      const { changes } =
        change === 1 ? insert.run(slug, id, owner, ...values) : update.run(...values, slug, id, owner, change - 1);
      return changes === 1;
    },
    remove: (slug, id) => {
      remove.run(slug, id);
    },
    expire: (before) => {
      expire.run(before);
    },
  };
};

const draftOf = (row: Row): SharedDraft => ({
  id: String(row['id']),
  slug: String(row['slug']) as Slug,
  owner: String(row['owner']) as OrganisationId,
  change: Number(row['change']),
  ...(JSON.parse(String(row['content'])) as Pick<SharedDraft, 'guests' | 'versions'>),
});
