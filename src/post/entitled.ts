import type { OrganisationId, Slug } from '../base/ids.ts';
import type { State } from '../charter/state.ts';
import type { Contact, Contacts } from '../conference/post/contacts.ts';

/**
 * Where an organisation's delegates are reached: every confirmed address of a delegate who is not recalled, and the organisation's own.
 * Nobody chooses among them: what is circulated goes to each.
 */
export const reachedAt = (
  contacts: Pick<Contacts, 'of'>,
  state: State,
  slug: Slug,
  id: OrganisationId,
): readonly Contact[] => {
  const delegates = state.organisations.get(id)?.delegates ?? [];
  const mayGet = (delegate: number): boolean => delegate === 0 || delegates[delegate - 1]?.recalled === null;
  return contacts
    .of(slug, id)
    .filter(({ confirmation, delegate }) => confirmation.kind === 'confirmed' && mayGet(delegate));
};
