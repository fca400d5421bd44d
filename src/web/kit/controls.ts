import { type Html, html } from '../../markup/html.ts';
import type { Context, FormContext, SiteContext } from './context.ts';
import type { Fields } from './fields.ts';
import { countText } from './words.ts';
import { type FormProblem, fieldProblem } from './problem.ts';

/** Form controls: each with its label, its hint and its fault tied to it, holding what was typed. */

export interface FormState<C extends FormContext = Context> {
  readonly context: C;
  readonly fields: Fields;
  readonly problem: FormProblem | null;
}

interface Control {
  readonly name: string;
  readonly label: string | Html;
  readonly hint?: string | Html;
  readonly optional?: true;
  /** Needed only together with some other choice: neither required nor called optional. */
  readonly unmarked?: true;
  /** Where the act holds it, when that is not `/body/name`. */
  readonly pointer?: string;
  /** What stands there before anything was typed. */
  readonly initial?: string;
  /** The most UTF-16 units. */
  readonly max?: number;
  /** The space before its first word counts. */
  readonly source?: true;
  /** Whether it is said how many that are, before somebody meets them. */
  readonly counted?: true;
}

const mostSaid = (context: SiteContext, max: number): string => context.t.common.most(countText(context, max));

const wrap = (
  state: FormState<FormContext>,
  control: Control,
  input: (value: string, attributes: Html) => Html,
): Html => {
  const { name, label, hint, optional, pointer, initial } = control;
  const { context, fields, problem } = state;
  const value = fields.has(name)
    ? control.source === true
      ? fields.source(name)
      : fields.text(name)
    : (initial ?? '');
  const error = fieldProblem(context, problem, name, pointer);
  const most = control.counted === true && control.max !== undefined ? mostSaid(context, control.max) : null;
  const described = [
    hint === undefined ? null : `${name}-hint`,
    most === null ? null : `${name}-most`,
    error === null ? null : `${name}-error`,
  ].filter((id) => id !== null);
  const attributes = html`id="${name}" name="${name}"
  ${control.max === undefined ? '' : html`maxlength="${control.max}"`}
  ${described.length === 0 ? '' : html`aria-describedby="${described.join(' ')}"`}
  ${error === null ? '' : html`aria-invalid="true" autofocus`}
  ${optional === true || control.unmarked === true ? '' : html`required`}`;
  return html`<div class="field">
    <label for="${name}"
      >${label}${optional === true ? html` <span class="tally">${context.t.common.optional}</span>` : ''}</label
    >
    ${hint === undefined ? '' : html`<p class="hint" id="${name}-hint">${hint}</p>`} ${input(value, attributes)}
    ${most === null ? '' : html`<p class="hint" id="${name}-most">${most}</p>`}
    ${error === null ? '' : html`<p class="error" id="${name}-error">${error}</p>`}
  </div>`;
};

export const lineInput = (
  state: FormState<FormContext>,
  control: Control & {
    readonly type?: 'text' | 'date' | 'datetime-local' | 'url' | 'number';
    readonly lang?: string;
    /** The id of a list of what may be meant. */
    readonly list?: string;
    /** How what was typed stands there when the form is shown again. */
    readonly shown?: (typed: string) => string;
  },
): Html =>
  wrap(
    state,
    control,
    (value, attributes) =>
      html`<input
        type="${control.type ?? 'text'}"
        value="${control.shown?.(value) ?? value}"
        dir="auto"
        ${control.list === undefined ? '' : html`list="${control.list}" autocomplete="off"`}
        ${attributes}
      />`,
  );

// The line feed after the tag is dropped by HTML's parser, so a text that begins with one keeps it.
export const textArea = (state: FormState<FormContext>, control: Control & { readonly rows?: number }): Html =>
  wrap(
    state,
    { ...control, counted: true },
    (value, attributes) => html`<textarea rows="${control.rows ?? 5}" dir="auto" ${attributes}>${value}</textarea>`,
  );

export const select = (
  state: FormState<FormContext>,
  control: Control & { readonly options: readonly (readonly [value: string, label: string])[] },
): Html =>
  wrap(
    state,
    control,
    (value, attributes) =>
      html`<select ${attributes}>
        ${control.options.map(([key, label]) => html`<option value="${key}" ${key === value ? 'selected' : ''}>${label}</option>`)}
      </select>`,
  );

interface Choices {
  readonly name: string;
  readonly legend: string | Html;
  readonly hint?: string;
  readonly pointer?: string;
  readonly type: 'radio' | 'checkbox';
  readonly initial?: readonly string[];
  readonly options: readonly { readonly value: string; readonly label: string | Html; readonly hint?: string }[];
}

/** Radio buttons or boxes, as a group with a legend. */
export const choices = (
  state: FormState<FormContext>,
  { name, legend, hint, pointer, type, initial, options }: Choices,
): Html => {
  const { context, fields, problem } = state;
  // Boxes may all have been cleared, and then send nothing; one of several radio buttons stays chosen once one is.
  const isNew = type === 'radio' ? !fields.has(name) : fields.entries().length === 0;
  const chosen = isNew ? (initial ?? []) : fields.all(name);
  const error = fieldProblem(context, problem, name, pointer);
  return html`<fieldset class="field" ${error === null ? '' : html`aria-describedby="${name}-error"`}>
    <legend>${legend}</legend>
    ${hint === undefined ? '' : html`<p class="hint">${hint}</p>`}
    ${options.map(
      (option) =>
        html`<label class="choice"
          ><input
            type="${type}"
            name="${name}"
            value="${option.value}"
            ${chosen.includes(option.value) ? 'checked' : ''}
          />${option.label} ${option.hint === undefined ? '' : html`<span class="hint">${option.hint}</span>`}</label
        >`,
    )}
    ${error === null ? '' : html`<p class="error" id="${name}-error">${error}</p>`}
  </fieldset>`;
};

export const hidden = (name: string, value: string | number): Html =>
  html`<input type="hidden" name="${name}" value="${value}" />`;

/** Where an SSH signature is pasted. */
export const sshSignatureArea = (id: string, label: string): Html =>
  html`<div class="field">
    <label for="${id}">${label}</label>
    <textarea
      id="${id}"
      name="signature"
      rows="6"
      required
      spellcheck="false"
      placeholder="-----BEGIN SSH SIGNATURE-----"
    ></textarea>
  </div>`;
