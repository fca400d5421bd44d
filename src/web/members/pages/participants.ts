import type { Organisation, Standing } from '../../../charter/members/organisation-state.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { applicants } from '../parts/applicants.ts';
import { organisationRows, organisationSection } from '../parts/organisation-list.ts';
import { page } from '../../kit/layout.ts';
import { pageLinks, pageOf } from '../../kit/listing.ts';
import { pastOf, pastSection } from '../../kit/past.ts';
import { recoveries } from '../parts/recoveries.ts';
import { countryName } from '../../kit/words.ts';

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
            ${organisationRows(
              context,
              list.map(({ organisation }) => organisation),
            )}`,
      )}
      ${pageLinks(context, shown)} ${organisationSection(context, words.former, ofKind('former'), 'former')}
      ${pastSection(context, t.archive.from.participants, pastOf(context, 'participant'), 'archive')}
      ${reader.member ? organisationSection(context, words.notAdmitted, ofKind('not-admitted', 'lapsed', 'withdrawn'), 'gone') : ''}`,
  });
};

/** How many stand on a page. */
const PAGE = 60;
