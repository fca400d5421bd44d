import type { Condition } from '../../../charter/texts/position-state.ts';
import type { Text } from '../../../charter/texts/state.ts';
import { present } from '../../../charter/texts/texts.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import type { Fields } from '../../kit/fields.ts';
import { clauseNames, firstWords, longName } from './clause-names.ts';
import type { FormState } from '../../kit/controls.ts';
import { fieldProblem } from '../../kit/problem.ts';

/** What a consent depends on, as rows of a form that needs no script: what should be, of which clause or amendment, with which words. `key`: what the consent is about. */

const KINDS = ['stays', 'goes', 'words', 'with', 'without'] as const;

/** The most rows; a position that has more conditions already shows them all. */
const ROWS = 3;

/** The fields of a row: what should be, of what, with which words. */
const namesOf = (key: string, n: number) =>
  ({ kind: `if-${key}-${n}`, on: `if-on-${key}-${n}`, words: `if-words-${key}-${n}` }) as const;

/** The most conditions of a position. */
const MOST_ROWS = 10;

const rowsOf = (fields: Fields, key: string): number => {
  let used = MOST_ROWS;
  while (used > ROWS && fields.text(namesOf(key, used).on) === '') used -= 1;
  return used;
};

/** Conditions as the fields that hold them. */
export const conditionValues = (key: string, conditions: readonly Condition[]): Readonly<Record<string, string>> => {
  const values: Record<string, string> = {};
  for (const [i, condition] of conditions.entries()) {
    const names = namesOf(key, i + 1);
    values[names.kind] = condition.kind;
    values[names.on] = 'clause' in condition ? `clause:${condition.clause}` : `amendment:${condition.amendment}`;
    if (condition.kind === 'words') values[names.words] = condition.words;
  }
  return values;
};

/** Whether any is named, so that the rows must stand open. */
export const hasConditions = (fields: Fields, key: string): boolean =>
  Array.from({ length: MOST_ROWS }, (_, i) => fields.text(namesOf(key, i + 1).on)).some((on) => on !== '');

/** @param pointer where the act holds them */
export const conditionFields = (state: FormState, text: Text, key: string, pointer: string): Html => {
  const { context, fields, problem } = state;
  const words = context.t.texts.conditions;
  const error = fieldProblem(context, problem, `conditions-${key}`, pointer);
  const open = hasConditions(fields, key) || error !== null || fields.has('step', `conditions:${key}`);
  return html`<details class="field conditional" ${open ? 'open' : ''}>
    <summary>${words.legend}</summary>
    <p class="hint">${words.hint}</p>
    ${error === null ? '' : html`<p class="error">${error}</p>`}
    ${Array.from({ length: rowsOf(fields, key) }, (_, i) => row(context, fields, text, key, i + 1))}
  </details>`;
};

const row = (context: Context, fields: Fields, text: Text, key: string, n: number): Html => {
  const at = namesOf(key, n);
  const words = context.t.texts.conditions;
  const option = (value: string, label: string, chosen: string): Html =>
    html`<option value="${value}" ${value === chosen ? 'selected' : ''}>${label}</option>`;
  const { clauses } = present(text);
  const names = clauseNames(context, clauses);
  const on = fields.text(at.on);
  const amendments = text.amendments.filter(({ fate }) => fate.kind !== 'withdrawn' && fate.kind !== 'fallen');
  return html`<fieldset class="condition">
    <legend class="visually-hidden">${words.row(n)}</legend>
    <label
      ><span>${words.onlyIfLabel}</span>
      <select name="${at.on}">
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
      <select name="${at.kind}">
        ${KINDS.map((kind) => option(kind, words.kind[kind], fields.text(at.kind)))}
      </select></label
    >
    <label
      ><span>${words.wordsLabel}</span>
      <input type="text" name="${at.words}" value="${fields.text(at.words)}" maxlength="1000" dir="auto" />
    </label>
  </fieldset>`;
};

/** The conditions that were filled in, for the act's schema to check; a row without a clause or amendment is none. */
export const readConditions = (
  fields: Fields,
  key: string,
): readonly unknown[] | { readonly kind: 'field'; readonly field: string; readonly why: string } => {
  const conditions: unknown[] = [];
  for (let n = 1; n <= rowsOf(fields, key); n += 1) {
    const names = namesOf(key, n);
    const [sort = '', ref = ''] = fields.text(names.on).split(':');
    const kind = fields.text(names.kind);
    if (sort === '') continue;
    const amends = kind === 'with' || kind === 'without';
    if (amends !== (sort === 'amendment')) return { kind: 'field', field: `conditions-${key}`, why: 'wrong-sort' };
    if (amends) conditions.push({ kind, amendment: Number(ref) });
    else conditions.push({ kind, clause: ref, ...(kind === 'words' ? { words: fields.text(names.words) } : {}) });
  }
  return conditions;
};
