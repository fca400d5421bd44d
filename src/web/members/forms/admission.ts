import type { OrganisationId } from '../../../base/ids.ts';
import { applicationOf } from '../../../charter/members/admission.ts';
import type { Period } from '../../../charter/members/vouched-state.ts';
import { endOf } from '../../../charter/members/vouchers.ts';
import { type Html, html } from '../../../markup/html.ts';
import { defineForm } from '../../act/act-form.ts';
import type { Context } from '../../kit/context.ts';
import type { Fields } from '../../kit/fields.ts';
import { hidden, textArea } from '../../kit/controls.ts';
import { paragraphs } from '../../kit/prose.ts';
import { day, org } from '../../kit/words.ts';
import { formPage } from '../../act/form-page.ts';

/** Article 2.3: an applicant is admitted only when no participant has expressed disagreement. */

const MOST = 4000;

/** The application that the form is about, if it is open and may be seen. */
export const applicantIn = ({ reader }: Context, fields: Fields) => {
  const organisation = reader.organisation(fields.text('organisation') as OrganisationId);
  const application = organisation && applicationOf(organisation);
  return organisation?.standing.kind === 'applicant' && application
    ? { id: organisation.id, application, period: organisation.standing.period }
    : null;
};

/** Whose application it is, and until when it is open. */
export const applicationLede = (
  context: Context,
  { id, period }: { readonly id: OrganisationId; readonly period: Period },
): Html => {
  const words = context.t.site.admission;
  const sentence = period.kind === 'running' ? words.until : words.lapses;
  return html`${words.with} ${org(context, id)}. ${sentence} ${day(context, endOf(period))}.`;
};

export const disagree = defineForm({
  kind: 'participation.disagree',
  page: (context, fields, problem) => {
    const about = applicantIn(context, fields);
    if (about === null) return null;
    const state = { context, fields, problem };
    const words = context.t.site.admission;
    return formPage(state, {
      kind: 'participation.disagree',
      lede: applicationLede(context, about),
      fields: html`<p>${words.meaning}</p>
        ${hidden('organisation', about.id)}
        ${textArea(state, { name: 'reasons', label: words.reasons, hint: words.reasonsHint, max: MOST })}`,
    });
  },
  read: (_context, { text }) => ({ body: { organisation: text('organisation'), reasons: text('reasons') } }),
  summary: (context, { organisation, reasons }) =>
    html`<p>${context.t.site.admission.disagrees} ${org(context, organisation)}.</p>
      ${paragraphs(reasons)}`,
  next: ({ base }, { organisation }) => `${base}/participants/${organisation}`,
});

export const withdrawDisagreement = defineForm({
  kind: 'participation.withdraw-disagreement',
  page: (context, fields, problem) => {
    const about = applicantIn(context, fields);
    if (about === null) return null;
    const words = context.t.site.admission;
    return formPage(
      { context, fields, problem },
      {
        kind: 'participation.withdraw-disagreement',
        lede: applicationLede(context, about),
        fields: html`<p>${words.withdrawMeaning}</p>
          ${hidden('organisation', about.id)}`,
      },
    );
  },
  read: (_context, { text }) => ({ body: { organisation: text('organisation') } }),
  summary: (context, { organisation }) =>
    html`<p>${context.t.site.admission.withdraws} ${org(context, organisation)}.</p>`,
  next: ({ base }, { organisation }) => `${base}/participants/${organisation}`,
});
