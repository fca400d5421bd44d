import type { Text } from '../../../charter/texts/state.ts';
import { present } from '../../../charter/texts/texts.ts';
import { type Aligned, alignedWith } from '../../../charter/texts/translations.ts';
import { type Html, html } from '../../../markup/html.ts';
import { defineForm } from '../../act/act-form.ts';
import { alignedTable, renderedCell } from '../parts/aligned.ts';
import { clauseNames, longName } from '../parts/clause-names.ts';
import { hidden } from '../../kit/controls.ts';
import { inLanguage, languageText } from '../../kit/languages.ts';
import { emphasised } from '../../kit/prose.ts';
import { textPath } from '../parts/text-places.ts';
import { aboutText, textForm } from './text-form.ts';
import { languageIn } from './translation-publish.ts';

/** Article 13.3: another organisation than the one that rendered them compares clauses with the original. */

const drafts = (text: Text, language: string): readonly Aligned[] =>
  alignedWith(text, text.translations.get(language) ?? { clauses: new Map() }).filter(({ state }) => state === 'draft');

export const checkTranslation = defineForm({
  kind: 'translation.check',
  page: (context, fields, problem) => {
    const text = context.reader.text(fields.integer('text'));
    const language = text === null ? null : languageIn(text, fields);
    if (text === null || language === null || !context.reader.may('text')) return null;
    const words = context.t.texts.languages.form;
    const all = drafts(text, language);
    const rows = all.filter(({ rendering }) => rendering?.by !== context.me?.organisation.id);
    const own = all.length - rows.length;
    const names = clauseNames(context, present(text).clauses);
    const box = ({ clause }: Aligned): Html =>
      html`<label class="small-choice"
        ><input
          type="checkbox"
          name="clauses"
          value="${clause.id}"
          ${fields.has('clauses', clause.id) ? 'checked' : ''}
        />${words.right(longName(names, clause.id))}</label
      >`;
    return textForm(
      { context, fields, problem },
      {
        kind: 'translation.check',
        text,
        width: 'wide',
        silent: rows.length === 0,
        lede: words.checkLede(languageText(context, language)),
        fields: html`${hidden('revision', text.revisions.length)} ${hidden('language', language)}
        ${hidden('seen', context.reader.size)} ${own === 0 ? '' : html`<p class="hint">${words.checkOwn(own)}</p>`}
        ${
          rows.length === 0
            ? html`<p class="empty">${words.checkNothing}</p>`
            : alignedTable(context, {
                text,
                language,
                rows,
                cell: (row) => html`${renderedCell(context, text, language, row)} ${box(row)}`,
              })
        }`,
      },
    );
  },
  read: (context, fields) => {
    const text = context.reader.text(fields.integer('text'));
    const language = text === null ? null : languageIn(text, fields);
    if (text === null || language === null) return { kind: 'field', field: 'language', why: 'missing' };
    const clauses = fields.all('clauses');
    const held = text.translations.get(language)?.clauses;
    // Words that were published after the form was opened are not those that were compared.
    const unread = [...(held ?? [])].some(([id, { on }]) => clauses.includes(id) && on.index >= fields.integer('seen'));
    if (unread) return { kind: 'field', field: 'clauses', why: 'meanwhile' };
    return { body: { text: text.number, revision: fields.integer('revision'), language, clauses } };
  },
  summary: (context, { text: number, revision, language, clauses }) => {
    const text = context.reader.text(number);
    const names = clauseNames(context, text?.revisions[revision - 1]?.clauses ?? []);
    const held = text?.translations.get(language)?.clauses;
    return html`${aboutText(context, context.t.texts.languages.summary.check(languageText(context, language)), number)}
    ${clauses.map((clause) => named(longName(names, clause), language, held?.get(clause)?.words))}`;
  },
  next: (context, { text, language }) => `${textPath(context, { number: text }, 'languages')}/${language}`,
});

const named = (name: string, language: string, words: string | undefined): Html =>
  html`<p class="label">${name}</p>
    ${words === undefined ? '' : html`<p class="words" ${inLanguage(language)}>${emphasised(words)}</p>`}`;
