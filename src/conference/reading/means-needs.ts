import type { OrganisationId } from '../../base/ids.ts';
import type { Instant } from '../../base/time.ts';
import { monthAt, monthLater } from '../../charter/means/months.ts';
import type { Month } from '../../charter/means/state.ts';
import type { Reader } from './reader.ts';

/** What the books ask of whoever keeps them. Nobody else is asked for anything: what an organisation pays it alone judges (12.1). */
export type MeansNeed =
  /** A period as long as the rules let one be is over, and not closed. */
  { readonly kind: 'close-books'; readonly through: Month; readonly deadline: null };

export const meansNeeds = (reader: Reader, id: OrganisationId, now: Instant): readonly MeansNeed[] => {
  const from = reader.booksOpenFrom();
  if (from === null || reader.transactions().length === 0 || !reader.keepsBooks(id, now)) return [];
  const through = monthLater(from, reader.rules().means.periodMonths - 1);
  return monthAt(now) > through ? [{ kind: 'close-books', through, deadline: null }] : [];
};
