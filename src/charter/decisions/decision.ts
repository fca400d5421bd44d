import { z } from 'zod';
import { versionHashSchema } from '../../base/ids.ts';
import { ok, err, type Result } from '../../base/result.ts';
import { instantSchema, placeSchema } from '../../base/schema.ts';
import { DAY, SECOND, after } from '../../base/time.ts';
import { type Act, defineAct } from '../act.ts';
import { endPeriod } from '../texts/agreement.ts';
import { scheduleDeadline } from '../law/deadlines.ts';
import { EXAMPLE } from '../law/example-words.ts';
import { numbersOf, passAway } from '../texts/live.ts';
import { chairRefusal, meetingAt, meetingRules, presentNow, quorumOf, roomRefusal } from '../meetings/meeting-rules.ts';
import { closeDecision } from './outcome.ts';
import type { Refusal } from '../law/refusal.ts';
import type { State } from '../state.ts';
import { targetKey } from '../texts/position-state.ts';
import type { Text } from '../texts/state.ts';
import { numberSchema, ownerOnly, present, rapporteurOf, textAt, textOf } from '../texts/texts.ts';
import { rulesInForce } from '../law/charter.ts';
import { itsText } from '../law/resource.ts';

/** Who puts a text to decision: whose text it is, and whoever else the rules name. `inAssembly`: in the room of one. */
const mayOpen = (state: State, text: Text, act: Act, inAssembly: boolean): Refusal | null => {
  const { openers } = rulesInForce(state).decision;
  const isOpen = openers === 'participant' || (openers === 'assembly' && inAssembly);
  const byRapporteur = openers !== 'tabler' && rapporteurOf(state, text) === act.by.organisation;
  return isOpen || byRapporteur ? null : ownerOnly(state, text, act);
};

const isAssembly = ({ meetings }: State, number: number | null): boolean =>
  number !== null && meetings[number - 1]?.kind === 'assembly';

/** Refused while the present revision is objected to, or leaves out what was agreed. */
const unsettled = (text: Text): Refusal | null => {
  const objection = present(text).objections.find(({ withdrawn }) => withdrawn === null);
  if (objection !== undefined) return { article: '13.2', kind: 'revision-contested', by: objection.by };
  const waiting = text.live.numbers.find((number) => text.amendments[number - 1]?.fate.kind === 'agreed');
  return waiting === undefined ? null : { article: '13.3', kind: 'agreed-waiting', amendment: waiting };
};

/**
 * The room in which a text is decided: an open sitting that is at an item about it. `knew`: the item was on the provisional agenda, so everyone had notice of it,
 * present or not, and the rules' shortest time for answers does not run again.
 */
const inRoom = (
  state: State,
  act: Act<string, { readonly text: number }>,
  number: number,
): Result<{ readonly knew: boolean }, Refusal> => {
  const found = meetingAt(state, number, '6.1', 'open');
  if (!found.ok) return found;
  const meeting = found.value;
  const refusal = roomRefusal(meeting, act.by, '6.1');
  if (refusal !== null) return err(refusal);
  const item = meeting.item === null ? undefined : meeting.items[meeting.item - 1];
  if (item?.texts.includes(act.body.text) !== true) {
    return err({ article: '5.3', kind: 'not-on-agenda', item: meeting.item });
  }
  return ok({ knew: !item.late });
};

/**
 * Chapters 6.1 and 13.3: whoever may puts the present version, final from here on, to decision. Positions on the whole are given anew; those on clauses stand. The
 * outcome falls at the deadline, or as soon as every participant has answered and all support or accept.
 */
