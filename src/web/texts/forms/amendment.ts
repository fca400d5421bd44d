import type { Amendment, Text } from '../../../charter/texts/state.ts';
import { present } from '../../../charter/texts/texts.ts';
import { type Html, html } from '../../../markup/html.ts';
import { clauseOf } from '../../../text/change-parts.ts';
import type { Clause } from '../../../text/clause.ts';
import { defineForm } from '../../act/act-form.ts';
import type { Context } from '../../kit/context.ts';
import type { Fields } from '../../kit/fields.ts';
import { amendmentWords, changeTitle, changeWords, whatOf } from '../parts/change.ts';
import { clauseNames, firstWords, longName } from '../parts/clause-names.ts';
import { type FormState, hidden, textArea } from '../../kit/controls.ts';
import { emphasised, paragraphs } from '../../kit/prose.ts';
import { textPath } from '../parts/text-places.ts';
import { BEGINNING, readChange } from './amendment-change.ts';
import { additionFields, whatFields } from './amendment-fields.ts';
import { withInitial } from '../../act/change-fields.ts';
import { aboutText, textForm } from './text-form.ts';

/** Article 13.2: any participant proposes to change a clause, to delete or move it, or to add one; or other words for an amendment. */

export const proposeAmendment = defineForm({
  kind: 'amendment.propose',
  page: (context, fields, problem) => {
    const text = context.reader.text(fields.integer('text'));
    if (text === null || !context.reader.may('text')) return null;
    const words = context.t.texts.form.amendment;
    const clause = present(text).clauses.find(({ id }) => id === fields.text('clause'));
    const begins = fields.text('clause') === BEGINNING;
    if (clause === undefined && !begins) return chooseClause({ context, fields, problem }, text);
    const state = { context, problem, fields: withInitial(fields, { what: begins ? 'add' : 'replace' }) };
    return textForm(state, {
      kind: 'amendment.propose',
      text,
      lede: words.lede,
      fields: html`${hidden('revision', text.revisions.length)} ${hidden('clause', clause?.id ?? BEGINNING)}
      ${
        clause === undefined
          ? html`${hidden('what', 'add')}
              <p class="label">${words.addFirst}</p>
              ${additionFields(state, { kind: 'preambular' })}`
          : html`${presentClause(context, text, clause)} ${whatFields(state, text, clause)}`
      }
      ${textArea(state, { name: 'reason', label: context.t.texts.form.reason, max: 4000 })}`,
    });
  },
  read: (context, fields) => {
    const text = context.reader.text(fields.integer('text'));
    if (text === null) return { kind: 'field', field: 'text', why: 'missing' };
    return {
      body: {
        text: text.number,
        revision: fields.integer('revision'),
        change: readChange(text, fields),
        reason: fields.text('reason'),
      },
    };
  },
  summary: (context, { text: number, revision, change, reason }) => {
    const text = context.reader.text(number);
    const clauses = text?.revisions[revision - 1]?.clauses ?? [];
    return html`${aboutText(context, context.t.texts.summary.amendment, number)}
      <p class="label">${changeTitle(context, clauses, change)}</p>
      ${changeWords(context, clauses, change)}
      <p class="label">${context.t.texts.form.reason}</p>
      ${paragraphs(reason)}`;
  },
  next: (context, { text }) => textPath(context, { number: text }, 'amendments'),
});

/** The open amendment that another would replace. */
const parentIn = (text: Text | null, fields: Fields): Amendment | undefined =>
  text?.amendments.find(({ number, fate }) => `${number}` === fields.text('to') && fate.kind === 'open');

/** A sub-amendment: other words in the place of an open amendment. */
export const proposeToAmendment = defineForm({
  kind: 'amendments.propose',
  page: (context, fields, problem) => {
    const text = context.reader.text(fields.integer('text'));
    const parent = parentIn(text, fields);
    if (text === null || parent === undefined || !context.reader.may('text')) return null;
    const words = context.t.texts;
    const { number } = parent;
    const [change] = parent.current;
    if (change === undefined) return null;
    const place = clauseOf(change);
    const clause = change.kind === 'add' ? undefined : present(text).clauses.find(({ id }) => id === place);
    const state = { context, problem, fields: withInitial(fields, { what: change.kind }) };
    return textForm(state, {
      kind: 'amendments.propose',
      text,
      lede: words.form.amendment.subLede(number),
      fields: html`${hidden('revision', text.revisions.length)} ${hidden('to', number)}
        ${hidden('clause', place ?? BEGINNING)}
        <section class="panel">
          <h2>${words.amendments.number(number)}: ${whatOf(context, text, parent)}</h2>
          ${amendmentWords(context, text, parent)}
        </section>
        ${
          change.kind === 'add'
            ? html`${hidden('what', 'add')} ${additionFields(state, change.clause, change.clause)}`
            : clause === undefined
              ? ''
              : whatFields(state, text, clause, change)
        }
        ${textArea(state, { name: 'reason', label: words.form.reason, max: 4000 })}`,
    });
  },
  read: (context, fields) => {
    const text = context.reader.text(fields.integer('text'));
    if (text === null) return { kind: 'field', field: 'text', why: 'missing' };
    const [reason, to] = [fields.text('reason'), fields.integer('to')];
    const amendments = [{ change: readChange(text, fields), reason, to, credit: null }];
    return { body: { text: text.number, revision: fields.integer('revision'), amendments } };
  },
  summary: (context, { text: number, revision, amendments }) => {
    const words = context.t.texts;
    const clauses = context.reader.text(number)?.revisions[revision - 1]?.clauses ?? [];
    return html`${aboutText(context, words.summary.amendments(amendments.length), number)}
    ${amendments.map(
      ({ change, reason, to, credit }) =>
        html`<section class="proposed">
          <p class="label">${changeTitle(context, clauses, change)}</p>
          ${to === null ? '' : html`<p>${words.summary.inPlaceOf(to)}</p>`}
          ${credit === null ? '' : html`<p><bdi>${words.amendments.credit(credit)}</bdi></p>`}
          ${changeWords(context, clauses, change)}
          <p class="label">${words.form.reason}</p>
          ${paragraphs(reason)}
        </section>`,
    )}`;
  },
  next: (context, { text }) => textPath(context, { number: text }, 'amendments'),
});

/** Which clause the amendment is to; the first step where none was named. */
const chooseClause = (state: FormState, text: Text): Html => {
  const { context } = state;
  const words = context.t.texts.form.amendment;
  const { clauses } = present(text);
  const names = clauseNames(context, clauses);
  const link = (clause: string): string => `${context.base}/do/amendment.propose?text=${text.number}&clause=${clause}`;
  return textForm(state, {
    kind: 'amendment.propose',
    text,
    silent: true,
    lede: words.choose,
    fields: html`<ul class="rows">
      <li><a href="${link(BEGINNING)}">${words.addFirst}</a></li>
      ${clauses.map(
        ({ id, words: own }) =>
          html`<li>
            <a href="${link(id)}">${longName(names, id)}</a> <span class="why" dir="auto">${firstWords(own, 140)}</span>
          </li>`,
      )}
    </ul>`,
  });
};

const presentClause = (context: Context, text: Text, clause: Clause): Html => {
  const names = clauseNames(context, present(text).clauses);
  return html`<section class="panel">
    <h2>${longName(names, clause.id)}</h2>
    <p class="words" dir="auto">${emphasised(clause.words)}</p>
  </section>`;
};
