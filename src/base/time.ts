import type { Brand } from './brand.ts';

/** Milliseconds since 1970-01-01T00:00:00Z, an integer. */
export type Instant = Brand<number, 'Instant'>;

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export const instant = (ms: number): Instant => Math.trunc(ms) as Instant;

export const after = (from: Instant, ms: number): Instant => (from + ms) as Instant;

/** A day of the calendar, of no time zone: `2026-05-16`. */
export type Day = Brand<string, 'Day'>;

/** Whether there is such a day. */
export const isDay = (text: string): boolean => {
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
};

/** The day in UTC. */
export const dayOf = (at: Instant): Day => new Date(at).toISOString().slice(0, 10) as Day;

/** When it begins in UTC: what is shown of that in UTC is the day. */
export const startOf = (day: Day): Instant => Date.parse(`${day}T00:00:00Z`) as Instant;

/** As RFC 3339 in UTC with milliseconds, `2026-11-22T03:40:49.000Z`. */
export const rfc3339 = (at: Instant): string => new Date(at).toISOString();

/** The same day and time so many months later in UTC, or the last day of a month that is shorter. */
export const monthsAfter = (at: Instant, months: number): Instant => {
  const from = new Date(at);
  const to = new Date(at);
  to.setUTCMonth(from.getUTCMonth() + months);
  if (to.getUTCDate() !== from.getUTCDate()) to.setUTCDate(0);
  return to.getTime() as Instant;
};
