import { html } from 'hono/html';
import type { Result } from '../../base/result.ts';
import type { Text } from '../../charter/state.ts';
import type { DocumentFault, Renderings } from '../../conference/documents.ts';
import type { Html } from '../act-form.ts';
import type { Context } from '../context.ts';
import type { Fields } from '../fields.ts';
import { textPath } from '../parts/text-head.ts';
import { withFields } from './change-fields.ts';
import { fileField, unreadBox, uploadFault } from './upload.ts';

/** A translation by way of a translator's tool: out as XLIFF, and back into the fields of the form. */

/** The form with what the file renders. What renders earlier words of the original is left out, and that is said. */
export const withRenderings = (context: Context, fields: Fields, read: Result<Renderings, DocumentFault>): Fields => {
  const language = fields.text('language');
  const fault: DocumentFault | null = !read.ok
    ? read.error
    : read.value.target === language
      ? null
      : { kind: 'other-languages' };
  if (!read.ok || fault !== null)
    return withFields(fields, { rendered: [], 'file-problem': fault === null ? [] : uploadFault(context, fault) });
  const { title, clauses, strangers } = read.value;
  const fresh = clauses.filter(({ outdated, state }) => !outdated && state !== 'initial');
  const words = context.t.texts.upload;
  const left = clauses.length - fresh.length + strangers;
  return withFields(fields, {
    'file-problem': [],
    rendered: [words.rendered(fresh.length), ...(left === 0 ? [] : [words.notRendered(left)])].join(' '),
    ...(title === null ? {} : { title }),
    ...Object.fromEntries(fresh.map(({ clause, words }) => [`w-${clause}`, words])),
  });
};

export const renderingsTrouble = (context: Context, fields: Fields): { readonly trouble?: Html } => {
  const box = unreadBox(context, fields);
  return box === null ? {} : { trouble: box };
};

export const renderingsNote = (fields: Fields): Html | '' =>
  fields.has('rendered') ? (html`<p role="status">✓ ${fields.text('rendered')}</p>` as Html) : '';

/** Below the form: the file to take, and the field to bring it back in. */
export const renderingsField = (context: Context, text: Text, language: string): Html => {
  const words = context.t.texts.upload;
  return html`<details>
    <summary>${words.tools}</summary>
    <p><a href="${textPath(context, text, 'languages')}/${language}.xlf">${words.xliff}</a></p>
    ${fileField(words.xliffBack, words.xliffHint, '.xlf,.xliff,application/xliff+xml')}
    <p class="actions"><button class="second" name="step" value="import" formnovalidate>${words.xliffRead}</button></p>
  </details>` as Html;
};
