import { noticeOf } from '../../../charter/meetings/meeting-rules.ts';
import type { Meeting } from '../../../charter/meetings/state.ts';
import { dateIn, momentIn } from '../../../conference/reading/zone-words.ts';
import type { Context } from '../../kit/context.ts';
import { daysUntil } from '../../kit/words.ts';

/** How far the agenda is; empty where the meeting never had one. */
export const agendaState = (context: Context, meeting: Meeting): string => {
  const { reader, now, language, t } = context;
  const words = t.meetings.agenda;
  const { zone } = noticeOf(meeting);
  const day = (at: typeof now): string => dateIn(at, zone, language);
  if (meeting.agenda !== null) return words.adopted(day(meeting.agenda.adopted.at));
  if (meeting.stage === 'closed' || meeting.stage === 'cancelled') return '';
  if (meeting.kind === 'group') return words.groupOpen;
  const closes = reader.agendaCloses(meeting);
  return now <= closes
    ? words.open(momentIn(closes, zone, language), t.common.inDays(daysUntil(context, closes)))
    : words.closed(day(closes));
};
