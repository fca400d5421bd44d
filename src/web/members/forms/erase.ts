import { type AttachmentHash, attachmentHashSchema } from '../../../base/ids.ts';
import { type Html, html } from '../../../markup/html.ts';
import { defineForm } from '../../act/act-form.ts';
import type { Context } from '../../kit/context.ts';
import { hidden, textArea } from '../../kit/controls.ts';
import { keptInWords } from '../../kit/kept.ts';
import { paragraphs } from '../../kit/prose.ts';
import { theirs } from '../../kit/theirs.ts';
import { formPage } from '../../act/form-page.ts';

/** Chapter 4.1: an organisation erases what it has brought beside the record. */

const whatIsErased = (context: Context, hash: AttachmentHash): Html =>
  html`<p>${context.t.post.erasure.what}</p>
    <ul>
      ${keptInWords(context, hash).map((words) => html`<li>${theirs(words)}</li>`)}
    </ul>
    <p class="receipt">${hash}</p>`;

export const eraseAttachment = defineForm({
  kind: 'attachment.erase',
  page: (context, fields, problem) => {
    const hash = attachmentHashSchema.safeParse(fields.text('attachment'));
    const kept = hash.success ? context.reader.kept(hash.data) : null;
    if (!hash.success || kept?.by !== context.me?.organisation.id || kept === null) return null;
    const words = context.t.post.erasure;
    const state = { context, fields, problem };
    return formPage(state, {
      kind: 'attachment.erase',
      lede: words.lede,
      fields: html`${hidden('attachment', hash.data)} ${whatIsErased(context, hash.data)}
        <p>${words.remains}</p>
        ${textArea(state, { name: 'reason', label: words.reason, hint: words.reasonHint, max: 1000 })}`,
    });
  },
  read: (_context, { text }) => ({ body: { attachment: text('attachment'), reason: text('reason') } }),
  summary: (context, { attachment, reason }) =>
    html`${whatIsErased(context, attachment)}
      <p>${context.t.post.erasure.remains}</p>
      <p class="label">${context.t.post.erasure.reason}</p>
      ${paragraphs(reason)}`,
  next: ({ base }) => `${base}/organisation`,
});
