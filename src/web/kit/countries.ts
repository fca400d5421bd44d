import type { Country } from '../../base/ids.ts';
import { tokensIn } from '../../conference/search/folding.ts';
import { zonesOfCountry } from '../../conference/reading/zones.ts';
import { type Html, html } from '../../markup/html.ts';
import { LANGUAGES, messagesIn } from '../messages/index.ts';
import type { FormContext, SiteContext } from './context.ts';
import { type FormState, lineInput } from './controls.ts';
import { countryName } from './words.ts';

/** Every country of ISO 3166-1, and Kosovo by the code that its statisticians, banks and neighbours use for it. */
const CODES =
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW';

export const COUNTRIES: readonly Country[] = CODES.split(' ').map((code) => code as Country);

/** These countries with their names in the reader's language, in its order; all where none are given. */
export const countryOptions = (
  context: SiteContext,
  countries: readonly Country[] = [],
): readonly (readonly [code: Country, name: string])[] => {
  const { compare } = new Intl.Collator(context.language);
  return (countries.length === 0 ? COUNTRIES : countries)
    .map((code) => [code, countryName(context, code)] as const)
    .toSorted(([, a], [, b]) => compare(a, b));
};

/** What names are compared by: their words, whatever case and accents. */
export const plainName = (name: string): string =>
  tokensIn(name)
    .map(({ word }) => word)
    .join(' ');

/** What a country is called in its own language, as this machine knows it: taken where it is typed, and never shown. */
const ownNames = (code: Country): readonly string[] => {
  const { language, script } = new Intl.Locale(`und-${code}`).maximize();
  const own = new Intl.DisplayNames([`${language}-${script ?? 'Latn'}`], { type: 'region', fallback: 'none' }).of(code);
  return own === undefined ? [] : [own];
};

const namesIn = (code: Country): readonly string[] => [
  ...LANGUAGES.map((language) => countryName({ t: messagesIn(language) }, code)),
  ...ownNames(code),
];

let byName: ReadonlyMap<string, Country | null> | null = null;

/** Each name, and the one country that is called so; `null`: several are. */
const known = (): ReadonlyMap<string, Country | null> => {
  if (byName !== null) return byName;
  const names = new Map<string, Country | null>(COUNTRIES.map((code) => [code.toLowerCase(), code]));
  for (const code of COUNTRIES) {
    for (const name of new Set(namesIn(code).map(plainName)))
      names.set(name, (names.get(name) ?? code) === code ? code : null);
  }
  byName = names;
  return names;
};

/** The country that somebody has typed: by its name in a language of the pages or in its own, or by its code. `null`: it is none, or might be several. */
export const countryTyped = (typed: string): Country | null => known().get(plainName(typed)) ?? null;

/** The names to choose from while one is typed, once on a page, for every {@link countryInput} on it. */
export const countryList = (context: SiteContext, countries: readonly Country[] = []): Html =>
  html`<datalist id="${LIST}">
    ${countryOptions(context, countries).map(([, name]) => html`<option value="${name}"></option>`)}
  </datalist>`;

const LIST = 'countries';

export const countryInput = (
  state: FormState<FormContext>,
  control: Omit<Parameters<typeof lineInput>[1], 'type' | 'list' | 'shown'>,
): Html =>
  lineInput(state, {
    ...control,
    list: LIST,
    shown: (typed) => (/^[A-Z]{2}$/u.test(typed) ? countryName(state.context, typed) : typed),
    max: 80,
  });

/** The zones of each country, by name. */
export const zoneCountries = (): ReadonlyMap<string, Country> =>
  new Map(COUNTRIES.flatMap((code) => zonesOfCountry(code).map((zone) => [zone, code] as const)));
