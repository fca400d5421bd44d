import type { Mutable } from '../../base/brand.ts';
import type { OrganisationId } from '../../base/ids.ts';
import { DAY, after } from '../../base/time.ts';
import { rulesInForce } from '../law/charter.ts';
import { dropDeadline, scheduleDeadline } from '../law/deadlines.ts';
import type { Mark } from '../law/mark.ts';
import type { Refusal } from '../law/refusal.ts';
import { meetingOf } from '../meetings/meeting-rules.ts';
import { presentNow } from '../members/presence.ts';
import type { State } from '../state.ts';
import type { Decision, Text } from '../texts/state.ts';
import { closeDecision, outcomeAt } from './outcome.ts';

/** Article 6.1 in an assembly where unanimity is that of those present: they agree there, and the absent may still object for a time, or not. */

/** A decision is ended in its room: at once, or where those present have adopted the text by themselves when the time of the absent is up. */
export const endInRoom = (state: Mutable<State>, text: Mutable<Text>, on: Mark): void => {
  const { decision } = text;
  const { unanimityOfPresent } = rulesInForce(state).decision;
  const meeting = decision?.meeting ?? null;
  if (decision === null || meeting === null) return;
  if (unanimityOfPresent === null || meetingOf(state, meeting).kind !== 'assembly')
    return closeDecision(state, text, on);
  decision.room = { on, present: [...presentNow(state, meetingOf(state, meeting))] };
  const { absentDays } = unanimityOfPresent;
  if (absentDays === 0 || outcomeAt(state, text, on.at).result === 'not-adopted') return closeDecision(state, text, on);
  dropDeadline(state, { kind: 'decision', text: text.number, at: decision.deadline });
  decision.deadline = after(on.at, absentDays * DAY);
  scheduleDeadline(state, { kind: 'decision', text: text.number, at: decision.deadline });
};

/** Refused to those whose room has ended the decision: only the absent may still speak. */
export const saidInRoom = (decision: Decision | null, by: OrganisationId): Refusal | null =>
  decision?.room?.present.includes(by) === true
    ? { article: '6.1', kind: 'deadline-passed', deadline: decision.room.on.at }
    : null;
