import { DAY, HOUR, type Instant, MINUTE, SECOND, after } from '../base/time.ts';
import type { CarrierAnswer } from '../conference/post/carrier.ts';
import type { OutboxItem, MailOutcome } from '../conference/post/outbox.ts';

/** How long the courier waits, and when it gives up. */

/** How long a mail that was put off waits, by how often it has been tried; then always the last. */
const PUT_OFF = [MINUTE, 5 * MINUTE, 15 * MINUTE, 30 * MINUTE, HOUR, 2 * HOUR, 4 * HOUR];

/** How long all wait where no server is reached, by how often in a row; then always the last. */
const UNREACHED = [10 * SECOND, 30 * SECOND, MINUTE, 2 * MINUTE, 5 * MINUTE];

/** When a mail that nobody took is given up (RFC 5321, section 4.5.4.1). */
const GIVEN_UP = 5 * DAY;

/** Why no server takes anything, since when, and until when nothing is tried. */
export interface Trouble {
  readonly answer: string;
  readonly since: Instant;
  readonly until: Instant;
  readonly times: number;
}

/** The trouble after one more mail has reached no server. Those that were under way together count once. */
export const moreTrouble = (before: Trouble | null, answer: string, now: Instant): Trouble => {
  if (before !== null && now < before.until) return before;
  const times = (before?.times ?? 0) + 1;
  return { answer, since: before?.since ?? now, until: after(now, stepOf(UNREACHED, times)), times };
};

/** What becomes of a mail by the server's answer; where none was reached, it waits with the others until `until`. */
export const outcomeOf = (
  item: OutboxItem,
  { kind, answer }: CarrierAnswer,
  now: Instant,
  until: Instant,
): MailOutcome['state'] => {
  if (kind === 'accepted') return { kind: 'handed-over', answer, at: now };
  if (kind === 'refused') return { kind: 'bounced', answer, at: now };
  if (now >= after(item.queued, GIVEN_UP)) return { kind: 'given-up', answer, at: now };
  const next = kind === 'unreachable' ? until : after(now, stepOf(PUT_OFF, item.attempts));
  return { kind: 'queued', next, answer };
};

const stepOf = (steps: readonly number[], count: number): number => steps[Math.min(count, steps.length) - 1] ?? 0;
