import { html } from '../../../markup/html.ts';
import { defineForm } from '../../act/act-form.ts';
import { textArea } from '../../kit/controls.ts';
import { paragraphs } from '../../kit/prose.ts';
import { formPage } from '../../act/form-page.ts';

/** Article 2.4: a participant may leave, and owes no reason. */
export const leave = defineForm({
  kind: 'participation.leave',
  page: (context, fields, problem) => {
    const state = { context, fields, problem };
    const words = context.t.site.leaving;
    return formPage(state, {
      kind: 'participation.leave',
      lede: words.lede,
      fields: textArea(state, { name: 'reason', label: words.reason, optional: true, max: 4000 }),
    });
  },
  read: (_context, { optional }) => ({ body: { reason: optional('reason') } }),
  summary: (context, { reason }) =>
    html`<p>${context.t.site.leaving.leaves}</p>
      ${reason === null ? '' : paragraphs(reason)}`,
  next: ({ base }) => base,
});
