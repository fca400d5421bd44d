import { type Instant, MINUTE, after } from '../../base/time.ts';
import type { DigestChoice } from '../../conference/post/contacts.ts';
import { nextHour } from '../../conference/reading/zones.ts';

/** When digests come: in the morning, on the clocks of whoever reads them. */
const HOUR_OF_DAY = 7;
const MONDAY = 1;

/** What happens within this time after a digest that comes at once is told in the next one together. */
const TOGETHER = 15 * MINUTE;

/**
 * When a delegate's next digest is due, `null`: never. `last` is when the last one was made, or, before the first, since when they want them. What fell
 * due while the host was not running is due at once, and one digest makes up for all that were missed.
 */
export const nextDigest = (choice: DigestChoice, zone: string, last: Instant): Instant | null => {
  switch (choice) {
    case 'at-once':
      return after(last, TOGETHER);
    case 'daily':
      return nextHour(last, zone, HOUR_OF_DAY);
    case 'weekly':
      return nextHour(last, zone, HOUR_OF_DAY, MONDAY);
    case 'never':
      return null;
  }
};
