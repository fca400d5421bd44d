import type { Condition } from '../../../charter/texts/position-state.ts';
import type { Text } from '../../../charter/texts/state.ts';
import { present } from '../../../charter/texts/texts.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import type { Fields } from '../../kit/fields.ts';
import { clauseNames, firstWords, longName } from './clause-names.ts';
import type { FormState } from '../../kit/controls.ts';
import { fieldProblem } from '../../kit/problem.ts';

/** What a consent depends on, as rows of a form that needs no script: what should be, of which clause or amendment, with which words. */

const KINDS = ['stays', 'goes', 'words', 'with', 'without'] as const;

/** The button that asks for the rows, with all that was said so far. */
export const CONDITIONS = 'conditions';

/** The most rows; a position that has more conditions already shows them all. */
const ROWS = 3;

const rowsOf = (fields: Fields): number => {
  const used = fields.entries().flatMap(([name]) => /^if-(\d{1,2})$/u.exec(name)?.[1] ?? []);
  return Math.max(ROWS, ...used.map(Number));
};

/** Conditions as the fields that hold them. */
export const conditionValues = (conditions: readonly Condition[]): Readonly<Record<string, string>> => {
  const values: Record<string, string> = {};
  for (const [i, condition] of conditions.entries()) {
    values[`if-${i + 1}`] = condition.kind;
    values[`if-on-${i + 1}`] =
      'clause' in condition ? `clause:${condition.clause}` : `amendment:${condition.amendment}`;
    if (condition.kind === 'words') values[`if-words-${i + 1}`] = condition.words;
  }
  return values;
};

export const conditionFields = (state: FormState, text: Text): Html => {
  const { context, fields, problem } = state;
  const words = context.t.texts.conditions;
  const error = fieldProblem(context, problem, 'conditions');
  const used = fields.entries().some(([name, value]) => /^if-\d/u.test(name) && value !== '');
  const open = used || error !== null || fields.has('step', CONDITIONS);
  return html`<details class="field conditional" ${open ? 'open' : ''}>
    <summary>${words.legend}</summary>
    <p class="hint">${words.hint}</p>
    ${error === null ? '' : html`<p class="error">${error}</p>`}
    ${Array.from({ length: rowsOf(fields) }, (_, i) => row(context, fields, text, i + 1))}
  </details>`;
};

const row = (context: Context, fields: Fields, text: Text, n: number): Html => {
  const words = context.t.texts.conditions;
  const option = (value: string, label: string, chosen: string): Html =>
    html`<option value="${value}" ${value === chosen ? 'selected' : ''}>${label}</option>`;
  const { clauses } = present(text);
  const names = clauseNames(context, clauses);
  const on = fields.text(`if-on-${n}`);
  const amendments = text.amendments.filter(({ fate }) => fate.kind !== 'withdrawn' && fate.kind !== 'fallen');
  return html`<fieldset class="condition">
    <legend class="visually-hidden">${words.row(n)}</legend>
    <label
      ><span>${words.onlyIfLabel}</span>
      <select name="if-on-${n}">
        ${option('', words.nothing, on)}
        <optgroup label="${words.clauses}">
          ${clauses.map(({ id, words: own }) =>
            option(`clause:${id}`, `${longName(names, id)}: ${firstWords(own, 40)}`, on),
          )}
        </optgroup>
        ${
          amendments.length === 0
            ? ''
            : html`<optgroup label="${words.amendments}">
                ${amendments.map(({ number }) => option(`amendment:${number}`, context.t.texts.form.position.amendment(number), on))}
              </optgroup>`
        }
      </select></label
    >
    <label
      ><span class="visually-hidden">${words.what}</span>
      <select name="if-${n}">
        ${KINDS.map((kind) => option(kind, words.kind[kind], fields.text(`if-${n}`)))}
      </select></label
    >
    <label
      ><span>${words.wordsLabel}</span>
      <input type="text" name="if-words-${n}" value="${fields.text(`if-words-${n}`)}" maxlength="1000" dir="auto" />
    </label>
  </fieldset>`;
};

/** The conditions that were filled in, for the act's schema to check; a row without a clause or amendment is none. */
export const readConditions = (
  fields: Fields,
): readonly unknown[] | { readonly kind: 'field'; readonly field: string; readonly why: string } => {
  const conditions: unknown[] = [];
  for (let n = 1; n <= rowsOf(fields); n += 1) {
    const [sort = '', ref = ''] = fields.text(`if-on-${n}`).split(':');
    const kind = fields.text(`if-${n}`);
    if (sort === '') continue;
    const amends = kind === 'with' || kind === 'without';
    if (amends !== (sort === 'amendment')) return { kind: 'field', field: 'conditions', why: 'wrong-sort' };
    if (amends) conditions.push({ kind, amendment: Number(ref) });
    else conditions.push({ kind, clause: ref, ...(kind === 'words' ? { words: fields.text(`if-words-${n}`) } : {}) });
  }
  return conditions;
};
