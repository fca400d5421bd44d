import { unreachable } from '../../../base/result.ts';
import { printedNow } from '../../../charter/members/names.ts';
import { ownCountry } from '../../../charter/names/printed.ts';
import type { About, Organisation } from '../../../charter/members/organisation-state.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { aboutFor, faceBeside } from '../../kit/face.ts';
import { inLanguage } from '../../kit/languages.ts';
import { pageLinks, pageOf } from '../../kit/listing.ts';
import { dayText } from '../../kit/words.ts';
import { becomesOf } from './applicants.ts';

/** Organisations in a list, with what each is to the conference. */

/** So many at a time. */
const FEW = 20;

/** The newest of them, a page at a time: anybody can apply and come to nothing. */
export const organisationSection = (
  context: Context,
  title: string,
  list: readonly Organisation[],
  name: string,
): Html | '' => {
  if (list.length === 0) return '';
  const shown = pageOf(list.toReversed(), context, FEW, ({ id }) => id, name);
  return html`<h2>${title}</h2>
    ${organisationRows(context, shown.items)} ${pageLinks(context, shown)}`;
};

export const organisationRows = (context: Context, list: readonly Organisation[]): Html =>
  html`<ul class="rows">
    ${list.map(
      (organisation) =>
        html`<li class="with-face">
          ${faceBeside(context, organisation, 'small')}
          <span class="what"
            ><a href="${context.base}/participants/${organisation.id}"><bdi>${organisation.name}</bdi></a></span
          >
          ${organisation.gloss === null ? '' : html`<span class="quiet"><bdi>${organisation.gloss}</bdi></span>`}
          ${saying(aboutFor(context, organisation))}
          <span class="why">${standingText(context, organisation)}</span>
        </li>`,
    )}
  </ul>`;

const saying = (about: About | null): Html | '' =>
  about === null ? '' : html`<span class="why"><bdi ${inLanguage(about.language)}>${about.words}</bdi></span>`;

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
      return html`<bdi>${ownCountry(printedNow(organisation))}</bdi>`;
    default:
      return unreachable(standing);
  }
};
