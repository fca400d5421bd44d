import type { Text } from '../../../charter/texts/state.ts';
import { present } from '../../../charter/texts/texts.ts';
import { hasAnswered } from '../../../charter/group/unanswered.ts';
import { MOST } from '../../../charter/law/limits.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { waitingFor } from '../../kit/reminder.ts';
import { answerable } from '../parts/answers.ts';
import { firstWords } from '../parts/clause-names.ts';
import { decisionPart } from '../parts/decision-part.ts';
import { everyonesPositions } from '../parts/everyones-positions.ts';
import { isLong, isOpen, mayWork } from '../parts/text-facts.ts';
import { countsOf, heldOn } from '../parts/stands.ts';
import { textSheet } from '../parts/text-head.ts';
import { textPath } from '../parts/text-places.ts';
import { answerHere, answersForm } from '../parts/text-position.ts';
import { targetName } from '../parts/text-target.ts';

/** Where we stand: the reader's own row to fill in, everyone's positions, and the decision, which goes before them once there is one. */
export const standPage = (context: Context, text: Text): Html => {
  const words = context.t.texts.stand;
  const decision = html`<section id="decision">
    ${text.decision === null ? html`<h2>${words.decision}</h2>` : ''} ${decisionPart(context, text)}
  </section>`;
  const positions = html`<section id="positions">
      <h2>${words.everyone}</h2>
      ${everyonesPositions(context, text)}
    </section>
    ${notAnswered(context, text)}`;
  return textSheet(
    context,
    text,
    'stand',
    text.decision === null
      ? html`${inShort(context, text)} ${ownRow(context, text)} ${positions} ${decision}`
      : html`${decision} ${ownRow(context, text)} ${positions}`,
  );
};

/** Who is asked and has not answered, on an open text. */
const notAnswered = (context: Context, text: Text): Html | '' => {
  if (!isOpen(text) || !context.reader.may('position')) return '';
  const whom = context.reader.participants().filter(({ id }) => !hasAnswered(text, id));
  return waitingFor(context, {
    list: { kind: 'unanswered', text: text.number },
    whom: whom.map(({ id }) => id),
    title: present(text).title,
    path: textPath(context, text, 'stand'),
    level: 2,
  });
};

/** What could be signed, in short, by what was said; who has said nothing is told apart from who consents. */
const inShort = (context: Context, text: Text): Html | '' => {
  const { reader, t } = context;
  if (text.stage !== 'negotiation' || !reader.may('position')) return '';
  const words = t.texts.stand.short;
  const friction = reader.friction(text).filter(({ objections }) => objections.length > 0);
  const clauses = present(text).clauses.filter(({ kind }) => kind !== 'heading');
  const contested = new Set(friction.flatMap(({ on }) => (on.kind === 'clause' ? [on.clause] : [])));
  const free = clauses.filter(({ id }) => !contested.has(id)).length;
  const against = new Set(friction.flatMap(({ objections }) => objections));
  const { accept, support, none } = countsOf(heldOn(context, text, { kind: 'whole' }));
  return html`<p>
    ${words.free(free, clauses.length)} ${words.against(against.size)} ${words.whole(support + accept, none)}
    <a href="${textPath(context, text, 'common')}">${t.texts.head.page.common}</a>
  </p>`;
};

/** All that the reader's organisation may answer, in place; whatever is changed is read over and signed together. */
const ownRow = (context: Context, text: Text): Html | '' => {
  const { me, base } = context;
  if (me === null || !isOpen(text) || !mayWork(context)) return '';
  const words = context.t.texts.stand;
  const asked = answerable(text);
  if (isLong(text) || asked.length > MOST['positions-at-once'])
    return html`<p><a class="button" href="${base}/do/positions.take?text=${text.number}">${words.answer}</a></p>`;
  const clauses = new Map(present(text).clauses.map(({ id, words: own }) => [id as string, own]));
  return html`<section id="own">
    <h2>${words.own}</h2>
    <p class="hint">${words.ownHint}</p>
    ${answersForm(
      context,
      text,
      html`<ol class="answer-rows compact">
        ${asked.map((on) => {
          const name = targetName(context, text, on);
          return html`<li>
            <p class="about">
              <strong>${name}</strong>
              <span class="reading" dir="auto"
                >${on.kind === 'clause' ? firstWords(clauses.get(on.clause) ?? '', 90) : ''}</span
              >
            </p>
            ${answerHere(context, text, on, name)}
          </li>`;
        })}
      </ol>`,
    )}
  </section>`;
};
