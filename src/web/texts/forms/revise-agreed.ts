import { effectOf, textWith } from '../../../charter/texts/effect.ts';
import type { Amendment, Text } from '../../../charter/texts/state.ts';
import { present } from '../../../charter/texts/texts.ts';
import { type Html, html } from '../../../markup/html.ts';
import { briefly } from '../../act/source.ts';
import { withInitial } from '../../act/change-fields.ts';
import type { Context } from '../../kit/context.ts';
import { type FormState, hidden, textArea } from '../../kit/controls.ts';
import type { Fields } from '../../kit/fields.ts';
import { fieldProblem } from '../../kit/problem.ts';
import { nameOf } from '../../kit/words.ts';
import { effectWords, whatOf } from '../parts/change.ts';
import { takeable } from './take-in.ts';
import { textForm } from './text-form.ts';

/**
 * The revision of a text that all took in principle (13.3): it takes in what is agreed and changes nothing else, so that its form asks which of that, and for nothing that would be refused.
 */
export const agreedForm = (given: FormState, text: Text): Html => {
  const { t } = given.context;
  const offered = takeable(text);
  const words = t.texts.form;
  const lede = t.texts.principle.reviseLede;
  if (offered.length === 0)
    return textForm(given, {
      kind: 'text.revise',
      text,
      silent: true,
      lede,
      fields: html`<p>${words.revise.noneAgreed}</p>`,
    });
  const state = { ...given, fields: withInitial(given.fields, { tookIn: offered.map(({ number }) => `${number}`) }) };
  return textForm(state, {
    kind: 'text.revise',
    text,
    lede,
    fields: html`${hidden('revision', text.revisions.length)} ${agreedBoxes(state, text, offered)}
    ${textArea(state, { name: 'note', label: words.note, optional: true, rows: 3, max: 2000 })}`,
  });
};

/** What it comes to: the present title, head and rules, and the clauses with what was chosen in them. */
export const readAgreed = (fields: Fields, text: Text) => {
  const { title, clauses, charter } = present(text);
  const tookIn = fields.all('tookIn').map(Number);
  return {
    text: text.number,
    revision: fields.integer('revision'),
    title,
    clauses: briefly(clauses, textWith(text, tookIn).clauses),
    charter,
    tookIn,
    note: fields.optional('note'),
  };
};

/** The amendments that may be taken in, with boxes to choose them by. */
export const agreedBoxes = (state: FormState, text: Text, offered: readonly Amendment[]): Html => {
  const { context, fields } = state;
  const error = fieldProblem(context, state.problem, 'tookIn');
  return html`<fieldset class="field">
    <legend>${context.t.texts.form.revise.agreed}</legend>
    ${offered.map((amendment) => amendmentBox(context, text, amendment, fields))}
    ${error === null ? '' : html`<p class="error">${error}</p>`}
  </fieldset>`;
};

const amendmentBox = (context: Context, text: Text, amendment: Amendment, fields: Fields): Html => {
  const { number, by } = amendment;
  return html`<div class="choice">
    <label
      ><input
        type="checkbox"
        name="tookIn"
        value="${number}"
        ${fields.has('tookIn', `${number}`) ? 'checked' : ''}
      />${context.t.texts.amendments.number(number)}, <bdi>${nameOf(context, by)}</bdi>:
      ${whatOf(context, text, amendment)}</label
    >
    ${effectWords(context, effectOf(text, amendment))}
  </div>`;
};
