import { type Instant, after } from '../../base/time.ts';
import { isDue } from '../../charter/law/deadlines.ts';
import { AHEAD, OLDEST, isTimely } from '../../charter/judge.ts';
import type { State } from '../../charter/state.ts';
import type { Doubt } from './doubt.ts';

/** Which time an entry gets, and which deadlines have passed, while two times are possible. */

/** By which a deadline has passed for certain, and the time of a host's own act. */
export interface Times {
  readonly now: Instant;
  /** Not after {@link now}: by both times it is so late. */
  readonly sure: Instant;
}

/** The time of entries never goes back, whatever any clock does. */
export const timesOf = (state: State, now: Instant, doubt: Doubt | null): Times => {
  const atLeast = (time: Instant): Instant => Math.max(time, state.time) as Instant;
  if (doubt === null) return { now: atLeast(now), sure: atLeast(now) };
  return { now: atLeast(doubt.known), sure: atLeast(Math.min(doubt.known, doubt.shown) as Instant) };
};

/** The time of what the host itself says: nothing that may not have passed passes for its sake. */
export const ownTime = (state: State, { now, sure }: Times): Instant => (isDue(state, now) ? sure : now);

/**
 * The time of an act that says it was made at `made`; `null`: it fits one of two possible times, and to take it at that one would let a deadline pass, or put
 * the record so far ahead that others' acts would be refused, on the word of one key.
 */
export const timeOfAct = (state: State, now: Instant, doubt: Doubt | null, made: Instant): Instant | null => {
  const times = timesOf(state, now, doubt);
  if (doubt === null) return times.now;
  const { known, shown } = doubt;
  const isHarmless = (time: Instant): boolean =>
    time <= times.sure || (!isDue(state, time) && (time <= times.now || time - known <= HARMLESS));
  const earlier = timesOf(state, shown, null).now;
  const later = Math.max(times.now, after(made, -AHEAD)) as Instant;
  const possible: readonly (Instant | null)[] = [
    isTimely(made, times.now) ? times.now : null,
    shown < known && isTimely(made, earlier) ? earlier : null,
    shown > known && made <= after(shown, AHEAD) && isTimely(made, later) ? later : null,
  ];
  const fitting = possible.filter((time) => time !== null);
  // Whoever is refused, is so at the time that is known.
  if (fitting.length === 0) return times.now;
  return fitting.find(isHarmless) ?? null;
};

/** So far ahead of the true time a record may be, and acts that are made now still come in time. */
const HARMLESS = OLDEST - 2 * AHEAD;
