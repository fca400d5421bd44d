import type { Head } from '../../../charter/law/charter.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { FormContext } from '../../kit/context.ts';
import { type FormState, lineInput } from '../../kit/controls.ts';
import { countryTyped } from '../../kit/countries.ts';
import type { Fields } from '../../kit/fields.ts';
import { countryName } from '../../kit/words.ts';

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

/** Countries by their names, as they are typed; a conference for all the world leaves them out. */
const regionField = (state: FormState<FormContext>, initial: readonly string[], pointer: string): Html => {
  const { context, fields, problem } = state;
  const words = context.t.site.found;
  const names = (typed: readonly string[]): string =>
    typed.map((country) => countryName(context, country)).join(REGION_PARTS);
  const typed = readHead(fields).region;
  // Of several, the one that is at fault is named.
  const at = problem?.kind === 'refused' ? null : (problem?.field ?? '').split(`${pointer}/region/`)[1];
  const faulty = at === undefined || at === null ? undefined : typed[Number(at)];
  const wrong = faulty === undefined ? '' : html` <strong>${words.regionNot} <q>${faulty}</q></strong>`;
  return lineInput(state, {
    name: 'region',
    pointer: `${pointer}/region`,
    label: words.region,
    hint: html`${words.regionHint}${wrong}`,
    initial: names(initial),
    shown: () => (fields.has('region') ? names(typed) : names(initial)),
    optional: true,
    max: 4000,
  });
};

const REGION_PARTS = ', ';

/** The head as it was typed, in the shape of the charter's but not yet checked against it. */
export const readHead = ({ text, all }: Pick<Fields, 'text' | 'all'>) => ({
  name: text('name'),
  abbreviation: text('abbreviation'),
  region: all('region')
    .flatMap((typed) => typed.split(/[,;]/u))
    .map((typed) => typed.trim())
    .filter((typed) => typed !== '')
    .map((typed) => countryTyped(typed) ?? typed),
  seat: text('seat'),
  languages: text('languages')
    .split(/[\s,;]+/u)
    .filter((tag) => tag !== ''),
});
