import type { ConferenceId } from '../../base/ids.ts';

/** What calendars know a meeting by: the same in every notice, and on whichever host the record is kept. */
export interface MeetingKey {
  readonly conference: ConferenceId;
  readonly number: number;
  readonly sitting: number | null;
}

/** RFC 7986, section 5.3: unique in the world, as the conference's id is, and naming nobody. */
export const meetingUid = ({ conference, number, sitting }: MeetingKey): string =>
  `meeting-${number}${sitting === null ? '' : `-${sitting}`}@${conference}`;

export const deadlineUid = (conference: ConferenceId, key: string): string => `deadline-${key}@${conference}`;
