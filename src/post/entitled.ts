import type { OrganisationId, Slug } from '../base/ids.ts';
import { speaks } from '../charter/members/holders.ts';
import { isParticipant } from '../charter/members/organisations.ts';
import type { State } from '../charter/state.ts';
import type { Contact, Contacts } from '../conference/post/contacts.ts';
import type { Host } from '../conference/types.ts';

/**
 * Where an organisation's delegates are reached: every confirmed address of a delegate who is not recalled, and the organisation's own.
 * Nobody chooses among them: what is circulated goes to each. Whoever has left is reached no more, for what waits as well: it is the participants'.
 */
export const reachedAt = (
  contacts: Pick<Contacts, 'of'>,
  state: State,
  slug: Slug,
  id: OrganisationId,
): readonly Contact[] =>
  isParticipant(state, id)
    ? contacts
        .of(slug, id)
        .filter(({ confirmation, delegate }) => confirmation.kind === 'confirmed' && speaks(state, id, delegate))
    : [];

/** The contact of a delegate who speaks for the organisation still; `null`: they do not, or have given no address. */
export const contactReached =
  (contacts: Pick<Contacts, 'get'>, host: Pick<Host, 'conference'>) =>
  ({ slug, organisation, delegate }: Pick<Contact, 'slug' | 'organisation' | 'delegate'>): Contact | null => {
    const state = host.conference(slug)?.state();
    return state !== undefined && speaks(state, organisation, delegate)
      ? contacts.get(slug, organisation, delegate)
      : null;
  };
