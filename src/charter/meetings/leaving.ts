import type { Mutable } from '../../base/brand.ts';
import type { OrganisationId } from '../../base/ids.ts';
import { follows } from '../law/consequences.ts';
import type { Mark } from '../law/mark.ts';
import type { State } from '../state.ts';
import { matterOfSitting } from './in-room.ts';
import { meetingOf } from './meeting-rules.ts';
import { goOut } from './sittings.ts';
import { approveWhenDue } from './summaries.ts';

/** What leaving does to meetings: whoever left goes out of the room, and a summary record that waited for its correction alone is approved. */
export const leaveMeetings = (state: Mutable<State>, id: OrganisationId, on: Mark): void => {
  for (const number of state.openMeetings.slice()) {
    const meeting = meetingOf(state, number);
    if (goOut(meeting, id, on))
      follows(state, on, `meetings/${meeting.number}`, matterOfSitting(state, meeting.number, on.index));
    if (meeting.summary?.deadline === null) approveWhenDue(state, meeting, on);
  }
};
