import type { Country } from '../../../base/ids.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { FormContext } from '../../kit/context.ts';
import type { Fields } from '../../kit/fields.ts';
import { countryInput, countryList, countryTyped } from '../../kit/countries.ts';
import { type FormState, lineInput, textArea } from '../../kit/controls.ts';
import { printedFields, readPrinted } from './printed.ts';

/** What an organisation says of itself, as fields of a form. */

interface ProfileFields {
  /** What the names of the fields begin with, where a form has several organisations. */
  readonly prefix?: string;
  /** Where the act holds the profile, and where the organisation's id. */
  readonly pointer?: string;
  readonly idPointer?: string;
  /** The countries that the conference is for; none: any. */
  readonly region: readonly Country[];
  /** Short: names and countries alone. */
  readonly short?: true;
  /** Needed only where something of it is filled in. */
  readonly unmarked?: true;
  /** Its short name is made from its name where none is typed. */
  readonly proposed?: true;
  /** The countries to choose from stand on the page already. */
  readonly listed?: true;
}

export const profileFields = (
  state: FormState<FormContext>,
  {
    prefix = '',
    pointer = '/body',
    idPointer = '/by/organisation',
    region,
    short,
    unmarked,
    proposed,
    listed,
  }: ProfileFields,
): Html => {
  const { t } = state.context;
  const words = t.site.profile;
  const need = unmarked === true ? { unmarked } : {};
  const at = (field: string) => ({ name: `${prefix}${field}`, pointer: `${pointer}/${field}`, ...need });
  return html`${printedFields(state, { prefix, pointer: `${pointer}/printed`, scripts: 2, ...need })}
  ${countryInput(state, { ...at('country'), label: words.country, hint: words.countryHint, optional: true })}
  ${listed === true ? '' : countryList(state.context, region)}
  ${lineInput(state, {
    name: `${prefix}id`,
    pointer: idPointer,
    label: words.id,
    hint: proposed === true ? `${words.idHint} ${words.idProposed}` : words.idHint,
    max: 40,
    ...(proposed === true ? { optional: true } : need),
  })}
  ${
    short === true
      ? ''
      : html`${textArea(state, { ...at('about'), label: words.about, optional: true, max: 2000, rows: 4 })}
        ${lineInput(state, { ...at('website'), label: words.website, type: 'url', optional: true, max: 200 })}`
  }`;
};

/** The profile as it was typed, in the shape of the charter's but not yet checked against it. */
export const readProfile = (fields: Fields, prefix = '') => ({
  printed: readPrinted(fields, prefix),
  country: readCountry(fields, prefix),
  about: fields.optional(`${prefix}about`),
  website: fields.optional(`${prefix}website`),
});

/** The country that was typed or, where none was, the one that is printed. What is no country goes on as it is: the schema says so. */
const readCountry = (fields: Fields, prefix: string): string => {
  const typed = fields.text(`${prefix}country`);
  return countryTyped(typed === '' ? fields.text(`${prefix}countryName`) : typed) ?? typed;
};
