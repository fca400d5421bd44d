import { type Position, type Target, targetKey } from '../../../charter/texts/position-state.ts';
import type { Text } from '../../../charter/texts/state.ts';
import { type Html, html } from '../../../markup/html.ts';
import { isFirst } from '../../act/change-fields.ts';
import type { FormState } from '../../kit/controls.ts';
import { fieldProblem } from '../../kit/problem.ts';
import { type HeldOn, conditionsStep, reasonName, standName } from './answers.ts';
import { conditionFields, conditionValues, hasConditions } from './condition-fields.ts';
import { mark } from './stands.ts';

/** Where an organisation says where it stands: one mark of four, a reason, and what its consent depends on. */

const STANDS = ['support', 'accept', 'stand-aside', 'object'] as const;

export interface AnswerField {
  readonly text: Text;
  readonly on: Target;
  /** What it is about, as the reader calls it. */
  readonly name: string;
  /** What the organisation holds now. */
  readonly own: Position | undefined;
  /** Where the act holds this answer. */
  readonly pointer: string;
  /** The form that it is part of, where it stands outside of it. */
  readonly form?: string;
}

/** The four marks beside each other, and below them why, as soon as one is chosen. */
export const answerField = (state: FormState, { text, on, name, own, pointer, form }: AnswerField): Html => {
  const { context, fields, problem } = state;
  const { t } = context;
  const words = t.texts.form.position;
  const key = targetKey(on);
  const chosen = fields.text(standName(on));
  const option = (value: string, label: Html): Html =>
    html`<label
      ><input
        type="radio"
        name="${standName(on)}"
        value="${value}"
        ${chosen === value ? 'checked' : ''}
        ${of}
      />${label}</label
    >`;
  const faults = [
    fieldProblem(context, problem, standName(on), pointer),
    fieldProblem(context, problem, reasonName(on), `${pointer}/reason`),
  ].filter((one) => one !== null);
  const of = form === undefined ? '' : html`form="${form}"`;
  const reason = html`name="${reasonName(on)}" maxlength="4000" ${of}`;
  const opened = fields.has('step', conditionsStep(on)) || (!isFirst(fields) && hasConditions(fields, key));
  return html`<div class="answer" id="answer-${key.replace(':', '-')}">
    <fieldset class="say">
      <legend class="visually-hidden">${words.where} ${words.on(name)}</legend>
      ${STANDS.map((stand) => option(stand, html`${mark(stand)} ${words.short[stand]}`))}
      ${own === undefined ? '' : option('none', html`${mark('none')} ${words.short.none}`)}
    </fieldset>
    ${faults.map((fault) => html`<p class="error">${fault}</p>`)}
    <div class="because">
      <label
        ><span>${t.texts.form.reason}<span class="visually-hidden"> ${words.on(name)}</span></span>
        <textarea rows="1" dir="auto" placeholder=" " ${reason}>${fields.text(reasonName(on))}</textarea>
      </label>
      ${opened ? conditionFields(state, text, key, `${pointer}/conditions`) : conditionsButton(state, on, own, of)}
    </div>
  </div>`;
};

/** The conditions that are held stay; whoever wants to see or change them asks for their rows, and keeps what is typed. */
const conditionsButton = ({ context }: FormState, on: Target, own: Position | undefined, of: Html | ''): Html => {
  const words = context.t.texts.conditions;
  const held = own?.conditions ?? [];
  return html`${Object.entries(conditionValues(targetKey(on), held)).map(([field, value]) => html`<input type="hidden" name="${field}" value="${value}" ${of} />`)}
    <button class="plain" name="step" value="${conditionsStep(on)}" formnovalidate ${of}>
      ${held.length === 0 ? words.say : words.keep(held.length)}
    </button>`;
};

/** What the reader's organisation holds on each part of a text. */
export const heldIn = (text: Text, organisation: Position['by'] | undefined): HeldOn =>
  organisation === undefined ? () => undefined : (on) => text.standing.get(targetKey(on))?.get(organisation);
