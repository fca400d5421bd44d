import { z } from 'zod';
import { type Mutable, mutable } from '../../base/brand.ts';
import { type OrganisationId, clauseIdSchema, languageSchema } from '../../base/ids.ts';
import { err, type Result } from '../../base/result.ts';
import { DAY, after } from '../../base/time.ts';
import { clausesSchema } from '../../text/clause.ts';
import { defineAct } from '../act.ts';
import { versionHash } from '../law/charter.ts';
import { circulate, toParticipants } from '../group/circulation.ts';
import { follows } from '../law/consequences.ts';
import { dropDeadline, scheduleDeadline } from '../law/deadlines.ts';
import { matterOfSitting } from './in-room.ts';
import type { Mark } from '../law/mark.ts';
import { mayManage, meetingAt, meetingOf, meetingRules, setOpen } from './meeting-rules.ts';
import { mayServe } from '../group/group.ts';
import type { Meeting, Summary } from './state.ts';
import { isParticipant } from '../members/organisations.ts';
import { type Refusal, beyond } from '../law/refusal.ts';
import type { State } from '../state.ts';
import { numberSchema, prose } from '../../base/schema.ts';
import { itsMeeting } from '../law/resource.ts';

/** Chapter 5: the summary record of a meeting lies open to correction, and is approved when its time passes and no correction stands against it. */

const oneMeeting = { meeting: numberSchema } as const;

/** The meeting, unless its summary record is approved and never changes any more. */
const recorded = (state: State, number: number): Result<Meeting, Refusal> => {
  const found = meetingAt(state, number, '5.2', 'closed');
  if (!found.ok) return found;
  const approved = found.value.summary?.approved ?? null;
  return approved === null ? found : err({ article: '5.2', kind: 'already', what: 'approved' });
};

/** Who convened the meeting, had its chair or serves in the group puts a version before everyone; its period begins anew. */
export const circulateSummary = defineAct({
  kind: 'summary.circulate',
  article: '5.2',
  strength: 'ordinary',
  from: ['participant'],
  matter: 'meeting',
  subjects: itsMeeting,
  limits: ['versions'],
  body: z.strictObject({ ...oneMeeting, language: languageSchema, clauses: clausesSchema }).readonly(),
  judge: (state, { by, body }) => {
    const found = recorded(state, body.meeting);
    if (!found.ok) return found.error;
    const meeting = found.value;
    const id = by.organisation;
    return mayManage(state, meeting, id) || mayServe(state, id) || meeting.chair?.organisation === id
      ? beyond('5.2', 'versions', (meeting.summary?.versions.length ?? 0) + 1)
      : { article: '5.2', kind: 'not-yours', owner: meeting.by };
  },
  apply: (state, { by, body: { meeting: ref, language, clauses } }, on) => {
    const meeting = meetingOf(state, ref);
    const earlier = meeting.summary;
    const number = (earlier?.versions.length ?? 0) + 1;
    const deadline = after(on.at, meetingRules(state).recordDays * DAY);
    const hash = versionHash({ title: '', clauses });
    const words = new Map(clauses.map((clause) => [clause.id, clause.words]));
    const version = { number, by: by.organisation, language, clauses, hash, on };
    const summary: Summary = {
      versions: [...(earlier?.versions ?? []), version],
      corrections: (earlier?.corrections ?? []).map((correction) =>
        correction.fate.kind === 'open' && words.get(correction.clause) === correction.words
          ? { ...correction, fate: { kind: 'taken-in', version: number } }
          : correction,
      ),
      deadline,
      approved: null,
    };
    meeting.summary = mutable(summary);
    setOpen(state, ref, true);
    if (earlier !== null && earlier.deadline !== null)
      dropDeadline(state, { kind: 'summary', meeting: ref, at: earlier.deadline });
    scheduleDeadline(state, { kind: 'summary', meeting: ref, at: deadline });
    const what = { kind: 'summary', meeting: ref, version: number } as const;
    circulate(state, what, toParticipants(state, by.organisation), on);
  },
  example: {
    meeting: 1,
    language: 'en',
    clauses: [
      { id: 'opening', kind: 'paragraph', words: 'The assembly began with twelve participants present.' },
      { id: 'waters', kind: 'paragraph', words: 'On the waters that we share, consensus was reached.' },
    ],
  },
});

