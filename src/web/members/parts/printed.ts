import { ACT_RULES } from '../../../charter/acts.ts';
import { printedNow } from '../../../charter/members/names.ts';
import type { Printed } from '../../../charter/names/printed.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context, FormContext } from '../../kit/context.ts';
import { type FormState, lineInput } from '../../kit/controls.ts';
import type { Fields } from '../../kit/fields.ts';

/** How an organisation and its country are printed: it says that itself (4.1). */

/** The fields of each script's name and country; the first is its own. */
const SCRIPTS = [
  ['name', 'countryName'],
  ['gloss', 'glossCountry'],
  ['name3', 'country3'],
  ['name4', 'country4'],
] as const;

/** Those of the scripts in which something was typed, and the first in any case. */
const filled = ({ text }: Fields, prefix: string) =>
  SCRIPTS.filter((names, i) => i === 0 || names.some((name) => text(`${prefix}${name}`) !== ''));

interface PrintedFields {
  readonly prefix?: string;
  /** Where the act holds the list. */
  readonly pointer: string;
  /** How many scripts there is room for. */
  readonly scripts: number;
  readonly unmarked?: true;
}

export const printedFields = (
  state: FormState<FormContext>,
  { prefix = '', pointer, scripts, unmarked }: PrintedFields,
): Html => {
  const words = state.context.t.site.profile;
  const rows = filled(state.fields, prefix);
  return html`${SCRIPTS.slice(0, scripts).map((names, i) => {
    const place = rows.findIndex(([name]) => name === names[0]);
    const at = `${pointer}/${place === -1 ? i : place}`;
    const need = i > 0 ? { optional: true as const } : unmarked === true ? { unmarked } : {};
    const [name, country] = names;
    const [nameWords, countryWords] = i === 0 ? [words.own, words.ownCountry] : [words.other, words.otherCountry];
    return html`${lineInput(state, { name: `${prefix}${name}`, pointer: `${at}/name`, max: 120, ...need, ...nameWords })}
    ${lineInput(state, { name: `${prefix}${country}`, pointer: `${at}/country`, max: 80, ...need, ...countryWords })}`;
  })}`;
};

/** As it was typed, in the shape of the charter's but not yet checked against it. */
export const readPrinted = (fields: Fields, prefix = ''): Printed =>
  filled(fields, prefix).map(([name, country]) => ({
    name: fields.text(`${prefix}${name}`),
    country: fields.text(`${prefix}${country}`),
  }));

/** What the fields begin with, from what it has stated last. */
export const printedInitial = (printed: Printed): Readonly<Record<string, string>> =>
  Object.fromEntries(
    printed.flatMap(({ name, country }, i) => {
      const [nameField = '', countryField = ''] = SCRIPTS[i] ?? [];
      return [
        [nameField, name],
        [countryField, country],
      ];
    }),
  );

/** Each name with its country, a line each. */
export const printedLines = (printed: Printed): Html =>
  html`<ul class="plain">
    ${printed.map(
      ({ name, country }) =>
        html`<li>
          <strong><bdi>${name}</bdi></strong> · <bdi>${country}</bdi>
        </li>`,
    )}
  </ul>`;

/** The lines of one column: a name, or a country, in each script; what is the same in several stands once. */
export const printedColumn = (printed: Printed, of: 'name' | 'country'): Html =>
  html`${[...new Set(printed.map((one) => one[of]))].map((said, i) =>
    i === 0 ? html`<bdi>${said}</bdi>` : html`<span class="gloss"><bdi>${said}</bdi></span>`,
  )}`;

/** What whoever is signed in has stated of their organisation: it goes into what they sign. */
export const ownPrinted = ({ me }: Pick<Context, 'me'>): Printed => (me === null ? [] : printedNow(me.organisation));

/** Where something is signed: how the organisation will be printed, and where it says otherwise. */
export const printedAs = (context: Context): Html | '' => {
  const { t, base, me } = context;
  if (me === null) return '';
  const words = t.site.naming;
  const may = ACT_RULES['organisation.rename'].from.some((from) => from === me.organisation.standing.kind);
  return html`<div class="field">
    <p class="label">${words.printedAs}</p>
    ${printedLines(ownPrinted(context))}
    ${may ? html`<p class="hint"><a href="${base}/do/organisation.rename">${words.otherwise}</a></p>` : ''}
  </div>`;
};

/** The same before it is signed for good. */
export const printedSummary = ({ t }: Pick<Context, 't'>, printed: Printed): Html =>
  html`<p class="label">${t.site.naming.printedAs}</p>
    ${printedLines(printed)}`;
