import { z } from 'zod';
import type { Brand } from '../../base/brand.ts';
import { isDay } from '../../base/time.ts';

/** A day, a month or a year of the past, as ISO 8601 writes them: of many papers no more is known. `2019-05-16`, `2019-05`, `2019`. */
export type PastDay = Brand<string, 'PastDay'>;

/** The first day that it may be; one that is no day at all stays none. */
export const firstOf = (day: string): string => `${day}${'-01-01'.slice(day.length - 4)}`;

const WRITTEN = /^[1-9]\d{3}(?:-\d{2}(?:-\d{2})?)?$/u;

export const isPastDay = (text: string): boolean => WRITTEN.test(text) && isDay(firstOf(text));

export const pastDaySchema = z
  .string()
  .regex(WRITTEN, { error: 'not-a-past-day' })
  .refine(isPastDay, { error: 'not-a-past-day' })
  .transform((day) => day as PastDay);

/** Whether one ends before another begins, as far as both are known. */
export const isBefore = (one: PastDay, other: PastDay): boolean => {
  const known = Math.min(one.length, other.length);
  return one.slice(0, known) < other.slice(0, known);
};
