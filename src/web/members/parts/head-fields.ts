import type { Head } from '../../../charter/law/charter.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { FormContext } from '../../kit/context.ts';
import { type FormState, lineInput } from '../../kit/controls.ts';
import { countryOptions } from '../../kit/countries.ts';
import type { Fields } from '../../kit/fields.ts';
import { fieldProblem } from '../../kit/problem.ts';

/** The head of a charter as fields of a form, and read back from it. Nothing is checked here; the charter's schema does. */

/**
 * @param initial what stands there before anything was typed; `null`: nothing, but English as a language
 * @param pointer where the act holds the head: `/body/charter/head`
 * @param between fields that belong behind the abbreviation
 */
export const headFields = (
  state: FormState<FormContext>,
  initial: Head | null,
  pointer: string,
  between: Html | '' = '',
): Html => {
  const words = state.context.t.site.found;
  const at = (name: 'name' | 'abbreviation' | 'seat') => ({
    name,
    pointer: `${pointer}/${name}`,
    initial: initial?.[name] ?? '',
  });
  return html`${lineInput(state, { ...at('name'), label: words.name, max: 120 })}
  ${lineInput(state, { ...at('abbreviation'), label: words.abbreviation, hint: words.abbreviationHint, max: 10 })}
  ${between} ${regionField(state, initial?.region ?? [], pointer)}
  ${lineInput(state, { ...at('seat'), label: words.seat, hint: words.seatHint, max: 120 })}
  ${lineInput(state, {
    name: 'languages',
    pointer: `${pointer}/languages`,
    label: words.languages,
    hint: words.languagesHint,
    initial: (initial?.languages ?? ['en']).join(' '),
  })}`;
};

/** Two hundred and fifty boxes, folded away; a conference for all the world leaves them as they are. */
const regionField = (state: FormState<FormContext>, initial: readonly string[], pointer: string): Html => {
  const { context, fields, problem } = state;
  const words = context.t.site.found;
  const chosen = fields.entries().length === 0 ? initial : fields.all('region');
  const error = fieldProblem(context, problem, 'region', `${pointer}/region`);
  return html`<fieldset class="field">
    <legend>${words.region}</legend>
    <p class="hint">${words.regionHint}</p>
    <details ${chosen.length === 0 ? '' : 'open'}>
      <summary>${words.regionChoose}</summary>
      <div class="columns">
        ${countryOptions(context).map(
          ([code, name]) =>
            html`<label
              ><input
                type="checkbox"
                name="region"
                value="${code}"
                ${chosen.includes(code) ? 'checked' : ''}
              />${name}</label
            >`,
        )}
      </div>
    </details>
    ${error === null ? '' : html`<p class="error">${error}</p>`}
  </fieldset>`;
};

/** The head as it was typed, in the shape of the charter's but not yet checked against it. */
export const readHead = ({ text, all }: Fields) => ({
  name: text('name'),
  abbreviation: text('abbreviation'),
  region: all('region'),
  seat: text('seat'),
  languages: text('languages')
    .split(/[\s,;]+/u)
    .filter((tag) => tag !== ''),
});
