import type { OrganisationId } from '../../base/ids.ts';
import type { Instant } from '../../base/time.ts';
import type { Mark } from '../law/mark.ts';

/** The meeting at which a conference is founded (13.1): its first assembly, from the last founder's signature on. */
export interface FoundingMeeting {
  readonly starts: Instant;
  readonly ends: Instant;
  /** An IANA time zone. */
  readonly zone: string;
  readonly place: string;
  /** The titles of its provisional agenda. */
  readonly agenda: readonly string[];
  /** Who wrote the founding act, and when. */
  readonly by: OrganisationId;
  readonly on: Mark;
}
