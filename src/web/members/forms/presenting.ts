import { html } from '../../../markup/html.ts';
import { defineForm } from '../../act/act-form.ts';
import { choices, hidden } from '../../kit/controls.ts';
import { org } from '../../kit/words.ts';
import { formPage } from '../../act/form-page.ts';
import { applicantIn, applicationLede } from './admission.ts';

/** Article 2.3: participants present an applicant to the others before its no-disagreement period runs. */

export const present = defineForm({
  kind: 'participation.present',
  page: (context, fields, problem) => {
    const about = applicantIn(context, fields);
    if (about === null) return null;
    const state = { context, fields, problem };
    const words = context.t.site.admission;
    return formPage(state, {
      kind: 'participation.present',
      lede: applicationLede(context, about),
      fields: html`<p>${words.presentMeaning}</p>
        <p>${context.t.workspace.participants.signedWith} <code>${about.application.key}</code></p>
        ${hidden('organisation', about.id)} ${hidden('application', about.application.act)}
        ${choices(state, {
          name: 'asked',
          type: 'checkbox',
          legend: words.presentCheck,
          options: [{ value: 'yes', label: words.presentChecked }],
        })}`,
    });
  },
  read: (_context, { has, text }) =>
    has('asked', 'yes')
      ? { body: { organisation: text('organisation'), application: text('application') } }
      : { kind: 'field', field: 'asked', why: 'missing' },
  summary: (context, { organisation, application }) =>
    html`<p>${context.t.site.admission.presents} ${org(context, organisation)}.</p>
      <p>${context.t.site.admission.application} <code>${application}</code></p>`,
  next: ({ base }, { organisation }) => `${base}/participants/${organisation}`,
});

export const withdrawPresentation = defineForm({
  kind: 'participation.withdraw-presentation',
  page: (context, fields, problem) => {
    const about = applicantIn(context, fields);
    if (about === null) return null;
    return formPage(
      { context, fields, problem },
      {
        kind: 'participation.withdraw-presentation',
        lede: applicationLede(context, about),
        fields: html`<p>${context.t.site.admission.unpresentMeaning}</p>
          ${hidden('organisation', about.id)}`,
      },
    );
  },
  read: (_context, { text }) => ({ body: { organisation: text('organisation') } }),
  summary: (context, { organisation }) =>
    html`<p>${context.t.site.admission.unpresents} ${org(context, organisation)}.</p>`,
  next: ({ base }, { organisation }) => `${base}/participants/${organisation}`,
});
