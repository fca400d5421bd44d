import { html } from '../../../markup/html.ts';
import { defineForm } from '../../act/act-form.ts';
import { type FormState, hidden, textArea } from '../../kit/controls.ts';
import { paragraphs } from '../../kit/prose.ts';
import { textPath } from '../parts/text-places.ts';
import { aboutText, textForm } from './text-form.ts';

/** Article 13.2: a participant finds that a revision does not reflect what was agreed, or no longer finds so. */

export const objectToRevision = defineForm({
  kind: 'revision.object',
  page: (context, fields, problem) => {
    const text = context.reader.text(fields.integer('text'));
    if (text === null || !context.reader.may('text')) return null;
    const words = context.t.texts.objection;
    const state: FormState = { context, fields, problem };
    return textForm(state, {
      kind: 'revision.object',
      text,
      lede: words.lede(text.revisions.length),
      fields: html`${hidden('revision', text.revisions.length)}
      ${textArea(state, { name: 'reasons', label: words.reasons, hint: words.reasonsHint, max: 4000 })}`,
    });
  },
  read: (_context, { integer, text }) => ({
    body: { text: integer('text'), revision: integer('revision'), reasons: text('reasons') },
  }),
  summary: (context, { text, revision, reasons }) =>
    html`${aboutText(context, context.t.texts.objection.objects(revision), text)} ${paragraphs(reasons)}`,
  next: (context, { text }) => textPath(context, { number: text }),
});

export const withdrawRevisionObjection = defineForm({
  kind: 'revision.withdraw-objection',
  page: (context, fields, problem) => {
    const text = context.reader.text(fields.integer('text'));
    if (text === null || !context.reader.may('text')) return null;
    return textForm(
      { context, fields, problem },
      {
        kind: 'revision.withdraw-objection',
        text,
        lede: context.t.texts.objection.withdrawLede(text.revisions.length),
        fields: hidden('revision', text.revisions.length),
      },
    );
  },
  read: (_context, { integer }) => ({ body: { text: integer('text'), revision: integer('revision') } }),
  summary: (context, { text, revision }) => aboutText(context, context.t.texts.objection.withdraws(revision), text),
  next: (context, { text }) => textPath(context, { number: text }),
});
