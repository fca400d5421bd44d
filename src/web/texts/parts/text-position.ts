import { type Position, type Target, targetKey } from '../../../charter/texts/position-state.ts';
import type { Text } from '../../../charter/texts/state.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import type { Messages } from '../../messages/index.ts';
import { CONDITIONS, conditionValues } from './condition-fields.ts';
import { hidden } from '../../kit/controls.ts';
import { mark } from './stands.ts';
import { isLong, mayWork } from './text-facts.ts';

/** The small form by which a delegate says, beside the words themselves, where their organisation stands. */

const STANDS = ['support', 'accept', 'stand-aside', 'object'] as const;

export const positionDetails = (context: Context, text: Text, target: Target, name: string): Html | '' => {
  const { t, me, base } = context;
  if (me === null || !mayWork(context)) return '';
  const words = t.texts.margin;
  const key = targetKey(target);
  const own = text.standing.get(key)?.get(me.organisation.id);
  const label = html`${own === undefined ? words.take : words.change}<span class="visually-hidden">
      ${words.onClause(name)}</span
    >`;
  if (isLong(text)) return html`<a href="${base}/do/position.take?text=${text.number}&on=${key}">${label}</a>`;
  return html`<details class="take">
    <summary>${label}</summary>
    <form method="post" action="${base}/do/position.take">
      <input type="hidden" name="text" value="${text.number}" />
      <input type="hidden" name="revision" value="${text.revisions.length}" />
      <input type="hidden" name="on" value="${key}" />
      ${own === undefined ? '' : Object.entries(conditionValues(own.conditions)).map(([field, value]) => hidden(field, value))}
      ${standsField(t, own?.stand)}
      <label
        >${t.texts.form.reason}
        <textarea name="reason" rows="3" dir="auto" maxlength="4000">${own?.reason ?? ''}</textarea>
      </label>
      <p>
        <button class="plain" name="step" value="${CONDITIONS}" formnovalidate>
          ${own === undefined || own.conditions.length === 0 ? t.texts.conditions.say : t.texts.conditions.keep(own.conditions.length)}
        </button>
      </p>
      <p><button class="second">${t.acts.review}</button></p>
    </form>
  </details>`;
};

/** The choice of a stand, with the organisation's own chosen: the same beside every clause, so each is made once. */
const standsField = (t: Messages, own: Position['stand'] | undefined): Html => {
  const known = made.get(t) ?? new Map<typeof own, Html>();
  made.set(t, known);
  const field = known.get(own) ?? newStandsField(t, own);
  known.set(own, field);
  return field;
};

const made = new WeakMap<Messages, Map<Position['stand'] | undefined, Html>>();

const newStandsField = (t: Messages, own: Position['stand'] | undefined): Html => {
  const form = t.texts.form.position;
  return html`<fieldset>
    <legend class="visually-hidden">${form.where}</legend>
    ${STANDS.map(
      (stand) =>
        html`<label class="small-choice"
          ><input type="radio" name="stand" value="${stand}" required ${own === stand ? 'checked' : ''} />${mark(stand)}
          ${form.stand[stand].label}</label
        >`,
    )}
    ${
      own === undefined
        ? ''
        : html`<label class="small-choice"
            ><input type="radio" name="stand" value="none" />${mark('none')} ${form.stand.none.label}</label
          >`
    }
  </fieldset>`;
};
