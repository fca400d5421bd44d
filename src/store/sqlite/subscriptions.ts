import type { Language, Slug } from '../../base/ids.ts';
import type { Instant } from '../../base/time.ts';
import { type MailAddress, foldedAddress } from '../../conference/post/address.ts';
import type { Subscription, Subscriptions } from '../../conference/post/subscriptions.ts';
import type { Row, SealedDatabase } from './sealed.ts';
import { transaction } from './transaction.ts';

/** {@link Subscriptions} in the file of the contacts. */
export const createSubscriptions = (database: SealedDatabase): Subscriptions => {
  const select = database.prepare('select * from subscription where slug = ? and periodical = ? and folded = ?');
  const behind = database.prepare(
    'select * from subscription where slug = ? and periodical = ? and up_to < ? order by up_to, row limit ?',
  );
  const byAddress = database.prepare('select * from subscription where slug = ? and folded = ? order by periodical');
  const count = database.prepare('select count(*) as number from subscription where slug = ?');
  const put = database.prepare('insert or replace into subscription values (null, ?, ?, ?, ?, ?, ?, ?, ?, null)');
  const told = database.prepare(
    'update subscription set up_to = ? where slug = ? and periodical = ? and folded = ? and up_to < ?',
  );
  const remove = database.prepare('delete from subscription where slug = ? and periodical = ? and folded = ?');

  return {
    get: ({ slug, periodical, address }) => {
      const row = select.get(slug, periodical, foldedAddress(address));
      return row === undefined ? null : subscriptionOf(row);
    },
    behind: (slug, periodical, upTo, most) => behind.all(slug, periodical, upTo, most).map(subscriptionOf),
    byAddress: (slug, address) => byAddress.all(slug, foldedAddress(address)).map(subscriptionOf),
    count: (slug) => Number(count.get(slug)?.['number'] ?? 0),
    put: ({ slug, periodical, address, language, since, upTo, bounced }) => {
      put.run(slug, periodical, address, foldedAddress(address), language, since, upTo, bounced);
    },
    told: (whom, upTo) => {
      transaction(database, () => {
        for (const { slug, periodical, address } of whom)
          told.run(upTo, slug, periodical, foldedAddress(address), upTo);
      });
    },
    remove: ({ slug, periodical, address }) => {
      remove.run(slug, periodical, foldedAddress(address));
    },
  };
};

const subscriptionOf = (row: Row): Subscription => ({
  slug: String(row['slug']) as Slug,
  periodical: Number(row['periodical']),
  address: String(row['address']) as MailAddress,
  language: String(row['language']) as Language,
  since: Number(row['since']) as Instant,
  upTo: Number(row['up_to']),
  bounced: Number(row['bounced']),
});
