import { foldedAddress } from '../../conference/post/address.ts';
import type { Contact, Contacts } from '../../conference/post/contacts.ts';
import { createMemorySubscriptions } from './subscriptions.ts';

/** {@link Contacts} that are forgotten with the process. */
export const createMemoryContacts = (): Contacts => {
  const kept = new Map<string, Contact>();
  const key = (slug: string, organisation: string, delegate: number): string => `${slug}/${organisation}/${delegate}`;
  const where = (is: (contact: Contact) => boolean): readonly Contact[] =>
    [...kept.values()].filter(is).toSorted(byOwner);
  return {
    get: (slug, organisation, delegate) => kept.get(key(slug, organisation, delegate)) ?? null,
    all: (slug) => where((contact) => contact.slug === slug),
    of: (slug, organisation) => where((contact) => contact.slug === slug && contact.organisation === organisation),
    byAddress: (slug, address) => {
      const folded = foldedAddress(address);
      return where((contact) => contact.slug === slug && foldedAddress(contact.address) === folded);
    },
    put: (contact) => {
      kept.set(key(contact.slug, contact.organisation, contact.delegate), contact);
    },
    told: (slug, whom, lastDigest) => {
      for (const { organisation, delegate } of whom) {
        const contact = kept.get(key(slug, organisation, delegate));
        if (contact !== undefined) kept.set(key(slug, organisation, delegate), { ...contact, lastDigest });
      }
    },
    remove: (slug, organisation, delegate) => {
      kept.delete(key(slug, organisation, delegate));
    },
    subscriptions: createMemorySubscriptions(),
  };
};

const byOwner = (a: Contact, b: Contact): number =>
  a.organisation === b.organisation ? a.delegate - b.delegate : a.organisation < b.organisation ? -1 : 1;
