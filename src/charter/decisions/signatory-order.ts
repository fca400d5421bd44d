import type { OrganisationId } from '../../base/ids.ts';
import type { Rules } from '../law/rules.ts';
import type { Mark } from '../law/mark.ts';
import { compareNames } from '../names/alphabet.ts';
import { type Printed, ownName } from '../names/printed.ts';

/** Article 13.4: who stands before whom under a text. Whoever is first to sign is first on paper only where the rules say so. */

interface Signed {
  readonly by: OrganisationId;
  readonly printed: Printed;
  readonly on: Mark;
}

/** @param countryOf an organisation's ISO 3166 code */
export const inPrintedOrder = <S extends Signed>(
  signed: Iterable<S>,
  order: Rules['signature']['order'],
  countryOf: (id: OrganisationId) => string,
): readonly S[] =>
  [...signed]
    .map((one) => ({ one, name: ownName(one.printed), country: countryOf(one.by) }))
    .toSorted((a, b) => {
      if (order === 'signing') return a.one.on.index - b.one.on.index;
      const byCountry = order === 'country' && a.country !== b.country ? (a.country < b.country ? -1 : 1) : 0;
      return byCountry || compareNames(a.name, b.name) || a.one.on.index - b.one.on.index;
    })
    .map(({ one }) => one);
