import { printedNow } from '../../../charter/members/names.ts';
import { MOST_SCRIPTS } from '../../../charter/names/printed.ts';
import { html } from '../../../markup/html.ts';
import { defineForm } from '../../act/act-form.ts';
import { formPage } from '../../act/form-page.ts';
import { hidden } from '../../kit/controls.ts';
import { withInitial } from '../../act/change-fields.ts';
import { printedFields, printedInitial, printedLines, readPrinted } from '../parts/printed.ts';

/** Article 4.1: an organisation says how it and its country are printed. */
export const rename = defineForm({
  kind: 'organisation.rename',
  page: (context, fields, problem) => {
    const { me, t } = context;
    if (me === null) return null;
    const words = t.site.naming;
    const state = { context, fields: withInitial(fields, printedInitial(printedNow(me.organisation))), problem };
    return formPage(state, {
      kind: 'organisation.rename',
      lede: words.lede,
      fields: html`${hidden('sent', 'yes')} ${printedFields(state, { pointer: '/body/printed', scripts: MOST_SCRIPTS })}`,
    });
  },
  read: (_context, fields) => ({ body: { printed: readPrinted(fields) } }),
  summary: (context, { printed }) =>
    html`<p>${context.t.site.naming.states}</p>
      ${printedLines(printed)}
      <p class="hint">${context.t.site.naming.before}</p>`,
  next: ({ base }) => `${base}/organisation`,
});
