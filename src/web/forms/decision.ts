import { html } from 'hono/html';
import { fromBase64url, hex } from '../../base/bytes.ts';
import { DAY, after, rfc3339 } from '../../base/time.ts';
import { present } from '../../charter/texts.ts';
import { type Html, defineForm } from '../act-form.ts';
import { type FormState, hidden, lineInput } from '../parts/controls.ts';
import { decisionRules } from '../parts/decision-rules.ts';
import { frictionIn } from '../parts/text-facts.ts';
import { textPath } from '../parts/text-head.ts';
import { dayText, grouped, moment } from '../parts/words.ts';
import { withInitial } from './change-fields.ts';
import { amendmentsLeft } from './take-in.ts';
import { aboutText, textForm } from './text-form.ts';

/** Chapters 6.1 and 13.3: the proposer puts the present revision, final from here on, to decision. */
export const openDecision = defineForm({
  kind: 'decision.open',
  page: (context, fields, problem) => {
    const { t, reader, now } = context;
    const text = reader.text(fields.integer('text'));
    if (text === null || !reader.may('text')) return null;
    const words = t.texts.form.decide;
    const days = reader.charter()?.charter.rules.decision.minimumDays ?? 0;
    const earliest = after(now, days * DAY);
    const state: FormState = {
      context,
      problem,
      // A day later than the rules ask for leaves time to read this over and sign.
      fields: withInitial(fields, { deadline: rfc3339(after(earliest, DAY)).slice(0, 10) }),
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
        ${lineInput(state, {
          name: 'deadline',
          type: 'date',
          label: words.deadline,
          hint: words.deadlineHint(dayText(context, earliest)),
        })}
        ${lineInput(state, { name: 'place', label: words.place, hint: words.placeHint, max: 200 })}` as Html,
    });
  },
  read: (_context, fields) => {
    const deadline = fields.endOfDay('deadline');
    if (Number.isNaN(deadline)) return { kind: 'field', field: 'deadline', why: 'not-a-date' };
    return {
      body: { text: fields.integer('text'), version: fields.text('version'), deadline, place: fields.text('place') },
    };
  },
  summary: (context, { text, version, deadline, place }) => {
    const words = context.t.texts;
    return html`${aboutText(context, words.summary.decide, text)}
      <dl class="facts">
        <dt>${words.summary.deadline}</dt>
        <dd>${moment(context, deadline)}</dd>
        <dt>${words.decision.place}</dt>
        <dd><bdi>${place}</bdi></dd>
        <dt>${words.summary.version}</dt>
        <dd><code>${grouped(hex(fromBase64url(version) ?? new Uint8Array()))}</code></dd>
      </dl>` as Html;
  },
  next: (context, { text }) => textPath(context, { number: text }, 'decision'),
});
