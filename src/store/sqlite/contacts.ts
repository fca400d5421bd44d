import type { Fingerprint } from '../../base/ids.ts';
import { unreachable } from '../../base/result.ts';
import type { Instant } from '../../base/time.ts';
import { foldedAddress } from '../../conference/post/address.ts';
import type { OnDamaged } from '../../conference/damaged.ts';
import type { Confirmation, Contact, Contacts } from '../../conference/post/contacts.ts';
import { openSealed } from './database.ts';
import type { Row } from './sealed.ts';
import { createSubscriptions } from './subscriptions.ts';
import { transaction } from './transaction.ts';

/** Contacts, in a file of their own. Writes are few, and each has reached the disk when it returns: whoever has unsubscribed stays so. */

/** {@link Contacts} in a SQLite file, created where there is none. Calls return when done. */
export const openSqliteContacts = (file: string, onDamaged?: OnDamaged): Contacts & { readonly close: () => void } => {
  const database = openSealed(file, 'contacts', onDamaged);
  const select = database.prepare('select * from contact where slug = ? and organisation = ? and delegate = ?');
  const all = database.prepare('select * from contact where slug = ? order by organisation, delegate');
  const of = database.prepare('select * from contact where slug = ? and organisation = ? order by delegate');
  const byAddress = database.prepare(
    'select * from contact where slug = ? and folded = ? order by organisation, delegate',
  );
  const put = database.prepare(
    'insert or replace into contact values (null, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, null)',
  );
  const told = database.prepare(
    'update contact set last_digest = ?, told_up_to = ? where slug = ? and organisation = ? and delegate = ?',
  );
  const remove = database.prepare('delete from contact where slug = ? and organisation = ? and delegate = ?');

  return {
    get: (slug, organisation, delegate) => {
      const row = select.get(slug, organisation, delegate);
      return row === undefined ? null : contactOf(row);
    },
    all: (slug) => all.all(slug).map(contactOf),
    of: (slug, organisation) => of.all(slug, organisation).map(contactOf),
    byAddress: (slug, address) => byAddress.all(slug, foldedAddress(address)).map(contactOf),
    put: (contact) => {
      put.run(...rowOf(contact));
    },
    told: (slug, whom, { at, upTo }) => {
      transaction(database, () => {
        for (const { organisation, delegate } of whom) told.run(at, upTo, slug, organisation, delegate);
      });
    },
    remove: (slug, organisation, delegate) => {
      remove.run(slug, organisation, delegate);
    },
    subscriptions: createSubscriptions(database),
    close: () => database.close(),
  };
};

const rowOf = (contact: Contact) => {
  const { confirmation } = contact;
  const asked = confirmation.kind === 'asked' ? confirmation : null;
  const confirmedAt = confirmation.kind === 'confirmed' ? confirmation.at : null;
  return [
    contact.slug,
    contact.organisation,
    contact.delegate,
    contact.address,
    foldedAddress(contact.address),
    confirmation.kind,
    asked?.codeHash ?? null,
    asked?.until ?? confirmedAt,
    asked?.wrong ?? 0,
    contact.language,
    contact.zone,
    contact.digest,
    contact.lastDigest?.at ?? null,
    contact.bulletins ? 1 : 0,
    contact.lastDigest?.upTo ?? null,
    contact.push?.subscription ?? null,
    contact.push?.key ?? null,
  ] as const;
};

const contactOf = (row: Row): Contact => ({
  slug: String(row['slug']) as Contact['slug'],
  organisation: String(row['organisation']) as Contact['organisation'],
  delegate: Number(row['delegate']),
  address: String(row['address']) as Contact['address'],
  confirmation: confirmationOf(row),
  language: String(row['language']) as Contact['language'],
  zone: String(row['zone']),
  digest: String(row['digest']) as Contact['digest'],
  lastDigest:
    row['last_digest'] === null ? null : { at: Number(row['last_digest']) as Instant, upTo: Number(row['told_up_to']) },
  bulletins: row['bulletins'] === 1,
  push:
    row['push'] === null ? null : { subscription: String(row['push']), key: String(row['push_key']) as Fingerprint },
});

const confirmationOf = (row: Row): Confirmation => {
  const kind = String(row['confirmation']) as Confirmation['kind'];
  const at = Number(row['confirmation_at']) as Instant;
  switch (kind) {
    case 'unconfirmed':
      return { kind };
    case 'asked':
      return { kind, codeHash: String(row['code_hash']), until: at, wrong: Number(row['wrong']) };
    case 'confirmed':
      return { kind, at };
    default:
      return unreachable(kind);
  }
};
