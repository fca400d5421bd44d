import { printedNow } from '../../../charter/members/names.ts';
import { ownCountry } from '../../../charter/names/printed.ts';
import { type Html, html } from '../../../markup/html.ts';
import { orgs, sentence } from '../../kit/theirs.ts';
import { openApplications } from '../../../conference/reading/request-needs.ts';
import { openDisagreement } from '../../../charter/law/disagreement.ts';
import type { Application, Organisation } from '../../../charter/members/organisation-state.ts';
import { endOf, upheldVouchers, vouchesFor } from '../../../charter/members/vouchers.ts';
import type { Context } from '../../kit/context.ts';
import { pageLinks, pageOf } from '../../kit/listing.ts';
import { toPassLine } from '../../kit/to-pass.ts';
import { daysUntil } from '../../kit/words.ts';

/** Who wants to take part. Anybody can apply, so what nobody has presented stands apart from the rest, the newest first and a few at a time. */

type Applicant = ReturnType<typeof openApplications>[number];

/** How many applications that nobody has presented stand on a page. */
const FEW = 10;

export const applicants = (context: Context): Html => {
  const words = context.t.workspace.participants;
  const all = openApplications(context.reader);
  const running = pageOf(
    all.filter(({ standing }) => standing.period.kind === 'running'),
    context,
    FEW,
    ({ organisation }) => organisation.id,
    'running',
  );
  const waiting = all.filter(({ standing }) => standing.period.kind === 'awaiting').toReversed();
  const shown = pageOf(waiting, context, FEW, ({ organisation }) => organisation.id, 'waiting');
  return html`<section class="panel" id="applicants">
    <h2>${words.applicants}</h2>
    ${all.length === 0 ? html`<p class="quiet">${words.applicantNone}</p>` : ''}
    <ul class="rows">
      ${running.items.map((applicant) => row(context, applicant))}
    </ul>
    ${pageLinks(context, running)}
    ${
      waiting.length === 0
        ? ''
        : html`<h3 id="waiting">${words.waiting(waiting.length)}</h3>
            <p>${words.waitingHint}</p>
            <ul class="rows">
              ${shown.items.map((applicant) => row(context, applicant))}
            </ul>
            ${pageLinks(context, shown)}`
    }
  </section>`;
};

const row = (context: Context, { organisation, standing: { period }, application }: Applicant): Html => {
  const { base } = context;
  return html`<li>
    <span class="what"
      ><a href="${base}/participants/${organisation.id}"><bdi>${organisation.name}</bdi></a></span
    >
    <span class="quiet"><bdi>${ownCountry(printedNow(organisation))}</bdi></span>
    <span class="why"
      >${becomesOf(context, organisation)} (${context.t.common.inDays(daysUntil(context, endOf(period)))})</span
    >
    <span class="why">${presentedBy(context, application)}</span>
    ${applicationLinks(context, organisation, application)}
  </li>`;
};

/** What becomes of an open application, and when, as it stands now. */
export const becomesOf = (context: Context, organisation: Organisation): Html | '' =>
  toPassLine(context, 'application', context.reader.toPass.application(organisation));

/** Who presents an applicant, in words; empty where nobody does. */
export const presentedBy = (context: Context, application: Application): Html | '' => {
  const by = upheldVouchers(application).map((one) => one.by);
  const say = (names: string): string => context.t.workspace.participants.presentedBy(names, application.needed);
  return by.length === 0 ? '' : sentence(say, orgs(context, by));
};

/** What the signed-in participant may do about an open application. */
export const applicationLinks = (
  { base, me, t }: Context,
  { id }: Pick<Organisation, 'id'>,
  application: Application,
): Html | '' => {
  if (me?.organisation.standing.kind !== 'participant') return '';
  const words = t.workspace.participants;
  const own = me.organisation.id;
  const link = (kind: string, text: string): Html => html`<a href="${base}/do/${kind}?organisation=${id}">${text}</a>`;
  if (openDisagreement(application, own) !== undefined)
    return link('participation.withdraw-disagreement', words.withdrawDisagreement);
  return html`${
    vouchesFor(application, own)
      ? link('participation.withdraw-presentation', words.withdrawPresentation)
      : link('participation.present', words.present)
  }
  ${link('participation.disagree', words.disagree)}`;
};
