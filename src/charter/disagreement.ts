import type { Draft } from '../base/brand.ts';
import type { OrganisationId } from '../base/ids.ts';
import type { Disagreement, Mark } from './state.ts';

/** A no-disagreement period: a proposal stands unless somebody disagrees, with reasons, before its deadline. */

interface Contested {
  readonly disagreements: readonly Disagreement[];
}

/** The disagreement this organisation upholds, if any. */
export const openDisagreement = (contested: Contested, by: OrganisationId): Disagreement | undefined =>
  contested.disagreements.find((disagreement) => disagreement.by === by && disagreement.withdrawn === null);

/** Whether anybody upholds a disagreement. One withdrawn in time counts as none. */
export const isContested = (contested: Contested): boolean =>
  contested.disagreements.some((disagreement) => disagreement.withdrawn === null);

/** Whether there was one to withdraw. */
export const withdrawDisagreement = (
  contested: Draft<Contested> | undefined,
  by: OrganisationId,
  on: Mark,
): boolean => {
  const upheld = (contested?.disagreements ?? []).filter((one) => one.by === by && one.withdrawn === null);
  for (const disagreement of upheld) disagreement.withdrawn = on;
  return upheld.length > 0;
};
