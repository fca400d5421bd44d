import type { Mutable } from '../../base/brand.ts';
import type { OrganisationId } from '../../base/ids.ts';
import { follows } from '../law/consequences.ts';
import { withdrawDisagreement } from '../law/disagreement.ts';
import type { Mark } from '../law/mark.ts';
import type { State } from '../state.ts';
import { openPuts } from './periodicals.ts';

/** What leaving does to publications: whoever left edits nothing any more, and upholds no disagreement. What it wrote stays its own, and it may take it back until it is published. */
export const leavePublications = (state: Mutable<State>, id: OrganisationId, on: Mark): void => {
  const open = openPuts(state as State).map(({ periodical }) => periodical);
  for (const number of new Set([...state.decidedPeriodicals, ...open])) leavePeriodical(state, number, id, on);
};

const leavePeriodical = (state: Mutable<State>, number: number, id: OrganisationId, on: Mark): void => {
  const periodical = state.periodicals[number - 1];
  if (periodical === undefined) return;
  const open = periodical.openIssues.flatMap((number) => periodical.issues[number - 1] ?? []);
  const puts = periodical.outcome === 'open' ? [periodical, ...open] : open;
  const withdrew = puts.map((put) => withdrawDisagreement(put, id, on)).includes(true);
  if (periodical.editors.delete(id) || withdrew) follows(state, on, `publications/${number}`, 'publishing');
};
