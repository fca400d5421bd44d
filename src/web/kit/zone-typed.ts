import { zoneNames, zoneOf, zonesOfCountry } from '../../conference/reading/zones.ts';
import { zoneCity } from '../../conference/reading/zone-words.ts';
import { countryTyped, plainName, zoneCountries } from './countries.ts';
import type { SiteContext } from './context.ts';
import { type Html, html } from '../../markup/html.ts';
import { countryName } from './words.ts';

/** Time zones as people name them: by a town, by a country that has one only, or as the IANA does. */

let byCity: ReadonlyMap<string, string | null> | null = null;

/** The one zone that has its name from this town; `null`: several have. */
const cities = (): ReadonlyMap<string, string | null> => {
  if (byCity !== null) return byCity;
  const known = new Map<string, string | null>();
  for (const zone of zoneNames()) {
    const city = plainName(zoneCity(zone));
    known.set(city, known.has(city) ? null : zone);
  }
  byCity = known;
  return known;
};

/** `null`: it is none, or might be several. */
export const zoneTyped = (typed: string): string | null => {
  const country = countryTyped(typed);
  const zones = country === null ? [] : zonesOfCountry(country);
  const [only] = zones;
  if (only !== undefined && zones.length === 1) return only;
  return cities().get(plainName(typed)) ?? zoneOf(typed.trim().replaceAll(' ', '_'));
};

/** The zones to choose from while one is typed, each with its town and country, once on a page. */
export const zoneList = (context: SiteContext): Html => {
  const { language } = context;
  const made = lists.get(language) ?? listIn(context);
  lists.set(language, made);
  return made;
};

/** It takes tens of milliseconds, and is the same for everybody. */
const lists = new Map<SiteContext['language'], Html>();

const listIn = (context: SiteContext): Html => {
  const countries = zoneCountries();
  return html`<datalist id="zones">
    ${zoneNames().map((zone) => {
      const country = countries.get(zone);
      const where = country === undefined ? '' : `, ${countryName(context, country)}`;
      return html`<option value="${zone}">${zoneCity(zone)}${where}</option>`;
    })}
  </datalist>`;
};
