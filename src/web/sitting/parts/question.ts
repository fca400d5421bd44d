import { unreachable } from '../../../base/result.ts';
import { noticeOf } from '../../../charter/meetings/meeting-rules.ts';
import type { Meeting, Question } from '../../../charter/meetings/state.ts';
import { momentIn } from '../../../conference/reading/zone-words.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { paragraphs } from '../../kit/prose.ts';
import { orgs, quoted, theirs } from '../../kit/theirs.ts';
import { present } from '../../../charter/texts/texts.ts';
import { askedText } from '../../texts/parts/principle.ts';
import { org } from '../../kit/words.ts';

/** What a meeting is asked in a call for consensus, in words. */
export const questionWords = (context: Context, meeting: Meeting, question: Question): Html => {
  const words = context.t.sitting.form.ask.question;
  switch (question.kind) {
    case 'agenda':
      return html`<p>${words.agenda}</p>
        <ol>
          ${question.items.map((number) => html`<li>${theirs(meeting.items[number - 1]?.title ?? `${number}`)}</li>`)}
        </ol>`;
    case 'chair':
      return html`<p>
        ${words.chair} ${org(context, question.organisation)} (${context.t.common.delegate(question.delegate)}).
      </p>`;
    case 'election':
      return html`<p>${words.election} <strong>${orgs(context, question.members)}</strong>.</p>
        ${
          question.substitutes.length === 0
            ? html`<p>${words.noSubstitutes}</p>`
            : html`<p>${words.substitutes} ${orgs(context, question.substitutes)}.</p>`
        }`;
    case 'mandate':
      return html`<p>${words.mandate} ${momentIn(question.until, noticeOf(meeting).zone, context.language)}:</p>
        ${paragraphs(question.task)}`;
    case 'treasurer':
      return html`<p>
        ${words.treasurer} ${momentIn(question.until, noticeOf(meeting).zone, context.language)}:
        <strong
          >${question.organisation === null ? context.t.sitting.form.ask.theGroup : org(context, question.organisation)}</strong
        >
      </p>`;
    case 'principle': {
      const text = context.reader.text(question.text);
      return html`<p>
          ${words.principle}
          ${text === null ? question.text : html`<a href="${context.base}/texts/${text.number}">${quoted(present(text).title)}</a>`}.
        </p>
        <p dir="auto">${askedText(context, question)}</p>`;
    }
    case 'admission':
      return html`<p>${words.admission} <strong>${org(context, question.organisation)}</strong>.</p>`;
    case 'seat':
      return html`<p>${words.seat} <strong>${theirs(question.seat)}</strong>.</p>`;
    case 'words':
      return html`${paragraphs(question.words)}
      ${question.under === null ? '' : html`<p class="quiet">${words.under} ${underWords(context, question.under)}.</p>`}`;
    default:
      return unreachable(question);
  }
};

const underWords = (
  { t }: Context,
  under: NonNullable<Extract<Question, { readonly kind: 'words' }>['under']>,
): string => (typeof under === 'number' ? t.sitting.form.ask.mandate(under) : t.sitting.form.ask.tasks[under]);
