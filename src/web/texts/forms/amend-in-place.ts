import type { Text } from '../../../charter/texts/state.ts';
import { present } from '../../../charter/texts/texts.ts';
import { html } from '../../../markup/html.ts';
import { changesBetween } from '../../../text/derive.ts';
import type { ActForm } from '../../act/act-form.ts';
import type { Context } from '../../kit/context.ts';
import type { Fields } from '../../kit/fields.ts';
import { hidden } from '../../kit/controls.ts';
import { bodyOf } from '../../shared/typed-source.ts';
import { isFirst, withFields } from '../../act/change-fields.ts';
import { type Writing, draftFields, draftIn, draftStep, draftsWaiting } from '../../act/draft-form.ts';
import { offeredIn, offers, textIn } from './offers.ts';
import { carriedNotice, carriedOver } from './rebase.ts';
import { editorField, readSource, sourceTrouble } from '../../act/source.ts';
import { earlierOf } from './take-in.ts';
import { textForm } from './text-form.ts';
import type { Tracked } from './tracked.ts';

/** Article 13.2: amendments written by editing the text in place; the fewest that the edit comes to are proposed. */

export const isEdit = (fields: Fields): boolean => fields.has('way', 'edit');

const writingOf = (text: Text): Writing => ({ kind: 'amend', text: text.number, revision: text.revisions.length });

/** The amendments that the edit comes to; `null` where the text cannot be read. */
const derived = (text: Text, fields: Fields): readonly Tracked[] | null => {
  const read = readSource(fields, earlierOf(text));
  if (!read.ok) return null;
  return changesBetween(present(text).clauses, read.value.clauses).map((change) => ({ change, credit: '' }));
};

/** The text to be edited, and below it, once they were asked for, the amendments. */
export const editPage: ActForm['page'] = (context, fields, problem) => {
  const text = textIn(context, fields);
  if (text === null) return null;
  const writing = writingOf(text);
  const draft = draftIn(context, fields, writing);
  const carried = carriedOver(text, fields, draft);
  const state = { context, fields: carried, problem };
  const words = context.t.texts.form.edit;
  const { title, clauses } = present(text);
  const body = bodyOf(clauses);
  const offered = offeredIn(carried);
  // The page lands where the amendments are; where the text cannot be read, at its head, which says why.
  const isDerived = offered.length > 0 || carried.has('unchanged');
  return textForm(state, {
    kind: 'amendments.propose',
    text,
    islands: ['text-editor'],
    silent: offered.length === 0,
    lede: words.lede,
    trouble: sourceTrouble(state, earlierOf(text)),
    fields: html`${hidden('way', 'edit')} ${carriedNotice(context, carried)}
      ${isFirst(fields) ? draftsWaiting(context, writing, draft) : ''}
      ${editorField(state, {
        body,
        ids: true,
        sent: 'none',
        draft: html`${hidden('revision', text.revisions.length)} ${hidden('title', title)}
        ${draftFields(state, writing, draft, { title, body })}`,
      })}
      <p class="actions">
        <button
          class="${offered.length === 0 ? '' : 'second'}"
          name="step"
          value="derive"
          formaction="${context.base}/do/amendments.propose#derived"
          formnovalidate
        >
          ${words.derive}
        </button>
      </p>
      <div ${isDerived ? html`id="derived" tabindex="-1"` : ''}>
        ${carried.has('unchanged') ? html`<p class="error" role="status">${words.unchanged}</p>` : ''}
        ${carried.has('renewed') ? html`<p role="status">${words.renewed}</p>` : ''}
        ${offered.length === 0 ? '' : offers(state, clauses, offered)}
      </div>`,
  });
};

/**
 * Shows what the edit comes to: when it is asked for, and in place of sending amendments that the text above them does not
 * come to any more. Reasons, and what is left out, stay with their changes.
 */
export const editStep = (context: Context, text: Text, fields: Fields): Fields | null => {
  const drafted = draftStep(context, fields, earlierOf(text));
  if (drafted !== null) return drafted;
  // Carried over first: what was written on another revision says nothing about this one.
  const asked = fields.has('step', 'derive');
  const present = carriedOver(text, fields, null);
  const now = derived(text, present);
  if (now === null) return withFields(present, { step: 'preview' });
  const [key, old] = [(one: Tracked): string => JSON.stringify(one.change), offeredIn(fields)];
  const places = new Map(old.map((one, i) => [key(one), i]));
  const same = old.length === now.length && now.every((one) => places.has(key(one)));
  if (!asked && same && now.length > 0) return null;
  const left = (one: Tracked): boolean => places.has(key(one)) && !fields.has('take', `${places.get(key(one))}`);
  const reasons = now.map(
    (one, i) => [`reason-${i}`, fields.text(`reason-${places.get(key(one)) ?? 'none'}`)] as const,
  );
  return withFields(present, {
    ...Object.fromEntries(old.map((_, i) => [`reason-${i}`, []])),
    ...Object.fromEntries(reasons),
    offer: now.map((one) => JSON.stringify(one)),
    take: now.flatMap((one, i) => (left(one) ? [] : [`${i}`])),
    unchanged: now.length === 0 ? 'yes' : [],
    renewed: !asked && now.length > 0 ? 'yes' : [],
  });
};