/** A participant asks for other words in a clause of the latest version. */
export const correct = defineAct({
  kind: 'summary.correct',
  article: '5.2',
  strength: 'ordinary',
  from: ['participant'],
  matter: 'meeting',
  subjects: itsMeeting,
  limits: ['own-corrections'],
  body: z
    .strictObject({
      ...oneMeeting,
      version: numberSchema,
      clause: clauseIdSchema,
      words: prose(8000),
      reason: prose(2000),
    })
    .readonly(),
  judge: (state, { by, body }) => {
    const found = recorded(state, body.meeting);
    if (!found.ok) return found.error;
    const meeting = found.value;
    const latest = meeting.summary?.versions.at(-1);
    if (latest === undefined) return { article: '5.2', kind: 'meeting-stage', stage: meeting.stage };
    if (latest.number !== body.version) {
      return { article: '5.2', kind: 'superseded', field: 'version', current: latest.number };
    }
    const clause = latest.clauses.find(({ id }) => id === body.clause);
    if (clause === undefined) return { article: '5.2', kind: 'unknown', thing: 'clause', ref: body.clause };
    return clause.words === body.words
      ? { article: '5.2', kind: 'clause-order', clause: body.clause, why: 'changes-nothing' }
      : beyond('5.2', 'own-corrections', countOf(meeting.summary?.corrections ?? [], by.organisation) + 1);
  },
  apply: (state, { by, body: { meeting: ref, ...body } }, on) => {
    const corrections = meetingOf(state, ref).summary?.corrections;
    corrections?.push(
      mutable({ number: corrections.length + 1, by: by.organisation, ...body, on, fate: { kind: 'open' as const } }),
    );
  },
  example: {
    meeting: 1,
    version: 1,
    clause: 'opening',
    words: 'The assembly began with thirteen participants present.',
    reason: 'We were there from the beginning, online.',
  },
});

export const withdrawCorrection = defineAct({
  kind: 'summary.withdraw-correction',
  article: '5.2',
  strength: 'ordinary',
  from: ['participant'],
  matter: 'meeting',
  subjects: itsMeeting,
  body: z.strictObject({ ...oneMeeting, correction: numberSchema }).readonly(),
  judge: (state, { by, body }) => {
    const found = recorded(state, body.meeting);
    if (!found.ok) return found.error;
    const meeting = found.value;
    const correction = meeting.summary?.corrections[body.correction - 1];
    if (correction?.fate.kind !== 'open') {
      return { article: '5.2', kind: 'unknown', thing: 'correction', ref: `${body.correction}` };
    }
    return correction.by === by.organisation ? null : { article: '5.2', kind: 'not-yours', owner: correction.by };
  },
  apply: (state, { body }, on) => {
    const meeting = meetingOf(state, body.meeting);
    const correction = meeting.summary?.corrections[body.correction - 1];
    if (correction !== undefined) correction.fate = { kind: 'withdrawn', on };
    approveWhenDue(state, meeting, on);
  },
  example: { meeting: 1, correction: 1 },
});

/** Whether a participant still upholds a correction. */
export const isContestedSummary = (state: State, { corrections }: Summary): boolean =>
  corrections.some(({ by, fate }) => fate.kind === 'open' && isParticipant(state, by));

/** Approves a summary record whose period has ended, unless a correction stands against it, or the meeting goes on. */
export const approveWhenDue = (state: Mutable<State>, meeting: Mutable<Meeting>, on: Mark): void => {
  const { summary, stage } = meeting;
  if (
    stage !== 'closed' ||
    summary === null ||
    summary.approved !== null ||
    (summary.deadline !== null && summary.deadline > on.at)
  )
    return;
  const isOver = summary.deadline !== null;
  summary.deadline = null;
  follows(state, on, `meetings/${meeting.number}`, matterOfSitting(state, meeting.number, on.index));
  const isContested = isContestedSummary(state, summary);
  if (!isContested) {
    summary.approved = on;
    setOpen(state, meeting.number, false);
  }
  // Also that it was not approved when its time passed; and again, once nothing stands against it any more.
  const of = { kind: 'summary', meeting: meeting.number } as const;
  if (isOver || !isContested) circulate(state, { kind: 'outcome', of }, toParticipants(state, null), on);
};

const countOf = (list: readonly { readonly by: OrganisationId }[], by: OrganisationId): number =>
  list.filter((one) => one.by === by).length;
