import type { Terms } from '../../../charter/law/charter.ts';
import { type Html, html } from '../../../markup/html.ts';
import { isFirst } from '../../act/change-fields.ts';
import type { FormContext } from '../../kit/context.ts';
import type { FormState } from '../../kit/controls.ts';
import { type Fields, NO_FIELDS } from '../../kit/fields.ts';
import { headFields, readHead } from './head-fields.ts';
import { readRules, rulesFields } from './rules-fields.ts';

/** Head and rules of a charter that is tabled or revised, beginning from those it would take the place of. */
export const termsFields = (state: FormState<FormContext>, initial: Terms): Html => {
  const words = state.context.t.texts.form.table;
  const shown = { ...state, fields: isFirst(state.fields) ? NO_FIELDS : state.fields };
  return html`<h2>${words.head}</h2>
    <p class="hint">${words.headHint}</p>
    ${headFields(shown, initial.head, '/body/charter/head')}
    <h2>${words.rules}</h2>
    <p class="hint">${words.rulesHint}</p>
    ${rulesFields(shown, initial.rules, '/body/charter/rules')}`;
};

export const readTerms = (fields: Fields) => ({
  head: readHead(fields),
  rules: readRules(fields),
});
