import { ownCountry, ownName } from '../../../charter/names/printed.ts';
import { type Html, html } from '../../../markup/html.ts';
import { theirs } from '../../kit/theirs.ts';
import type { BodyOf } from '../../../charter/acts.ts';
import { defineForm } from '../../act/act-form.ts';
import type { SiteContext } from '../../kit/context.ts';
import { hidden } from '../../kit/controls.ts';
import { meetingFacts } from '../parts/meeting-fields.ts';
import { invited } from '../parts/invitation.ts';
import { ownPrinted, printedAs, printedSummary } from '../parts/printed.ts';
import { plainClauses } from '../../kit/prose.ts';
import { rulesTable } from '../parts/rules-table.ts';
import { countryName, listText } from '../../kit/words.ts';
import { languageName } from '../../messages/index.ts';
import { formPage } from '../../act/form-page.ts';

/** Article 13.1: a conference is founded by the organisations present that sign its charter. */

/** The charter and who is to sign it, as the founding act has them. */
export const foundingSummary = (
  context: SiteContext,
  { charter, founders, meeting }: BodyOf<'conference.found'>,
): Html => {
  const { t } = context;
  const words = t.site.founding;
  const region = charter.region.map((code) => countryName(context, code));
  return html`<p class="lede"><strong>${theirs(charter.name)}</strong> (${charter.abbreviation})</p>
    <dl class="facts">
      <dt>${words.region}</dt>
      <dd>${region.length === 0 ? words.anyCountry : listText(context, region)}</dd>
      <dt>${words.seat}</dt>
      <dd dir="auto">${charter.seat}</dd>
      <dt>${words.languages}</dt>
      <dd>${listText(context, charter.languages.map(languageName))}</dd>
      <dt>${t.site.found.meeting.title}</dt>
      <dd>${meetingFacts(context, meeting)}</dd>
      <dt>${words.founders}</dt>
      <dd>
        <ul class="plain">
          ${founders.map(
            ({ id, printed, country, invitation }) =>
              html`<li>
                ${invitation === null ? html`<bdi>${ownName(printed)}</bdi>` : invited(context, ownName(printed), invitation)}
                <span class="quiet"><bdi>${ownCountry(printed)}</bdi> (${country}) · <code>${id}</code></span>
              </li>`,
          )}
        </ul>
      </dd>
    </dl>
    <details>
      <summary>${words.principles}</summary>
      <p class="words title" dir="auto"><strong>${charter.title}</strong></p>
      ${plainClauses(context, charter.principles)}
    </details>
    <details>
      <summary>${words.rules}</summary>
      ${rulesTable(context, charter.rules)}
    </details>`;
};

/** The founding act is made at `/found`, where there is no conference yet; here it is only read. */
export const found = defineForm({
  kind: 'conference.found',
  page: () => null,
  read: () => ({ kind: 'field', field: '', why: 'other' }),
  summary: (context, body) => foundingSummary(context, body),
  next: ({ base }) => base,
});

export const signCharter = defineForm({
  kind: 'charter.sign',
  page: (context, fields, problem) => {
    const inForce = context.reader.charter();
    if (inForce === null || context.reader.founded !== null) return null;
    const { charter, hash } = inForce;
    const words = context.t.site.founding;
    return formPage(
      { context, fields, problem },
      {
        kind: 'charter.sign',
        lede: words.signLede,
        fields: html`${hidden('charter', hash)} ${printedAs(context)}
          <h2>${context.t.site.found.meeting.title}</h2>
          ${meetingFacts(context, context.reader.foundingMeeting())}
          <h2>${words.principles}</h2>
          <p class="words title" dir="auto"><strong>${charter.title}</strong></p>
          ${plainClauses(context, charter.principles)}
          <h2>${words.rules}</h2>
          ${rulesTable(context, charter.rules)}`,
      },
    );
  },
  read: (context, { text }) => ({ body: { charter: text('charter'), printed: ownPrinted(context) } }),
  summary: (context, { charter: hash, printed }) => {
    const inForce = context.reader.charter();
    return html`<p>
        ${context.t.site.founding.signs}
        <strong>${theirs(inForce?.hash === hash ? inForce.charter.name : '')}</strong>
      </p>
      ${printedSummary(context, printed)}
      <p class="hint">${context.t.common.fingerprint}</p>
      <p><code>${hash}</code></p>`;
  },
  next: ({ base }) => base,
});
