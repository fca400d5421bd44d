import type { OrganisationId } from '../../base/ids.ts';
import type { Instant } from '../../base/time.ts';
import { holdersOf, isInForce } from '../group/mandates.ts';
import type { Mandate } from '../group/mandate-state.ts';
import type { Refusal } from '../law/refusal.ts';
import type { State } from '../state.ts';

/** Who keeps the books (12): whoever an assembly gave the mandate to, an organisation or the coordinating group, and nobody else. A new mandate ends the one before. */

/** The mandate to keep the books that is in force at `at`. */
export const booksMandate = (state: State, at: Instant): Mandate | null => {
  const mandate = state.mandates[(state.means.mandate ?? 0) - 1];
  return mandate !== undefined && isInForce(state, mandate, at) ? mandate : null;
};

/** The organisations that may record in the books at `at`. */
export const treasurersAt = (state: State, at: Instant): readonly OrganisationId[] => {
  const mandate = booksMandate(state, at);
  return mandate === null ? [] : holdersOf(state, mandate.to);
};

export const treasurerRefusal = (state: State, id: OrganisationId, at: Instant): Refusal | null =>
  treasurersAt(state, at).includes(id)
    ? null
    : { article: '12.1', kind: 'treasurer-only', treasurer: booksMandate(state, at)?.to ?? null };
