import { printedNow } from '../../../charter/members/names.ts';
import { ownCountry } from '../../../charter/names/printed.ts';
import { unreachable } from '../../../base/result.ts';
import type { Organisation, Standing } from '../../../charter/members/organisation-state.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { applicants, becomesOf } from '../parts/applicants.ts';
import { page } from '../../kit/layout.ts';
import { pageLinks, pageOf } from '../../kit/listing.ts';
import { recoveries } from '../parts/recoveries.ts';
import { countryName, dayText } from '../../kit/words.ts';

/** Who takes part, by country; for members also who wants to, who did, and whose lost key is being replaced. */
export const participantsPage = (context: Context): Html => {
  const { t, reader } = context;
  const words = t.workspace.participants;
  const participants = reader.participants();
  const collator = new Intl.Collator(context.language);
  const placed = participants
    .map((organisation) => ({ organisation, country: countryName(context, organisation.country) }))
    .toSorted((a, b) => collator.compare(a.country, b.country));
  const shown = pageOf(placed, context, PAGE, ({ organisation }) => organisation.id);
  const here = Map.groupBy(shown.items, ({ country }) => country);
  const others = reader.organisations();
  const ofKind = (...kinds: readonly Standing['kind'][]): readonly Organisation[] =>
    others.filter((organisation) => kinds.includes(organisation.standing.kind));
  return page(context, {
    title: words.title,
    body: html`<h1>${words.title}</h1>
      <p class="lede">${words.lede(participants.length, new Set(placed.map(({ country }) => country)).size)}</p>
      ${reader.member ? html`${applicants(context)} ${recoveries(context)}` : ''}
      ${[...here].map(
        ([country, list]) =>
          html`<h2>${country}</h2>
            ${rows(
              context,
              list.map(({ organisation }) => organisation),
            )}`,
      )}
      ${pageLinks(context, shown)} ${section(context, words.former, ofKind('former'), 'former')}
      ${section(context, words.outside, ofKind('outside'), 'outside')}
      ${reader.member ? section(context, words.notAdmitted, ofKind('not-admitted', 'lapsed', 'withdrawn'), 'gone') : ''}`,
  });
};

/** How many stand on a page: of those who take part, and of those who did or did not come to. */
const [PAGE, FEW] = [60, 20];

/** The newest of them, a page at a time: anybody can apply and come to nothing. */
const section = (context: Context, title: string, list: readonly Organisation[], name: string): Html | '' => {
  if (list.length === 0) return '';
  const shown = pageOf(list.toReversed(), context, FEW, ({ id }) => id, name);
  return html`<h2>${title}</h2>
    ${rows(context, shown.items)} ${pageLinks(context, shown)}`;
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
  </ul>`;

/** What an organisation is to the conference, and since when. */
export const standingText = (context: Context, organisation: Organisation): Html | string => {
  const { standing } = organisation;
  const words = context.t.workspace.participants;
  switch (standing.kind) {
    case 'participant':
      return words.since(dayText(context, standing.since.at));
    case 'applicant':
      return becomesOf(context, organisation);
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
      return ownCountry(printedNow(organisation));
    default:
      return unreachable(standing);
  }
};
