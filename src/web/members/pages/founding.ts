import { printedNow } from '../../../charter/members/names.ts';
import { ownCountry } from '../../../charter/names/printed.ts';
import { hasEntered } from '../../../charter/members/invitations.ts';
import type { Organisation } from '../../../charter/members/organisation-state.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { renewal } from '../parts/invitation.ts';
import { page } from '../../kit/layout.ts';
import { dayText, org } from '../../kit/words.ts';

/**
 * Before the conference exists: its founders see the charter they are to sign and how far each of them is, and whoever invited them makes
 * another link for one who has not come in yet. Nobody else sees anything: for them `shown` is `null`.
 */
export const foundingPage = (
  context: Context,
  shown: { readonly title: string; readonly charter: Html } | null,
): Html => {
  const { me, base, t } = context;
  const words = t.site.founding.progress;
  return page(context, {
    title: words.title,
    body: html`<h1>${shown === null ? words.title : shown.title}</h1>
      <p class="lede">${words.title}. ${words.body}</p>
      ${
        shown === null
          ? ''
          : html`<h2 id="founders">${t.site.found.founders}</h2>
              <ul class="rows">
                ${context.reader.organisations().map((organisation) => founderRow(context, organisation))}
              </ul>
              ${
                me?.organisation.accepted === null
                  ? html`<p class="actions">
                      <a class="button" href="${base}/do/charter.sign">${t.acts.kind['charter.sign']}</a>
                    </p>`
                  : ''
              }
              ${shown.charter}`
      }`,
  });
};

const founderRow = (context: Context, organisation: Organisation): Html => {
  const [first] = organisation.delegates;
  return html`<li>
    ${org(context, organisation.id)}
    <span class="quiet">${ownCountry(printedNow(organisation))}</span>
    <span class="why">${progress(context, organisation)}</span>
    ${first === undefined ? '' : renewal(context, organisation, first)}
  </li>`;
};

const progress = (context: Context, organisation: Organisation): string => {
  const words = context.t.site.founding.progress;
  const { id, accepted, delegates } = organisation;
  if (accepted !== null) return `✓ ${words.signed(dayText(context, accepted.on.at))}`;
  const entered = delegates.some((delegate) => hasEntered(context.reader.keys(id), organisation, delegate));
  return entered ? words.waiting : words.notEntered;
};
