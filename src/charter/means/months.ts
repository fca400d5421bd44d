import { z } from 'zod';
import { type Day, type Instant, dayOf, isDay } from '../../base/time.ts';
import { inForce } from '../law/charter.ts';
import type { State } from '../state.ts';
import type { Month } from './state.ts';

/** Months and periods of the books. They begin with the year in which the conference was founded. */

/** A month as ISO 8601 writes it, from year 1000. */
export const monthSchema = z
  .string()
  .regex(/^[1-9]\d{3}-\d{2}$/u, { error: 'not-a-month' })
  .refine((text) => isDay(`${text}-01`), { error: 'not-a-month' })
  .transform((text) => text as Month);

export const monthOf = (day: Day): Month => day.slice(0, 7) as Month;

export const firstDay = (month: Month): Day => `${month}-01` as Day;

/** How many months after year 0 it begins. */
const ordinal = (month: Month): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;

/** The month so many after this one. */
export const monthLater = (month: Month, by: number): Month => {
  const at = ordinal(month) + by;
  return `${Math.floor(at / 12)}-${`${(at % 12) + 1}`.padStart(2, '0')}` as Month;
};

/** How many months there are from one through another; below 1 where the second comes first. */
export const monthsThrough = (from: Month, through: Month): number => ordinal(through) - ordinal(from) + 1;

/** The months from one through another, in order. */
export const monthsBetween = (from: Month, through: Month): readonly Month[] =>
  Array.from({ length: Math.max(0, monthsThrough(from, through)) }, (_, i) => monthLater(from, i));

/** The month that it is at `at` in UTC. */
export const monthAt = (at: Instant): Month => monthOf(dayOf(at));

/** The first month that is not closed: nothing is recorded before it. */
export const openFrom = (state: State): Month => {
  const last = state.means.periods.at(-1);
  if (last !== undefined) return monthLater(last.through, 1);
  const founded = state.founded ?? inForce(state).since;
  return `${monthAt(founded?.at ?? state.time).slice(0, 4)}-01` as Month;
};
