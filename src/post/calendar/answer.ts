import type { OrganisationId } from '../../base/ids.ts';
import { type Result, err, ok } from '../../base/result.ts';
import type { BodyOf } from '../../charter/acts.ts';
import type { State } from '../../charter/state.ts';
import { type CalendarReplyFault, readCalendarReply } from './reply.ts';
import { readMeetingUid } from './uid.ts';

/** Who was invited: whom the address stands for that the answer came to. */
export interface Invited {
  readonly organisation: OrganisationId;
  readonly delegate: number;
  /** The mail address that the invitation went to. */
  readonly address: string;
}

/** Why an answer by calendar is not taken as the organisation's word. */
export type AnswerFault =
  | CalendarReplyFault
  /** It answers something else than a meeting of this conference. */
  | { readonly kind: 'other-meeting' }
  /** It answers for somebody else than was invited. */
  | { readonly kind: 'other-attendee'; readonly attendee: string }
  /** The meeting's time or place has changed since, and the answer is to what was before. */
  | { readonly kind: 'old-notice'; readonly meeting: number };

/** What the host may put on the record of an answer that came by calendar, where the rules allow it. */
export const answerOf = (
  state: Pick<State, 'conference' | 'meetings'>,
  invited: Invited,
  content: string,
): Result<Omit<BodyOf<'host.replied'>, 'proven'>, AnswerFault> => {
  const reply = readCalendarReply(content, [invited.address]);
  if (!reply.ok) return reply;
  const { uid, attendee, sequence, answer } = reply.value;
  const named = readMeetingUid(uid);
  const meeting = named?.conference === state.conference ? state.meetings[(named?.number ?? 0) - 1] : undefined;
  const notice = meeting?.notices.at(-1);
  if (meeting === undefined || notice === undefined) return err({ kind: 'other-meeting' });
  if (attendee !== invited.address.toLowerCase()) return err({ kind: 'other-attendee', attendee });
  if (sequence < meeting.notices.length - 1) return err({ kind: 'old-notice', meeting: meeting.number });
  return ok({
    meeting: meeting.number,
    organisation: invited.organisation,
    delegate: invited.delegate,
    reply: answer === 'coming' && notice.place === null ? 'online' : answer,
  });
};