export const open = defineAct({
  kind: 'decision.open',
  article: '6.1',
  strength: 'binding',
  from: ['participant'],
  matter: 'text',
  subjects: itsText,
  body: z
    .strictObject({
      text: numberSchema,
      /** The version decided upon: the hash of the present revision. */
      version: versionHashSchema,
      deadline: instantSchema,
      /** Where and how it is decided (13.3): a meeting's place, or in writing. */
      place: placeSchema(200),
      /** The meeting in whose room it is decided, and may be closed before the deadline; `null`: in writing. */
      meeting: numberSchema.nullable(),
    })
    .readonly(),
  judge: (state, act, at) => {
    const { body } = act;
    const found = textAt(state, body.text, '6.1', 'negotiation');
    if (!found.ok) return found.error;
    const text = found.value;
    const refusal = mayOpen(state, text, act, isAssembly(state, body.meeting)) ?? unsettled(text);
    if (refusal !== null) return refusal;
    const current = present(text).hash;
    if (current !== body.version) return { article: '13.3', kind: 'superseded', field: 'version', current };
    const room = body.meeting === null ? null : inRoom(state, act, body.meeting);
    if (room?.ok === false) return room.error;
    const days = room?.value.knew === true ? 0 : rulesInForce(state).decision.minimumDays;
    const earliest = after(at, days * DAY);
    if (body.deadline < earliest || body.deadline <= at)
      return { article: '6.1', kind: 'deadline-too-early', earliest };
    return text.mandate !== null && body.deadline > text.mandate.until
      ? { article: '13.3', kind: 'mandate-ends', until: text.mandate.until }
      : null;
  },
  apply: (state, { by, body }, on) => {
    const text = textOf(state, body.text);
    const { version, deadline, place, meeting } = body;
    text.stage = 'decision';
    text.decision = {
      version,
      revision: text.revisions.length,
      opened: on,
      by: by.organisation,
      deadline,
      place,
      meeting,
      outcome: null,
    };
    text.standing.delete(targetKey({ kind: 'whole' }));
    for (const number of [...numbersOf(text), ...text.live.toRenew]) {
      const amendment = text.amendments[number - 1];
      if (amendment === undefined) continue;
      endPeriod(state, amendment, text.number);
      amendment.fate = { kind: 'fallen', on, why: 'decision' };
      passAway(text, number);
      text.standing.delete(targetKey({ kind: 'amendment', amendment: amendment.number }));
    }
    scheduleDeadline(state, { kind: 'decision', text: text.number, at: deadline });
  },
  example: { text: 1, version: EXAMPLE.hash, deadline: EXAMPLE.day, place: 'In writing', meeting: null },
});

/**
 * The chair ends a decision that is taken in the room, once everyone present has answered or the rules' time for a call has passed. What those say who are absent counts as always,
 * and their silence as the rules say.
 */
export const close = defineAct({
  kind: 'decision.close',
  article: '6.1',
  strength: 'ordinary',
  from: ['participant'],
  matter: 'text',
  subjects: itsText,
  body: z.strictObject({ text: numberSchema }).readonly(),
  judge: (state, { by, body }, at) => {
    const found = textAt(state, body.text, '6.1', 'decision');
    if (!found.ok) return found.error;
    const text = found.value;
    const { decision } = text;
    if (decision === null || decision.meeting === null)
      return { article: '6.1', kind: 'wrong-stage', stage: text.stage };
    const foundMeeting = meetingAt(state, decision.meeting, '6.1', 'open');
    if (!foundMeeting.ok) return foundMeeting.error;
    const meeting = foundMeeting.value;
    const refusal = chairRefusal(meeting, by);
    if (refusal !== null) return refusal;
    const present = presentNow(state, meeting);
    const quorum = quorumOf(state, meeting);
    if (present.length < quorum) return { article: '6.1', kind: 'no-quorum', present: present.length, quorum };
    const answered = text.standing.get(targetKey({ kind: 'whole' }));
    const earliest = after(decision.opened.at, meetingRules(state).callSeconds * SECOND);
    return at < earliest && !present.every((id) => answered?.has(id) === true)
      ? { article: '6.1', kind: 'deadline-too-early', earliest }
      : null;
  },
  apply: (state, { body }, on) => closeDecision(state, textOf(state, body.text), on),
  example: { text: 1 },
});
