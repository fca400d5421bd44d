import type { OrganisationId } from '../../base/ids.ts';

/** What can be read again by itself, named as a path below its conference; `''` is the conference itself, with its charter. */
export type Resource =
  | ''
  | 'group'
  | 'help'
  | 'letters'
  | 'means'
  | 'observations'
  | 'recoveries'
  | `archive/${number}`
  | `circulations/${number}`
  | `meetings/${number}`
  | `organisations/${OrganisationId}`
  | `actions/${number}`
  | `appeals/${number}`
  | `reports/${number}`
  | `publications/${number}`
  | `statements/${number}`
  | `texts/${number}`;

/** What acts are about whose bodies name it; see `subjects` of `defineAct`. */

type Naming<Field extends string, Value> = { readonly body: Readonly<Record<Field, Value>> };

export const itsText = ({ body }: Naming<'text', number>): readonly Resource[] => [`texts/${body.text}`];

export const itsMeeting = ({ body }: Naming<'meeting', number>): readonly Resource[] => [`meetings/${body.meeting}`];

export const itsPiece = ({ body }: Naming<'piece', number>): readonly Resource[] => [`archive/${body.piece}`];

export const itsPeriodical = ({ body }: Naming<'periodical', number>): readonly Resource[] => [
  `publications/${body.periodical}`,
];

export const itsCirculation = ({ body }: Naming<'circulation', number>): readonly Resource[] => [
  `circulations/${body.circulation}`,
];

export const itsOrganisation = ({ body }: Naming<'organisation', OrganisationId>): readonly Resource[] => [
  `organisations/${body.organisation}`,
];

export const itsMaker = ({ by }: { readonly by: { readonly organisation: OrganisationId } }): readonly Resource[] => [
  `organisations/${by.organisation}`,
];

/**
 * The number of what the entry at `index` brought; 0: it brought none. What the list holds stands in the order of its entries; `markOf` says which brought one.
 */
export const broughtAt = <T extends { readonly number: number }>(
  list: readonly T[],
  markOf: (one: T) => { readonly index: number },
  index: number,
): number => {
  let [from, to] = [0, list.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const one = list[middle];
    if (one !== undefined && markOf(one).index < index) from = middle + 1;
    else to = middle;
  }
  const found = list[from];
  return found !== undefined && markOf(found).index === index ? found.number : 0;
};
