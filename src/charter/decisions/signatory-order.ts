import type { OrganisationId } from '../../base/ids.ts';
import type { Rules } from '../law/rules.ts';
import type { Mark } from '../law/mark.ts';
import type { Organisation } from '../members/organisation-state.ts';
import { compareNames } from '../names/alphabet.ts';

/** Article 13.4: who stands before whom under a text. Whoever is first to sign is first on paper only where the rules say so. */

interface Signed {
  readonly by: OrganisationId;
  readonly on: Mark;
}

/** @param named an organisation as far as the reader may see it; whoever is hidden goes by its id */
export const inPrintedOrder = <S extends Signed>(
  signed: Iterable<S>,
  order: Rules['signature']['order'],
  named: (id: OrganisationId) => Pick<Organisation, 'name' | 'country'> | null,
): readonly S[] =>
  [...signed]
    .map((one) => ({ one, name: named(one.by)?.name ?? one.by, country: named(one.by)?.country ?? '' }))
    .toSorted((a, b) => {
      if (order === 'signing') return a.one.on.index - b.one.on.index;
      const byCountry = order === 'country' && a.country !== b.country ? (a.country < b.country ? -1 : 1) : 0;
      return byCountry || compareNames(a.name, b.name) || a.one.on.index - b.one.on.index;
    })
    .map(({ one }) => one);
