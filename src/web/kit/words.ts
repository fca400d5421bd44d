import type { OrganisationId } from '../../base/ids.ts';
import { DAY, type Instant, rfc3339 } from '../../base/time.ts';
import { type Html, html } from '../../markup/html.ts';
import { memoise } from '../../base/memo.ts';
import type { Context, FormContext, SiteContext } from './context.ts';

/** Small words that stand on many pages: names, days, moments. Times are shown in UTC, which the record keeps. */

const format = (language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const key = `${language}:${JSON.stringify(options)}`;
  const known =
    formats.get(key) ??
    new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { timeZone: 'UTC', ...options });
  formats.set(key, known);
  return known;
};

const formats = new Map<string, Intl.DateTimeFormat>();

/** `8,000`. */
export const countText = ({ language }: Pick<SiteContext, 'language'>, count: number): string =>
  count.toLocaleString(language === 'en' ? 'en-GB' : language);

export const dayText = ({ language }: Pick<SiteContext, 'language'>, at: Instant): string =>
  format(language, { day: 'numeric', month: 'long', year: 'numeric' }).format(at);

/** `June 2019`, and `2019`. */
export const monthText = ({ language }: Pick<SiteContext, 'language'>, at: Instant): string =>
  format(language, { month: 'long', year: 'numeric' }).format(at);

export const yearText = ({ language }: Pick<SiteContext, 'language'>, at: Instant): string =>
  format(language, { year: 'numeric' }).format(at);

export const momentText = ({ language }: Pick<SiteContext, 'language'>, at: Instant): string =>
  `${format(language, { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at)} UTC`;

/** `14:03`, in UTC, under a day that stands above it. */
export const clock = ({ language }: SiteContext, at: Instant): Html =>
  html`<time datetime="${rfc3339(at)}"
    >${format(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at)}</time
  >`;

export const day = (context: SiteContext, at: Instant): Html =>
  html`<time datetime="${rfc3339(at)}">${dayText(context, at)}</time>`;

export const moment = (context: SiteContext, at: Instant): Html =>
  html`<time datetime="${rfc3339(at)}">${momentText(context, at)}</time>`;

/** Whole days from now until then, 0 for today. */
export const daysUntil = ({ now }: SiteContext, at: Instant): number =>
  Math.max(0, Math.floor(at / DAY) - Math.floor(now / DAY));

/** An organisation's name in its own script, or its id where the reader may not see it. */
export const nameOf = (
  { conference, reader }: Pick<FormContext, 'conference' | 'reader'>,
  id: OrganisationId,
): string =>
  (reader.organisation(id) ?? (reader.member ? conference.state().organisations.get(id) : undefined))?.name ?? id;

/** The same, set apart from the words around it so that right-to-left and left-to-right names do not disturb them. */
export const org = (context: Context, id: OrganisationId): Html => setApart(nameOf(context, id));

/** Of as many organisations as a page may name; some are named hundreds of times. */
const setApart = memoise(2000, (name): Html => html`<bdi class="by">${name}</bdi>`);

/** A country by its ISO 3166 code, where countries are chosen, grouped, or a region is told. What an organisation calls its country, it says itself. */
export const countryName = ({ t }: Pick<SiteContext, 't'>, country: string): string =>
  namesOf(t.countries).get(country) ?? country;

const namesOf = memoise(
  10,
  (countries): ReadonlyMap<string, string> =>
    new Map(
      countries
        .replaceAll('\n', ' ')
        .trim()
        .split('; ')
        .map((entry) => [entry.slice(0, 2), entry.slice(3)]),
    ),
);

/** `a, b and c`, in the reader's language. */
export const listText = ({ language }: Pick<SiteContext, 'language'>, items: readonly string[]): string =>
  lists(language).format(items);

/** How much of anything a row names. */
const FEW = 5;

/** The same of the first few, and how many more there are: however many it is, a row stays one and is quickly made. */
export const fewText = <T>(context: SiteContext, items: readonly T[], name: (item: T) => string): string => {
  // Nobody is told of one more in place of its name.
  const named = items.length === FEW + 1 ? items : items.slice(0, FEW);
  const rest = items.length - named.length;
  return listText(context, [...named.map(name), ...(rest === 0 ? [] : [context.t.common.more(rest)])]);
};

export const listFormat = ({ language }: SiteContext): Intl.ListFormat => lists(language);

const lists = memoise(10, (language) => new Intl.ListFormat(language, { type: 'conjunction' }));

/** 32 bytes as people compare them: hex in groups of four. */
export const grouped = (hex: string): string => hex.match(/.{1,4}/gu)?.join(' ') ?? hex;
