import { html } from 'hono/html';
import { unreachable } from '../../base/result.ts';
import { applicationOf } from '../../charter/admission.ts';
import type { Organisation, Standing } from '../../charter/state.ts';
import type { Html } from '../act-form.ts';
import type { Context } from '../context.ts';
import { applicants, becomesOf } from '../parts/applicants.ts';
import { page } from '../parts/layout.ts';
import { pageLinks, pageOf } from '../parts/listing.ts';
import { recoveries } from '../parts/recoveries.ts';
import { countryName, dayText } from '../parts/words.ts';

/** Who takes part, by country; for members also who wants to, who did, and whose lost key is being replaced. */
export const participantsPage = (context: Context): Html => {
  const { t, reader } = context;
  const words = t.workspace.participants;
  const participants = reader.participants();
  const countries = new Map<string, Organisation[]>();
  for (const organisation of participants) {
    const name = countryName(context, organisation.country);
    countries.set(name, [...(countries.get(name) ?? []), organisation]);
  }
  const others = reader.organisations();
  const ofKind = (...kinds: readonly Standing['kind'][]): readonly Organisation[] =>
    others.filter((organisation) => kinds.includes(organisation.standing.kind));
  return page(context, {
    title: words.title,
    body: html`<h1>${words.title}</h1>
      <p class="lede">${words.lede(participants.length, countries.size)}</p>
      ${reader.member ? html`${applicants(context)} ${recoveries(context)}` : ''}
      ${[...countries]
        .toSorted(([a], [b]) => a.localeCompare(b, context.language))
        .map(
          ([country, list]) =>
            html`<h2>${country}</h2>
              ${rows(context, list)}`,
        )}
      ${section(context, words.former, ofKind('former'))} ${section(context, words.outside, ofKind('outside'))}
      ${reader.member ? gone(context, ofKind('not-admitted', 'lapsed', 'withdrawn')) : ''}` as Html,
  });
};

const section = (context: Context, title: string, list: readonly Organisation[]): Html | '' =>
  list.length === 0
    ? ''
    : (html`<h2>${title}</h2>
        ${rows(context, list)}` as Html);

/** Anybody can apply and come to nothing: the newest of them, a page at a time. */
const gone = (context: Context, list: readonly Organisation[]): Html => {
  const shown = pageOf(list.toReversed(), context.url, 20, 'gone');
  return html`${section(context, context.t.workspace.participants.notAdmitted, shown.items)}
  ${pageLinks(shown, context.t.workspace.record)}` as Html;
};

const rows = (context: Context, list: readonly Organisation[]): Html =>
  html`<ul class="rows">
    ${list.map(
      (organisation) =>
        html`<li>
          <span class="what"
            ><a href="${context.base}/participants/${organisation.id}"><bdi>${organisation.name}</bdi></a></span
          >
          ${organisation.gloss === null ? '' : html`<span class="quiet"><bdi>${organisation.gloss}</bdi></span>`}
          <span class="why"><bdi>${organisation.about ?? ''}</bdi></span>
          <span class="why">${standingText(context, organisation)}</span>
        </li>`,
    )}
  </ul>` as Html;

/** What an organisation is to the conference, and since when. */
export const standingText = (context: Context, organisation: Organisation): string => {
  const { standing, country } = organisation;
  const words = context.t.workspace.participants;
  switch (standing.kind) {
    case 'participant':
      return words.since(dayText(context, standing.since.at));
    case 'applicant':
      return becomesOf(context, standing.period, applicationOf(organisation)?.disagreements ?? []);
    case 'former':
      return words.left(dayText(context, standing.left.at));
    case 'not-admitted':
      return words.notAdmittedOn(dayText(context, standing.on.at));
    case 'lapsed':
      return words.lapsedOn(dayText(context, standing.on.at));
    case 'withdrawn':
      return words.withdrawnOn(dayText(context, standing.on.at));
    case 'founder':
      return words.founder;
    case 'outside':
      return countryName(context, country);
    default:
      return unreachable(standing);
  }
};
