import { z } from 'zod';
import { type Mutable, mutable } from '../../base/brand.ts';
import { type Instant, DAY, after } from '../../base/time.ts';
import { defineAct } from '../act.ts';
import { EXAMPLE } from '../law/example-words.ts';
import { meetingAt, meetingOf, meetingRules, noticeOf } from './meeting-rules.ts';
import type { Item, Meeting } from './state.ts';
import { beyond } from '../law/refusal.ts';
import type { State } from '../state.ts';
import { line, numberSchema, prose } from '../../base/schema.ts';
import { itsMeeting } from '../law/resource.ts';
import { filesIn, filesSchema } from '../law/kept.ts';
import { openMeeting } from './in-room.ts';

/** Chapter 5.3: the agenda is set anew in every assembly, from what every participant proposes. */

/** Whether the conference was founded at it: everybody is there, and has notice of whatever is proposed. */
export const isFoundingMeeting = ({ founded }: State, { on }: Meeting): boolean => on.index === founded?.index;

/** When the provisional agenda is closed; what is proposed after it waits for the opening. */
export const agendaCloses = (state: State, meeting: Meeting): Instant =>
  isFoundingMeeting(state, meeting)
    ? noticeOf(meeting).ends
    : after(noticeOf(meeting).starts, -(meeting.kind === 'assembly' ? meetingRules(state).agendaDays : 0) * DAY);

/** The items that stand: on the adopted agenda in its order, else all that are proposed. */
export const agendaOf = (meeting: Meeting): readonly Item[] =>
  meeting.agenda === null
    ? meeting.items.filter(({ withdrawn }) => withdrawn === null)
    : meeting.agenda.items.flatMap((number) => meeting.items[number - 1] ?? []);

/** Any participant proposes an item until the provisional agenda closes, and once the assembly sits, for it to decide upon. */
export const proposeItem = defineAct({
  kind: 'agenda.propose',
  article: '5.3',
  strength: 'ordinary',
  from: ['participant'],
  matter: 'meeting',
  subjects: itsMeeting,
  openParts: (state, { body }, index) => [openMeeting(state, body.meeting, index)],
  limits: ['own-items'],
  body: z
    .strictObject({
      meeting: numberSchema,
      title: line(200),
      words: prose(4000).nullable(),
      /** The texts it is about. */
      texts: z.array(numberSchema).max(20).readonly(),
      files: filesSchema,
    })
    .readonly(),
  names: (body) => filesIn(body.files),
  judge: (state, { by, body }, at) => {
    const found = meetingAt(state, body.meeting, '5.3', 'called', 'convened', 'open', 'adjourned');
    if (!found.ok) return found.error;
    const meeting = found.value;
    const closes = agendaCloses(state, meeting);
    const before = meeting.stage === 'called' || meeting.stage === 'convened';
    if (before && at > closes) return { article: '5.3', kind: 'deadline-passed', deadline: closes };
    if (new Set(body.texts).size < body.texts.length) {
      return { article: '5.3', kind: 'bad-field', field: 'texts', why: 'repeated' };
    }
    const missing = body.texts.find((number) => state.texts[number - 1] === undefined);
    if (missing !== undefined) return { article: '5.3', kind: 'unknown', thing: 'text', ref: `${missing}` };
    const own = meeting.items.filter((item) => item.by === by.organisation && !item.standing).length;
    return beyond('5.3', 'own-items', own + 1);
  },
  apply: (state, { by, body: { meeting: number, ...body } }, on) => {
    const meeting = meetingOf(state, number);
    const late = on.at > agendaCloses(state, meeting);
    const proposed: Item = {
      number: meeting.items.length + 1,
      by: by.organisation,
      ...body,
      on,
      standing: false,
      late,
      withdrawn: null,
      taken: [],
    };
    meeting.items.push(mutable(proposed));
  },
  example: {
    meeting: 1,
    title: 'The waters that we share',
    words: 'To decide upon the resolution, or to say what is still missing.',
    texts: [1],
    files: [{ name: 'measurements.pdf', type: 'application/pdf', hash: EXAMPLE.hash }],
  },
});

export const withdrawItem = defineAct({
  kind: 'agenda.withdraw',
  article: '5.3',
  strength: 'ordinary',
  from: ['participant'],
  matter: 'meeting',
  subjects: itsMeeting,
  openParts: (state, { body }, index) => [openMeeting(state, body.meeting, index)],
  body: z.strictObject({ meeting: numberSchema, item: numberSchema }).readonly(),
  judge: (state, { by, body }) => {
    const found = meetingAt(state, body.meeting, '5.3', 'called', 'convened', 'open', 'adjourned');
    if (!found.ok) return found.error;
    const meeting = found.value;
    const item = meeting.items[body.item - 1];
    if (item === undefined) return { article: '5.3', kind: 'unknown', thing: 'item', ref: `${body.item}` };
    if (item.standing) return { article: '5.3', kind: 'not-on-agenda', item: item.number };
    if (item.by !== by.organisation) return { article: '5.3', kind: 'not-yours', owner: item.by };
    if (item.withdrawn !== null) return { article: '5.3', kind: 'already', what: 'withdrawn' };
    // What the assembly has put on its agenda is no longer the proposer's to take away.
    return meeting.agenda?.items.includes(item.number) === true
      ? { article: '5.3', kind: 'meeting-stage', stage: meeting.stage }
      : null;
  },
  apply: (state, { body }, on) => {
    const item: Mutable<Item> | undefined = meetingOf(state, body.meeting).items[body.item - 1];
    if (item !== undefined) item.withdrawn = on;
  },
  example: { meeting: 1, item: 2 },
});
