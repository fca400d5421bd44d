import type { ClauseId } from '../../../base/ids.ts';
import { canonicalBytes } from '../../../base/json.ts';
import type { Result } from '../../../base/result.ts';
import type { Text } from '../../../charter/texts/state.ts';
import { present } from '../../../charter/texts/texts.ts';
import type { Aligned } from '../../../charter/texts/translations.ts';
import type { DocumentFault, NotRendered, Renderings } from '../../../conference/documents.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import type { Fields } from '../../kit/fields.ts';
import { clauseNames } from '../parts/clause-names.ts';
import { hidden } from '../../kit/controls.ts';
import { textPath } from '../parts/text-places.ts';
import { MOST_ACT_BYTES } from '../../shared/text-limits.ts';
import { withFields } from '../../act/change-fields.ts';
import { fileField, unreadBox, uploadFault } from '../../act/upload.ts';

/** A translation by way of a translator's tool: out as XLIFF, and back into the fields of the form. */

/** What the form publishes where a file was read into it: clauses of any part, by their ids. */
const SHOWN = 'shown';

/** The rows that a file was read into; `null`: none was. */
export const rowsFromFile = (all: readonly Aligned[], fields: Fields): readonly Aligned[] | null => {
  const ids = new Set(fields.all(SHOWN));
  return ids.size === 0 ? null : all.filter(({ clause }) => ids.has(clause.id));
};

export const shownFields = (fields: Fields): Html => html`${fields.all(SHOWN).map((id) => hidden(SHOWN, id))}`;

/**
 * The form with what the file renders and the text does not say yet, of all its parts: as much as one act holds, in the text's order, after what was typed. What was taken, and of
 * the rest why not, is told.
 */
export const withRenderings = (
  context: Context,
  fields: Fields,
  { text, all }: { readonly text: Text; readonly all: readonly Aligned[] },
  read: Result<Renderings, DocumentFault>,
): Fields => {
  if (!read.ok) return withFields(fields, { rendered: [], 'file-problem': unreadRenderings(context, read.error) });
  const { title, clauses, left, strangers } = read.value;
  const rendered = new Map(clauses.map(({ clause, words }) => [clause, words]));
  const isTyped = ({ clause, rendering }: Aligned): boolean => {
    const typed = fields.text(`w-${clause.id}`);
    return typed !== '' && typed !== rendering?.words;
  };
  const isNew = ({ clause, rendering, state }: Aligned): boolean => {
    const words = rendered.get(clause.id);
    return words !== undefined && (words !== rendering?.words || state === 'outdated');
  };
  const wanted = all.filter(isNew);
  const own = all.filter((row) => isTyped(row) && !wanted.includes(row));
  const shown = firstThatFit([...own, ...wanted], (id) => rendered.get(id) ?? fields.text(`w-${id}`));
  const taken = shown.filter(isNew);
  const names = clauseNames(context, present(text).clauses);
  const words = context.t.texts.upload;
  const why = (kind: NotRendered): readonly string[] => {
    const ids = left.filter((one) => one.why === kind).map(({ clause }) => names.get(clause)?.short ?? clause);
    return ids.length === 0 ? [] : [words.left[kind](ids.slice(0, MOST_NAMED).join(', '), ids.length - MOST_NAMED)];
  };
  const count = (n: number, sentence: (n: number) => string): readonly string[] => (n === 0 ? [] : [sentence(n)]);
  return withFields(fields, {
    'file-problem': [],
    rendered: [
      words.rendered(taken.length),
      ...(title === null ? [] : [words.renderedTitle]),
      ...count(clauses.length - wanted.length, words.renderedAlready),
      ...count(wanted.length - taken.length, words.renderedLater),
      ...why('unfinished'),
      ...why('outdated'),
      ...why('missing'),
      ...count(strangers, words.strangers),
    ],
    ...(title === null ? {} : { title }),
    ...(taken.length === 0 ? {} : { [SHOWN]: shown.map(({ clause }) => clause.id) }),
    ...Object.fromEntries(taken.map(({ clause }) => [`w-${clause.id}`, rendered.get(clause.id) ?? ''])),
    ...Object.fromEntries(
      taken.flatMap(({ clause, rendering }) =>
        rendering?.words === rendered.get(clause.id) ? [[`still-${clause.id}`, 'yes']] : [],
      ),
    ),
  });
};

const unreadRenderings = (context: Context, fault: DocumentFault): string =>
  fault.kind === 'unknown-format' ? context.t.texts.upload.noXliff : uploadFault(context, fault);

/** The most clauses that a sentence about what was not taken names. */
const MOST_NAMED = 40;

/** The first of the rows that one act holds. */
const firstThatFit = (rows: readonly Aligned[], wordsOf: (id: ClauseId) => string): readonly Aligned[] => {
  let bytes = 2;
  const end = rows.findIndex(({ clause }) => {
    bytes += canonicalBytes({ clause: clause.id, words: wordsOf(clause.id) }).length + 1;
    return bytes > MOST_ACT_BYTES;
  });
  return end < 0 ? rows : rows.slice(0, end);
};

export const renderingsTrouble = (context: Context, fields: Fields): { readonly trouble?: Html } => {
  const box = unreadBox(context, fields);
  return box === null ? {} : { trouble: box };
};

export const renderingsNote = (fields: Fields): Html | '' =>
  fields.has('rendered')
    ? html`<div role="status">
        ${fields.all('rendered').map((sentence, i) => html`<p>${i === 0 ? '✓ ' : ''}${sentence}</p>`)}
      </div>`
    : '';

/** Below the form: the file to take, and the field to bring it back in. */
export const renderingsField = (context: Context, fields: Fields, text: Text, language: string): Html => {
  const words = context.t.texts.upload;
  return html`<details ${fields.text('file-problem') === '' ? '' : 'open'}>
    <summary>${words.tools}</summary>
    <p>
      <a href="${textPath(context, text, 'languages')}/${language}.xlf">${words.xliff}</a> ·
      <a href="${textPath(context, text, 'languages')}/${language}.v1.xlf">${words.xliff1}</a>
    </p>
    ${fileField(words.xliffBack, words.xliffHint, '.xlf,.xliff,application/xliff+xml')}
    <p class="actions"><button class="second" name="step" value="import" formnovalidate>${words.xliffRead}</button></p>
  </details>`;
};
