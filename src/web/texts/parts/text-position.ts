import { type Target, targetKey } from '../../../charter/texts/position-state.ts';
import type { Text } from '../../../charter/texts/state.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { hidden } from '../../kit/controls.ts';
import { NO_FIELDS } from '../../kit/fields.ts';
import { answerField, heldIn } from './answer-fields.ts';
import { withHeld } from './answers.ts';
import { isLong, isOpen, mayWork } from './text-facts.ts';

/** How a delegate says, beside the words themselves, where their organisation stands: on as much of the page as they like, signed once. */

/** The marks to choose from and why, in place; only within {@link answersForm}. */
export const answerHere = (context: Context, text: Text, on: Target, name: string): Html | '' => {
  const { me } = context;
  if (me === null || !isOpen(text) || !mayWork(context)) return '';
  if (isLong(text)) return positionDetails(context, text, on, name);
  const held = heldIn(text, me.organisation.id);
  const state = { context, fields: withHeld(NO_FIELDS, [on], held), problem: null };
  return html`<input type="hidden" name="on" value="${targetKey(on)}" form="${FORM}" />
    ${answerField(state, { text, on, name, own: held(on), pointer: '', form: FORM })}`;
};

/** The same folded, beside a clause; of a long text a link to it. Whoever goes on by Tab finds the form’s button here, before all the clauses that follow. */
export const positionDetails = (context: Context, text: Text, on: Target, name: string): Html | '' => {
  const { t, me, base } = context;
  if (me === null || !mayWork(context)) return '';
  const words = t.texts.margin;
  const key = targetKey(on);
  const own = heldIn(text, me.organisation.id)(on);
  const label = html`${own === undefined ? words.take : words.change}<span class="visually-hidden">
      ${words.onClause(name)}</span
    >`;
  if (isLong(text)) return html`<a href="${base}/do/positions.take?text=${text.number}&on=${key}">${label}</a>`;
  return html`<details class="take">
    <summary>${label}</summary>
    <div class="taking">
      ${answerHere(context, text, on, name)}
      <button class="on-focus" form="${FORM}">${t.acts.review}</button>
    </div>
  </details>`;
};

/** The one form of a page, of which all that can be answered on it is part, wherever it stands. */
const FORM = 'answers';

/** What can be answered on a page, and at its foot the form: whatever was chosen is read over and signed together. Links stand outside of it. */
export const answersForm = (context: Context, text: Text, body: Html): Html =>
  !isOpen(text) || !mayWork(context) || isLong(text)
    ? body
    : html`<button class="visually-hidden" tabindex="-1" aria-hidden="true" form="${FORM}"></button>
        ${body}
        <form class="answering" id="${FORM}" method="post" action="${context.base}/do/positions.take">
          ${hidden('sent', 'yes')} ${hidden('text', text.number)} ${hidden('revision', text.revisions.length)}
          <answer-bar class="bar no-print" data-messages="${JSON.stringify(context.t.texts.stand.bar)}">
            <button>${context.t.acts.review}</button>
            <span class="said" role="status"></span>
            <span class="now"></span>
          </answer-bar>
        </form>`;
