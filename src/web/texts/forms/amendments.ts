import { fitLine } from '../../../base/fit.ts';
import type { Text } from '../../../charter/texts/state.ts';
import { present } from '../../../charter/texts/texts.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { ActForm } from '../../act/act-form.ts';
import type { Context } from '../../kit/context.ts';
import type { Fields } from '../../kit/fields.ts';
import { hidden } from '../../kit/controls.ts';
import { textPath } from '../parts/text-places.ts';
import { editPage, editStep, isEdit } from './amend-in-place.ts';
import { proposeToAmendment } from './amendment.ts';
import { withFields } from '../../act/change-fields.ts';
import { foundBox, foundIn } from '../../act/found-in-file.ts';
import { earlierOf } from './take-in.ts';
import { textForm } from './text-form.ts';
import { offeredIn, offers, textIn } from './offers.ts';
import { trackedIn } from './tracked.ts';
import { type Upload, fileField, unreadBox, uploadFault } from '../../act/upload.ts';

/** Article 13.2: several amendments in one act, each standing on its own: the tracked changes of a file, or what an edit comes to. */

/** The file, and below it the amendments that its changes come to. */
const filePage: ActForm['page'] = (context, fields, problem) => {
  const text = textIn(context, fields);
  if (text === null) return null;
  const state = { context, fields, problem };
  const offered = offeredIn(fields);
  const unread = unreadBox(context, fields);
  const words = context.t.texts.upload;
  return textForm(state, {
    kind: 'amendments.propose',
    text,
    multipart: true,
    silent: offered.length === 0,
    lede: html`${words.lede} <a href="${textPath(context, text)}.docx">${words.take}</a>`,
    ...(unread === null ? {} : { trouble: unread }),
    fields: html`${hidden('revision', text.revisions.length)} ${foundBox(context, fields, (names) => words.by(names))}
    ${notes(context, fields)} ${offered.length === 0 ? '' : offers(state, present(text).clauses, offered)}
    ${offered.length === 0 ? readFile(context) : anotherFile(context)}`,
  });
};

const readFile = ({ t }: Context): Html =>
  html`${fileField(t.texts.upload.choose, t.texts.upload.hint)}
    <p class="actions"><button name="step" value="import" formnovalidate>${t.texts.upload.show}</button></p>`;

const anotherFile = (context: Context): Html =>
  html`<details>
    <summary>${context.t.texts.upload.another}</summary>
    ${readFile(context)}
  </details>`;

/** With `to` it proposes a sub-amendment, typed; with `way=edit` what an edit of the text comes to; else what a file holds. */
export const proposeAmendments: ActForm = {
  ...proposeToAmendment,
  imports: (context, fields) => {
    const text = textIn(context, fields);
    return text === null ? null : { as: 'text', continued: earlierOf(text) };
  },
  page: (context, fields, problem) => {
    if (fields.has('to')) return proposeToAmendment.page(context, fields, problem);
    return (isEdit(fields) ? editPage : filePage)(context, fields, problem);
  },
  step: (context, fields, upload) => {
    const text = textIn(context, fields);
    if (text === null || fields.has('to')) return null;
    if (isEdit(fields)) return editStep(context, text, fields);
    if (upload?.as === 'text') return withUpload(context, text, fields, upload.read);
    return fields.has('step', 'import') || offeredIn(fields).length === 0 ? fields : null;
  },
  read: (context, fields) => {
    if (fields.has('to')) return proposeToAmendment.read(context, fields);
    const common = fields.text('reason');
    const amendments = offeredIn(fields).flatMap(({ change, credit }, i) =>
      fields.has('take', `${i}`)
        ? [{ change, reason: fields.text(`reason-${i}`) || common, to: null, credit: credit === '' ? null : credit }]
        : [],
    );
    return { body: { text: fields.integer('text'), revision: fields.integer('revision'), amendments } };
  },
};

type TextUpload = Extract<Upload, { readonly as: 'text' }>['read'];

const withUpload = (context: Context, text: Text, fields: Fields, read: TextUpload): Fields => {
  const bare = { offer: [], take: [], found: [], 'file-problem': [], unfit: [], untracked: [], nothing: [] };
  if (!read.ok) return withFields(fields, { ...bare, 'file-problem': uploadFault(context, read.error) });
  const { amendments, unfit, untracked } = trackedIn(text, read.value);
  return withFields(fields, {
    ...bare,
    found: foundIn(read.value),
    offer: amendments.map(({ change, credit }) => JSON.stringify({ change, credit: creditOf(credit) })),
    take: amendments.map((_, i) => `${i}`),
    unfit: unfit === 0 ? [] : `${unfit}`,
    untracked: untracked === 0 ? [] : `${untracked}`,
    nothing: amendments.length === 0 ? 'yes' : [],
  });
};

/** A name as the record takes it: one line, at most 120 characters. */
const creditOf = (name: string): string => fitLine(fitLine(name).slice(0, 120));

/** What became of the changes that are not offered. */
const notes = ({ t }: Context, fields: Fields): Html => {
  const words = t.texts.upload;
  const count = (name: string): number => (fields.has(name) ? fields.integer(name) : 0);
  return html`${fields.has('nothing') ? html`<p class="error">${words.nothing}</p>` : ''}
  ${count('unfit') > 0 ? html`<p>! ${words.unfit(count('unfit'))}</p>` : ''}
  ${count('untracked') > 0 ? html`<p>! ${words.untracked(count('untracked'))}</p>` : ''}`;
};
