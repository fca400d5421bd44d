import { rfc3339 } from '../../../base/time.ts';
import type { Meeting, Presence, Reply } from '../../../charter/meetings/state.ts';
import type { Organisation } from '../../../charter/members/organisation-state.ts';
import type { Context } from '../../kit/context.ts';
import type { Table } from '../../kit/csv.ts';

/** Who answered and who came to a meeting, as a table for spreadsheets: organisations, and not their delegates, whose names can be erased. */

interface AttendanceRow {
  readonly meeting: Meeting;
  readonly organisation: Organisation;
  readonly reply: Reply | undefined;
  readonly presence: Presence | undefined;
}

export const ATTENDANCE: Table<'attendance', AttendanceRow> = {
  name: 'attendance',
  columns: {
    meeting: ({ meeting }) => `${meeting.number}`,
    organisation: ({ organisation }) => organisation.id,
    name: ({ organisation }) => organisation.name,
    answer: ({ reply }) => reply?.reply ?? '',
    delegates: ({ meeting, organisation }) => `${meeting.credentials.get(organisation.id)?.delegates.length ?? 0}`,
    came: ({ presence }) => (presence === undefined ? '' : rfc3339(presence.came.at)),
    left: ({ presence }) => {
      const left = presence?.left ?? null;
      return left === null ? '' : rfc3339(left.at);
    },
  },
};

/** The participants, and whoever else answered, named delegates or came while it was one. */
export const expected = ({ reader }: Context, { replies, credentials, present }: Meeting): readonly Organisation[] => {
  const participants = reader.participants();
  const known = new Set(participants.map(({ id }) => id));
  const others = new Set([...replies.keys(), ...credentials.keys(), ...present.keys()].filter((id) => !known.has(id)));
  return [...participants, ...[...others].flatMap((id) => reader.organisation(id) ?? [])];
};

export const attendanceRows = (context: Context, meeting: Meeting): readonly AttendanceRow[] =>
  expected(context, meeting).map((organisation) => ({
    meeting,
    organisation,
    reply: meeting.replies.get(organisation.id),
    presence: meeting.present.get(organisation.id),
  }));
