import { fingerprint } from '../../../base/keys.ts';
import { printedNow } from '../../../charter/members/names.ts';
import { ownCountry } from '../../../charter/names/printed.ts';
import { hasEntered } from '../../../charter/members/invitations.ts';
import type { Organisation } from '../../../charter/members/organisation-state.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { hidden } from '../../kit/controls.ts';
import { renewal } from '../parts/invitation.ts';
import { meetingFacts } from '../parts/meeting-fields.ts';
import { printedAs } from '../parts/printed.ts';
import { page } from '../../kit/layout.ts';
import { dayText, org } from '../../kit/words.ts';

/**
 * Before the conference exists: its founders see the charter they are to sign and how far each of them is, and whoever invited them passes their links on, or makes
 * another for one that was lost. Nobody else sees anything: for them `shown` is `null`.
 */
export const foundingPage = (
  context: Context,
  shown: { readonly title: string; readonly charter: Html } | null,
): Html => {
  const { t } = context;
  const words = t.site.founding.progress;
  return page(context, {
    title: words.title,
    width: 'narrow',
    islands: ['invitations'],
    body: html`<h1>${shown === null ? words.title : shown.title}</h1>
      <p class="lede">${words.title}. ${words.body}</p>
      ${
        shown === null
          ? wayIn(context)
          : html`<h2 id="founders">${t.site.found.founders}</h2>
              ${founders(context)}
              <h2>${t.site.found.meeting.title}</h2>
              ${meetingFacts(context, context.reader.foundingMeeting())}
              <h2>${t.site.founding.charter}</h2>
              ${context.me?.organisation.accepted === null ? html`<p>${t.site.founding.signLede}</p>` : ''}
              ${shown.charter} ${signing(context)}`
      }`,
  });
};

const wayIn = ({ me, base, t }: Context): Html | '' =>
  me === null
    ? html`<p>
        ${t.site.founding.progress.forFounders}
        <a href="${base}/sign-in?to=${encodeURIComponent(base)}">${t.common.menu.signIn}</a>
      </p>`
    : '';

/** Under the charter, for a founder who has not signed it: to the page before signing. */
const signing = (context: Context): Html | '' => {
  const { base, t, me, reader } = context;
  const inForce = reader.charter();
  return inForce === null || me?.organisation.accepted !== null
    ? ''
    : html`<form method="post" action="${base}/do/charter.sign">
        ${hidden('charter', inForce.hash)} ${printedAs(context)}
        <p class="actions"><button>${t.acts.kind['charter.sign']}</button></p>
      </form>`;
};

const founders = (context: Context): Html => {
  const words = context.t.site.founding.progress;
  const rows = context.reader.organisations().map((organisation) => {
    const [first] = organisation.delegates;
    return { organisation, anew: first === undefined ? '' : renewal(context, organisation, first) };
  });
  return html`${rows.some(({ anew }) => anew !== '') ? html`<p>${words.sendLinks}</p>` : ''}
    <ul class="rows">
      ${rows.map((row) => founderRow(context, row))}
    </ul>`;
};

interface Row {
  readonly organisation: Organisation;
  /** The way to another link, for whoever may make it. */
  readonly anew: Html | '';
}

const founderRow = (context: Context, { organisation, anew }: Row): Html =>
  html`<li>
    ${org(context, organisation.id)}
    <span class="quiet"><bdi>${ownCountry(printedNow(organisation))}</bdi></span>
    <span class="why">${progress(context, organisation)}</span>
    ${anew === '' ? '' : html`${keptLink(context, organisation)} ${anew}`}
  </li>`;

/** The link where it was made, and what to do where it is not. The key in its id: a page that is kept up to date shows another link anew. */
const keptLink = ({ conference, t }: Context, { id, name, delegates }: Organisation): Html | '' => {
  const invitation = delegates[0]?.invitation ?? null;
  return invitation === null
    ? ''
    : html`<kept-link
        id="link-${id}-${fingerprint(invitation)}"
        data-slug="${conference.slug}"
        data-key="${invitation}"
        data-name="${name}"
        data-messages="${JSON.stringify(t.site.invitation.links)}"
        ><span class="hint">${t.site.founding.progress.linkElsewhere}</span></kept-link
      >`;
};

const progress = (context: Context, organisation: Organisation): string => {
  const words = context.t.site.founding.progress;
  const { id, accepted, delegates } = organisation;
  if (accepted !== null) return `✓ ${words.signed(dayText(context, accepted.on.at))}`;
  const entered = delegates.some((delegate) => hasEntered(context.reader.keys(id), organisation, delegate));
  return entered ? words.waiting : words.notEntered;
};
