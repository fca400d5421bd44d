import type { Mutable } from '../../base/brand.ts';
import type { OrganisationId } from '../../base/ids.ts';
import type { Article } from './articles.ts';
import type { Mark } from './mark.ts';
import { type Refusal, beyond } from './refusal.ts';
import type { Disagreement } from '../members/vouched-state.ts';

/** A no-disagreement period: a proposal stands unless somebody disagrees, with reasons, before its deadline. */

interface Contested {
  readonly disagreements: readonly Disagreement[];
}

/** The disagreement this organisation upholds, if any. */
export const openDisagreement = (contested: Contested, by: OrganisationId): Disagreement | undefined =>
  contested.disagreements.find((disagreement) => disagreement.by === by && disagreement.withdrawn === null);

/** Refused where the organisation upholds a disagreement already, or has come back to it as often as anybody may. */
export const disagreeRefusal = (contested: Contested, by: OrganisationId, article: Article): Refusal | null =>
  openDisagreement(contested, by) === undefined
    ? beyond(article, 'disagreements', contested.disagreements.filter((one) => one.by === by).length + 1)
    : { article, kind: 'already', what: 'disagreed' };

/** From now on the organisation upholds one. */
export const disagreeWith = (
  contested: Mutable<Contested> | undefined,
  by: OrganisationId,
  reasons: string,
  on: Mark,
): void => {
  contested?.disagreements.push({ by, reasons, on, withdrawn: null });
};

/** Refused where the organisation upholds none that it could take back. `ref`: what it would be with. */
export const noDisagreementRefusal = (
  contested: Contested,
  by: OrganisationId,
  article: Article,
  ref: string | number,
): Refusal | null =>
  openDisagreement(contested, by) === undefined
    ? { article, kind: 'unknown', thing: 'disagreement', ref: `${ref}` }
    : null;

/** Whether anybody upholds a disagreement. One withdrawn in time counts as none. */
export const isContested = (contested: Contested): boolean =>
  contested.disagreements.some((disagreement) => disagreement.withdrawn === null);

/** Whether there was one to withdraw. */
export const withdrawDisagreement = (
  contested: Mutable<Contested> | undefined,
  by: OrganisationId,
  on: Mark,
): boolean => {
  const upheld = (contested?.disagreements ?? []).filter((one) => one.by === by && one.withdrawn === null);
  for (const disagreement of upheld) disagreement.withdrawn = on;
  return upheld.length > 0;
};
