import { z } from 'zod';
import { mutable } from '../../base/brand.ts';
import { dayOf } from '../../base/time.ts';
import { defineAct } from '../act.ts';
import { rulesInForce } from '../law/charter.ts';
import { BOOKS } from './accounts.ts';
import { balancesAfter, noteKeepers, totalsIn } from './books.ts';
import { firstDay, monthLater, monthSchema, monthsThrough, openFrom } from './months.ts';
import { treasurerRefusal } from './treasurer.ts';

/** Chapter 12: periods of the books. One is closed once it is over; what was wrong in it is put right in the next. */

export const closePeriod = defineAct({
  kind: 'period.close',
  ...BOOKS,
  body: z
    .strictObject({
      /** Its last month; it begins where the one before ends. */
      through: monthSchema,
    })
    .readonly(),
  judge: (state, { by, body: { through } }, at) => {
    const refusal = treasurerRefusal(state, by.organisation, at);
    if (refusal !== null) return refusal;
    const bad = (why: string) => ({ article: '12.1', kind: 'bad-field', field: 'through', why }) as const;
    const from = openFrom(state);
    const months = monthsThrough(from, through);
    if (months < 1) return { article: '12.1', kind: 'period-closed', from: firstDay(from) };
    if (dayOf(at) < firstDay(monthLater(through, 1))) return bad('not-over');
    return months > rulesInForce(state).means.periodMonths ? bad('too-many-months') : null;
  },
  apply: (state, { by, body: { through } }, on) => {
    const from = openFrom(state);
    const { means } = state;
    noteKeepers(state, through, on.at);
    const before = means.periods.at(-1)?.balances ?? [];
    const balances = mutable(balancesAfter(means, before, totalsIn(means, from, through)));
    means.periods.push({
      number: means.periods.length + 1,
      from,
      through,
      by: by.organisation,
      on,
      balances,
      findings: [],
    });
  },
  example: { through: '2026-12' },
});
