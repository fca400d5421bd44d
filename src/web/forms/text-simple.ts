import { html } from 'hono/html';
import { type ActForm, type Html, defineForm } from '../act-form.ts';
import { textPath } from '../parts/text-head.ts';
import { changeWords, whatOf } from '../pages/texts/amendments.ts';
import { hidden } from '../parts/controls.ts';
import { present } from '../../charter/texts.ts';
import { aboutText, textForm } from './text-form.ts';

/** Acts on a text that say nothing but which text: co-sponsoring it, withdrawing it, withdrawing an amendment. */

const onText = (
  kind: 'text.cosponsor' | 'text.withdraw' | 'signature.confirm',
  words: 'cosponsor' | 'withdrawText' | 'confirm',
): ActForm =>
  defineForm<typeof kind>({
    kind,
    page: (context, fields, problem) => {
      const text = context.reader.text(fields.integer('text'));
      if (text === null) return null;
      const { lede } = context.t.texts.form[words];
      return textForm({ context, fields, problem }, { kind, text, lede, fields: html`` as Html });
    },
    read: (_context, { integer }) => ({ body: { text: integer('text') } }),
    summary: (context, { text }) => aboutText(context, context.t.texts.summary[words], text),
    next: (context, { text }) => textPath(context, { number: text }),
  });

export const cosponsor = onText('text.cosponsor', 'cosponsor');
export const withdrawText = onText('text.withdraw', 'withdrawText');
export const confirmSignature = onText('signature.confirm', 'confirm');

export const withdrawAmendment = defineForm({
  kind: 'amendment.withdraw',
  page: (context, fields, problem) => {
    const text = context.reader.text(fields.integer('text'));
    const amendment = text?.amendments[fields.integer('amendment') - 1];
    if (text === null || amendment === undefined) return null;
    return textForm(
      { context, fields, problem },
      {
        kind: 'amendment.withdraw',
        text,
        lede: context.t.texts.form.withdrawAmendment.lede,
        fields: html`${hidden('amendment', amendment.number)}
          <p class="label">${whatOf(context, text, amendment)}</p>
          ${changeWords(context, (text.revisions[amendment.revision - 1] ?? present(text)).clauses, amendment.change)}` as Html,
      },
    );
  },
  read: (_context, { integer }) => ({ body: { text: integer('text'), amendment: integer('amendment') } }),
  summary: (context, { text: number, amendment: n }) => {
    const text = context.reader.text(number);
    const amendment = text?.amendments[n - 1];
    return html`${aboutText(context, context.t.texts.summary.withdrawAmendment(n), number)}
    ${text === null || amendment === undefined ? '' : html`<p class="quiet">${whatOf(context, text, amendment)}</p>`}` as Html;
  },
  next: (context, { text }) => textPath(context, { number: text }, 'amendments'),
});
