import type { OrganisationId } from '../../base/ids.ts';
import type { Mark } from './mark.ts';
import type { Matter } from './matter.ts';
import type { Resource } from './resource.ts';

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

/** A part of what there is, and who may see it. */
export type Part = Omit<Consequence, 'index'>;

export const follows = (
  { consequences }: { readonly consequences: Consequence[] },
  { index }: Mark,
  resource: Resource,
  matter: Matter,
  about: OrganisationId | null = null,
): void => void consequences.push({ index, resource, matter, about });
