import type { Draft } from '../base/brand.ts';
import type { OrganisationId } from '../base/ids.ts';
import type { Mark, State } from './state.ts';
import type { Matter } from './visibility.ts';

/** What can be read again by itself, named as a path below its conference; `''` is the conference itself, with its charter. */
export type Resource =
  | ''
  | 'group'
  | 'help'
  | 'letters'
  | 'observations'
  | 'recoveries'
  | `circulations/${number}`
  | `meetings/${number}`
  | `organisations/${OrganisationId}`
  | `statements/${number}`
  | `texts/${number}`;

/**
 * What changed with the entry `index` besides what its act is about: a deadline fell due with it, or what it decided had effects elsewhere. Those hear of it
 * who may see `matter`, about the organisation `about` where it is about one.
 */
export interface Consequence {
  readonly index: number;
  readonly resource: Resource;
  readonly matter: Matter;
  readonly about: OrganisationId | null;
}

export const follows = (
  state: Draft<State>,
  { index }: Mark,
  resource: Resource,
  matter: Matter,
  about: OrganisationId | null = null,
): void => void state.consequences.push({ index, resource, matter, about });
