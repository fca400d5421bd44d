import { html } from '../../../markup/html.ts';
import { quoted, sentence, theirs } from '../../kit/theirs.ts';
import { present } from '../../../charter/texts/texts.ts';
import { type ActForm, defineForm } from '../../act/act-form.ts';
import { aboutText } from '../pages/all-observations.ts';
import { clauseNames, firstWords, longName } from '../parts/clause-names.ts';
import { choices, hidden, textArea } from '../../kit/controls.ts';
import { page } from '../../kit/layout.ts';
import { problemBox } from '../../kit/problem.ts';
import { paragraphs } from '../../kit/prose.ts';

/** Chapter 8 on a page: a clarification, a particular view or a disagreement, on the whole or on clauses. */

const KINDS = ['clarification', 'view', 'disagreement'] as const;

const make = defineForm({
  kind: 'observation.make',
  page: (context, fields, problem) => {
    const text = context.reader.text(fields.integer('text'));
    if (text === null) return null;
    const { t, base } = context;
    const words = t.workspace.observations;
    const state = { context, fields, problem };
    const { clauses, hash, title } = present(text);
    const names = clauseNames(context, clauses);
    return page(context, {
      title: words.make,
      width: 'narrow',
      body: html`<p class="symbol">${t.common.article('8')}</p>
        <h1>${words.make}</h1>
        <p>${words.on} <a href="${base}/texts/${text.number}">${theirs(title)}</a></p>
        ${problemBox(context, problem)}
        <form method="post" action="${base}/do/observation.make">
          ${hidden('text', text.number)} ${hidden('version', fields.text('version') || hash)}
          ${choices(state, {
            name: 'kind',
            legend: words.form.kind,
            type: 'radio',
            initial: ['clarification'],
            options: KINDS.map((kind) => ({ value: kind, label: words.kind[kind], hint: words.kindHint[kind] })),
          })}
          ${textArea(state, { name: 'words', label: words.form.words, hint: words.form.wordsHint, rows: 8, max: 16_000 })}
          <details ${fields.has('clause') ? 'open' : ''}>
            <summary>${words.form.about}</summary>
            ${choices(state, {
              name: 'clause',
              pointer: '/body/clauses',
              legend: html`<span class="visually-hidden">${words.form.about}</span>`,
              hint: words.form.aboutHint,
              type: 'checkbox',
              initial: [],
              options: clauses
                .filter((clause) => clause.kind !== 'heading')
                .map((clause) => ({
                  value: clause.id,
                  label: html`${longName(names, clause.id)}: ${quoted(firstWords(clause.words))}`,
                })),
            })}
          </details>
          <label class="choice"
            ><input
              type="checkbox"
              name="public"
              value="yes"
              ${fields.has('public') ? 'checked' : ''}
            />${words.form.public}</label
          >
          <p class="actions"><button>${t.acts.review}</button></p>
        </form>`,
    });
  },
  read: (_context, fields) => ({
    body: {
      text: fields.integer('text'),
      version: fields.text('version'),
      kind: fields.text('kind'),
      clauses: fields.all('clause'),
      words: fields.text('words'),
      public: fields.has('public'),
    },
  }),
  summary: (context, body) => {
    const words = context.t.workspace.observations;
    const text = context.reader.text(body.text);
    const others = context.reader.participants().length - 1;
    return html`<p>
        <strong
          >${sentence((title) => words.willBe(words.kind[body.kind], title), theirs(text === null ? '' : present(text).title))}</strong
        >
        (${body.public ? words.isPublic : words.forMembers})
      </p>
      <p>${aboutText(context, body)} ${words.toAll(others)}</p>
      ${paragraphs(body.words)}`;
  },
  next: (context, body) => `${context.base}/texts/${body.text}`,
});

export const observationForms: readonly ActForm[] = [make];
