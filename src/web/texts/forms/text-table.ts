import { html } from '../../../markup/html.ts';
import { toMarkdown } from '../../../text/markdown.ts';
import { termsOf } from '../../../charter/law/charter.ts';
import { defineForm } from '../../act/act-form.ts';
import type { Context } from '../../kit/context.ts';
import type { Fields } from '../../kit/fields.ts';
import { hidden } from '../../kit/controls.ts';
import { plainClauses } from '../../kit/prose.ts';
import { readTerms, termsFields } from '../../members/parts/terms-fields.ts';
import { againstInForce } from '../parts/against-in-force.ts';
import { textPath } from '../parts/text-places.ts';
import { isFirst } from '../../act/change-fields.ts';
import { type Writing, draftFields, draftIn, draftStep, draftsWaiting } from '../../act/draft-form.ts';
import { type Earlier, NOTHING_EARLIER } from '../../act/continued.ts';
import { readSource, sourceFields, sourceProblem, sourceStep, sourceTrouble } from '../../act/source.ts';
import { textForm } from './text-form.ts';

/** Article 13.2: any participant tables a text; with `kind=charter`, a new charter with its rules (5.4). */

const isCharter = (fields: Fields): boolean => fields.text('kind') === 'charter';

/** A new charter begins from the principles in force, whose clauses keep their ids. */
const earlierFor = ({ reader }: Context, fields: Fields): Earlier =>
  isCharter(fields) ? { before: reader.charter()?.charter.principles ?? [], taken: [] } : NOTHING_EARLIER;

const NEW_TEXT: Writing = { kind: 'table', text: null, revision: null };

export const tableText = defineForm({
  kind: 'text.table',
  page: (context, fields, problem) => {
    const { t, reader } = context;
    const words = t.texts.form.table;
    const inForce = reader.charter()?.charter;
    const charter = isCharter(fields);
    const earlier = earlierFor(context, fields);
    const draft = charter ? null : draftIn(context, fields, NEW_TEXT);
    const state = { context, fields, problem };
    if (charter && inForce === undefined) return null;
    return textForm(state, {
      kind: 'text.table',
      text: null,
      multipart: true,
      islands: ['text-editor'],
      lede: charter ? words.charterLede : words.lede,
      trouble: sourceTrouble(state, earlier),
      fields: html`${hidden('kind', charter ? 'charter' : 'resolution')}
      ${charter || !isFirst(fields) ? '' : draftsWaiting(context, NEW_TEXT, draft)}
      ${sourceFields(state, {
        title: draft?.title ?? '',
        body: charter ? toMarkdown({ title: null, clauses: earlier.before }, { ids: false }) : (draft?.body ?? ''),
        earlier,
        ids: draft !== null || fields.integer('draft-version') > 0,
        draft: charter ? '' : draftFields(state, NEW_TEXT, draft, { title: '', body: '' }),
      })}
      ${charter && inForce !== undefined ? termsFields(state, termsOf(inForce)) : ''}`,
    });
  },
  imports: (context, fields) => ({ as: 'text', continued: earlierFor(context, fields) }),
  step: (context, fields, upload) =>
    draftStep(context, fields, earlierFor(context, fields)) ??
    sourceStep(context, fields, earlierFor(context, fields), upload),
  read: (context, fields) => {
    const source = readSource(fields, earlierFor(context, fields));
    if (!source.ok) return sourceProblem(source.error);
    const charter = isCharter(fields);
    return {
      body: {
        kind: charter ? 'charter' : 'resolution',
        ...source.value,
        charter: charter ? readTerms(fields) : null,
        language: null,
      },
    };
  },
  summary: (context, { title, clauses, charter }) =>
    html`<p>${context.t.texts.summary.table}</p>
      <p class="words title" dir="auto"><strong>${title}</strong></p>
      ${plainClauses(context, clauses, 2)}
      ${charter === null ? '' : againstInForce(context, { title, clauses, charter })}`,
  // The receipt's entry has just tabled it: of the texts that stand now, the one from this entry.
  next: (context, _body, { index }) => {
    const text = context.reader.texts().find(({ tabled }) => tabled.index === index);
    return text === undefined ? `${context.base}/texts` : textPath(context, text);
  },
});
