import { type ConferenceId, conferenceIdSchema } from '../../base/ids.ts';

/** What calendars know a meeting by: the same in every notice, and on whichever host the record is kept. */
export interface MeetingKey {
  readonly conference: ConferenceId;
  readonly number: number;
  readonly sitting: number | null;
}

/** RFC 7986, section 5.3: unique in the world, as the conference's id is, and naming nobody. */
export const meetingUid = ({ conference, number, sitting }: MeetingKey): string =>
  `meeting-${number}${sitting === null ? '' : `-${sitting}`}@${conference}`;

/** The meeting that a UID names, or `null`. */
export const readMeetingUid = (uid: string): MeetingKey | null => {
  const [, number, sitting, id] = /^meeting-([1-9]\d{0,8})(?:-([1-9]\d{0,8}))?@([\w-]{1,64})$/u.exec(uid) ?? [];
  const conference = conferenceIdSchema.safeParse(id);
  if (number === undefined || !conference.success) return null;
  return {
    conference: conference.data,
    number: Number(number),
    sitting: sitting === undefined ? null : Number(sitting),
  };
};

export const deadlineUid = (conference: ConferenceId, key: string): string => `deadline-${key}@${conference}`;

export const actionUid = (conference: ConferenceId, action: number, part: number): string =>
  `action-${action}-${part}@${conference}`;
