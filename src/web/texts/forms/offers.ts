import { z } from 'zod';
import { parseJson } from '../../../base/json.ts';
import type { Text } from '../../../charter/texts/state.ts';
import { type Html, html } from '../../../markup/html.ts';
import { changeSchema } from '../../../text/change.ts';
import type { Clause } from '../../../text/clause.ts';
import type { Context } from '../../kit/context.ts';
import type { Fields } from '../../kit/fields.ts';
import { changeTitle, changeWords } from '../parts/change.ts';
import { type FormState, hidden, textArea } from '../../kit/controls.ts';
import type { Tracked } from './tracked.ts';

/** The amendments that a form offers to propose, each to be left out or given a reason of its own. */

/** The text that a form is about, if it may be read. */
export const textIn = ({ reader }: Context, fields: Fields): Text | null => {
  const text = reader.text(fields.integer('text'));
  return text === null || !reader.may('text') ? null : text;
};

const proposed = z.object({ change: changeSchema, credit: z.string() });

/** The amendments that the form offers, in its hidden fields. */
export const offeredIn = (fields: Fields): readonly Tracked[] =>
  fields.all('offer').flatMap((value) => {
    const json = parseJson(value);
    const read = json.ok ? proposed.safeParse(json.value) : null;
    return read?.success === true ? [read.data] : [];
  });

export const offers = (state: FormState, clauses: readonly Clause[], offered: readonly Tracked[]): Html => {
  const { context, fields } = state;
  const words = context.t.texts.upload;
  return html`<fieldset class="field">
      <legend>${words.offered(offered.length)}</legend>
      ${offered.map(
        (one, i) =>
          html`${hidden('offer', JSON.stringify(one))}
            <div class="choice">
              <label
                ><input type="checkbox" name="take" value="${i}" ${fields.has('take', `${i}`) ? 'checked' : ''} />
                ${changeTitle(context, clauses, one.change)} ${creditText(context, one.credit)}</label
              >
              ${changeWords(context, clauses, one.change)}
              <details ${fields.text(`reason-${i}`) === '' ? '' : 'open'}>
                <summary>
                  ${words.ownReason}<span class="visually-hidden">: ${changeTitle(context, clauses, one.change)}</span>
                </summary>
                ${textArea(state, { name: `reason-${i}`, label: words.ownReason, optional: true, rows: 2, max: 4000 })}
              </details>
            </div>`,
      )}
    </fieldset>
    ${textArea(state, { name: 'reason', label: words.reason, max: 4000, rows: 3 })}`;
};

const creditText = (context: Context, credit: string): Html | '' =>
  credit === '' ? '' : html`<bdi>(${context.t.texts.amendments.credit(credit)})</bdi>`;
