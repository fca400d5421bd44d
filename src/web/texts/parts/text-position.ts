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

/** What stands beside one clause or amendment; only within {@link answersForm}. */
export const positionDetails = (context: Context, text: Text, on: Target, name: string): Html | '' => {
  const { t, me, base } = context;
  if (me === null || !mayWork(context)) return '';
  const words = t.texts.margin;
  const key = targetKey(on);
  const held = heldIn(text, me.organisation.id);
  const own = held(on);
  const label = html`${own === undefined ? words.take : words.change}<span class="visually-hidden">
      ${words.onClause(name)}</span
    >`;
  if (isLong(text)) return html`<a href="${base}/do/positions.take?text=${text.number}&on=${key}">${label}</a>`;
  const state = { context, fields: withHeld(NO_FIELDS, [on], held), problem: null };
  return html`<details class="take">
    <summary>${label}</summary>
    <div class="taking">
      ${hidden('on', key)} ${answerField(state, { text, on, name, own, pointer: '' })}
      <p><button class="second">${t.acts.review}</button></p>
    </div>
  </details>`;
};

/** Around all that can be answered on a page: one form, so that whatever was chosen on it is read over and signed together. */
export const answersForm = (context: Context, text: Text, body: Html): Html =>
  !isOpen(text) || !mayWork(context) || isLong(text)
    ? body
    : html`<form class="answering" method="post" action="${context.base}/do/positions.take">
        <button class="visually-hidden" tabindex="-1" aria-hidden="true"></button>
        ${hidden('sent', 'yes')} ${hidden('text', text.number)} ${hidden('revision', text.revisions.length)} ${body}
      </form>`;
