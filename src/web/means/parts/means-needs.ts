import type { MeansNeed } from '../../../conference/reading/means-needs.ts';
import type { Context } from '../../kit/context.ts';
import type { NeedRow } from '../../kit/need-row.ts';
import { monthText } from './months.ts';

/** What the books ask of whoever keeps them, in words. */
export const meansNeedRow = (context: Context, need: MeansNeed): NeedRow => {
  const { what, why, act } = context.t.means.needs.closeBooks;
  const href = `${context.base}/do/period.close?through=${need.through}`;
  return { what: what(monthText(context, need.through)), why, act, href };
};
