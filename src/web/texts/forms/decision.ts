import { fromBase64url, hex } from '../../../base/bytes.ts';
import { DAY, after, rfc3339 } from '../../../base/time.ts';
import type { Meeting } from '../../../charter/meetings/state.ts';
import type { Text } from '../../../charter/texts/state.ts';
import { present } from '../../../charter/texts/texts.ts';
import { type Html, html } from '../../../markup/html.ts';
import { defineForm } from '../../act/act-form.ts';
import type { Context } from '../../kit/context.ts';
import { type FormState, hidden, lineInput } from '../../kit/controls.ts';
import { decisionRules } from '../parts/decision-rules.ts';
import { meetingTitle } from '../../kit/meeting-when.ts';
import { frictionIn } from '../parts/text-facts.ts';
import { textPath } from '../parts/text-places.ts';
import { dayText, grouped, moment } from '../../kit/words.ts';
import { withInitial } from '../../act/change-fields.ts';
import { amendmentsLeft } from './take-in.ts';
import { aboutText, textForm } from './text-form.ts';
import { aboutMeeting, sittingPath } from '../../kit/meeting-link.ts';

/** Chapters 6.1 and 13.3: the proposer puts the present revision, final from here on, to decision. */
export const openDecision = defineForm({
  kind: 'decision.open',
  page: (context, fields, problem) => {
    const { t, reader, now } = context;
    const text = reader.text(fields.integer('text'));
    if (text === null || !reader.may('text')) return null;
    const words = t.texts.form.decide;
    const room = roomFor(context, text);
    const days = reader.rules().decision.minimumDays;
    const inWriting = after(now, days * DAY);
    // What everyone knew would be talked about is decided without waiting.
    const earliest = room?.knew === true && fields.text('meeting') === `${room.meeting.number}` ? now : inWriting;
    const state: FormState = {
      context,
      problem,
      // A day later than the rules ask for leaves time to read this over and sign.
      fields: withInitial(fields, {
        deadline: rfc3339(after(earliest, DAY)).slice(0, 10),
        ...(room === null ? {} : { meeting: `${room.meeting.number}` }),
      }),
    };
    const bare = frictionIn(context, text).filter(({ consultations }) => consultations.length === 0).length;
    const open = amendmentsLeft(text).length;
    return textForm(state, {
      kind: 'decision.open',
      text,
      lede: words.lede,
      fields: html`${hidden('version', present(text).hash)}
        <section class="panel">
          <h2>${t.texts.decision.rulesTitle}</h2>
          ${decisionRules(context, text.kind)}
          ${bare === 0 ? '' : html`<p class="friction-line"><span aria-hidden="true">⚑ </span><strong>${words.open(bare)}</strong></p>`}
          ${open === 0 ? '' : html`<p>${words.openAmendments(open)}</p>`}
        </section>
        ${room === null ? '' : roomChoice(state, room.meeting)}
        ${lineInput(state, {
          name: 'deadline',
          type: 'date',
          label: words.deadline,
          hint: words.deadlineHint(dayText(context, earliest)),
        })}`,
    });
  },
  read: (_context, fields) => {
    const deadline = fields.endOfDay('deadline');
    if (Number.isNaN(deadline)) return { kind: 'field', field: 'deadline', why: 'not-a-date' };
    return {
      body: {
        text: fields.integer('text'),
        version: fields.text('version'),
        deadline,
        meeting: fields.optional('meeting') === null ? null : fields.integer('meeting'),
      },
    };
  },
  summary: (context, { text, version, deadline, meeting }) => {
    const words = context.t.texts;
    return html`${aboutText(context, words.summary.decide, text)}
      <dl class="facts">
        <dt>${words.summary.deadline}</dt>
        <dd>${moment(context, deadline)}</dd>
        <dt>${words.summary.version}</dt>
        <dd><code>${grouped(hex(fromBase64url(version) ?? new Uint8Array()))}</code></dd>
      </dl>
      ${meeting === null ? '' : aboutMeeting(context, context.t.sitting.form.inRoom.says, meeting)}`;
  },
  next: (context, { text, meeting }) =>
    meeting === null ? textPath(context, { number: text }, 'stand') : sittingPath(context, meeting),
});

/** The sitting that is at an item about this text or, where all took it in principle, that may complete it; `knew`: it stood on the provisional agenda. */
const roomFor = ({ reader, me }: Context, text: Text): { readonly meeting: Meeting; readonly knew: boolean } | null => {
  const id = me?.organisation.id;
  for (const meeting of reader.meetings()) {
    if (meeting.stage !== 'open') continue;
    const about = meeting.items.filter((item) => item.texts.includes(text.number) && item.withdrawn === null);
    const item = text.principle === null ? about.find(({ number }) => number === meeting.item) : about[0];
    if (text.principle !== null && id !== undefined && reader.mayDecide(text, id, meeting))
      return { meeting, knew: about.some(({ late }) => !late) };
    if (text.principle === null && item !== undefined) return { meeting, knew: !item.late };
  }
  return null;
};

const roomChoice = (state: FormState, meeting: Meeting): Html => {
  const words = state.context.t.sitting.form.inRoom;
  return html`<label class="choice"
    ><input
      type="checkbox"
      name="meeting"
      value="${meeting.number}"
      ${state.fields.has('meeting', `${meeting.number}`) ? 'checked' : ''}
    />${words.label(meetingTitle(state.context, meeting))}<span class="hint">${words.hint}</span></label
  >`;
};
