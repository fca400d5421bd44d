import { canonicalBytes } from '../../../base/json.ts';
import type { Text } from '../../../charter/texts/state.ts';
import { present } from '../../../charter/texts/texts.ts';
import { type Aligned, alignedWith } from '../../../charter/texts/translations.ts';
import { type Html, html } from '../../../markup/html.ts';
import { defineForm } from '../../act/act-form.ts';
import type { Context } from '../../kit/context.ts';
import type { Fields } from '../../kit/fields.ts';
import { alignedTable, originalSince, renderingState, whose } from '../parts/aligned.ts';
import { bilingualOf } from '../parts/bilingual.ts';
import { clauseNames, longName } from '../parts/clause-names.ts';
import { type FormState, hidden, lineInput } from '../../kit/controls.ts';
import { inLanguage, languageTag, languageText } from '../../kit/languages.ts';
import { fieldProblem } from '../../kit/problem.ts';
import { emphasised } from '../../kit/prose.ts';
import { textPath } from '../parts/text-places.ts';
import { aboutText, textForm } from './text-form.ts';
import { MOST_ACT_BYTES } from '../../shared/text-limits.ts';
import { partsOf } from './translation-parts.ts';
import {
  renderingsField,
  renderingsNote,
  renderingsTrouble,
  rowsFromFile,
  shownFields,
  withRenderings,
} from './translation-file.ts';

/** Articles 11.1 and 13.3: a text in another language, written beside the original. */

interface Sheet {
  readonly text: Text;
  readonly language: string;
  readonly part: number;
  readonly parts: number;
  /** The clauses of the part, or those that a file was read into. */
  readonly rows: readonly Aligned[];
}

const alignedIn = (text: Text, language: string): readonly Aligned[] =>
  alignedWith(text, text.translations.get(language) ?? { clauses: new Map() });

/** The language asked for: one that the text is in already, as it is written there, or any that there is. */
export const languageIn = (text: Text, fields: Fields): string | null => {
  const typed = fields.text('language');
  return text.translations.has(typed) ? typed : languageTag(typed);
};

const sheetOf = (text: Text, language: string, fields: Fields): Sheet => {
  const all = alignedIn(text, language);
  const parts = partsOf(present(text).clauses);
  const unfinished = all.find(({ state }) => state === 'missing' || state === 'outdated');
  const first = Math.max(
    0,
    parts.findIndex((part) => part.some(({ id }) => id === unfinished?.clause.id)),
  );
  const asked = fields.integer('part') - 1;
  const index = parts[asked] === undefined ? first : asked;
  const ids = new Set(parts[index]?.map(({ id }) => id));
  const rows = rowsFromFile(all, fields) ?? all.filter(({ clause }) => ids.has(clause.id));
  return { text, language, part: index + 1, parts: parts.length, rows };
};

export const publishTranslation = defineForm({
  kind: 'translation.publish',
  page: (context, fields, problem) => {
    const text = context.reader.text(fields.integer('text'));
    if (text === null || !context.reader.may('text')) return null;
    const state = { context, fields, problem };
    const language = languageIn(text, fields);
    return language === null || language === text.language
      ? choosing(state, text, language)
      : writing(state, sheetOf(text, language, fields));
  },
  imports: (context, fields) => {
    const text = context.reader.text(fields.integer('text'));
    const language = text === null || !context.reader.may('text') ? null : languageIn(text, fields);
    return text === null || language === null ? null : { as: 'rendering', text: bilingualOf(text, language) };
  },
  step: (context, fields, upload) => {
    const text = context.reader.text(fields.integer('text'));
    const language = text === null ? null : languageIn(text, fields);
    if (upload?.as === 'rendering' && text !== null && language !== null)
      return withRenderings(context, fields, { text, all: alignedIn(text, language) }, upload.read);
    // A language was chosen, and nothing written yet.
    return fields.has('revision') && !fields.has('step', 'import') ? null : fields;
  },
  read: (context, fields) => {
    const text = context.reader.text(fields.integer('text'));
    const language = text === null ? null : languageIn(text, fields);
    if (text === null || language === null) return { kind: 'field', field: 'language', why: 'missing' };
    const { rows } = sheetOf(text, language, fields);
    for (const { clause, rendering } of rows) {
      const words = fields.text(`w-${clause.id}`);
      if (rendering === null || words === rendering.words || !fields.has(`w-${clause.id}`)) continue;
      // What others published since the form was opened is neither overwritten nor passed over.
      if (rendering.on.index >= fields.integer('seen'))
        return { kind: 'field', field: `w-${clause.id}`, why: 'meanwhile' };
      if (words === '') return { kind: 'field', field: `w-${clause.id}`, why: 'missing' };
    }
    const clauses = changed(rows, fields).map(({ clause }) => ({
      clause: clause.id,
      words: fields.text(`w-${clause.id}`),
    }));
    if (canonicalBytes(clauses).length > MOST_ACT_BYTES) return { kind: 'field', field: 'title', why: 'act-too-long' };
    return {
      body: { text: text.number, revision: fields.integer('revision'), language, title: fields.text('title'), clauses },
    };
  },
  summary: (context, body) => {
    const words = context.t.texts.languages;
    const clauses = context.reader.text(body.text)?.revisions[body.revision - 1]?.clauses ?? [];
    const names = clauseNames(context, clauses);
    return html`${aboutText(context, words.summary.publish(languageText(context, body.language)), body.text)}
      <p class="label">${words.summary.title}</p>
      <p class="words" ${inLanguage(body.language)}>${body.title}</p>
      ${body.clauses.length === 0 ? html`<p class="quiet">${words.summary.nothing}</p>` : ''}
      ${body.clauses.map(
        ({ clause, words: rendered }) =>
          html`<p class="label">${longName(names, clause)}</p>
            <p class="words" ${inLanguage(body.language)}>${emphasised(rendered)}</p>`,
      )}`;
  },
  next: (context, { text, language }) => `${textPath(context, { number: text }, 'languages')}/${language}`,
});

/** Those whose words are new, or are said to render the clause as it stands now. */
const changed = (rows: readonly Aligned[], fields: Fields): readonly Aligned[] =>
  rows.filter(({ clause, rendering, state }) => {
    const words = fields.text(`w-${clause.id}`);
    return words !== '' && (words !== rendering?.words || (state === 'outdated' && fields.has(`still-${clause.id}`)));
  });

const choosing = (state: FormState, text: Text, chosen: string | null): Html => {
  const { context, fields } = state;
  const words = context.t.texts.languages.form;
  const offered = (context.reader.charter()?.charter.languages ?? []).filter((tag) => tag !== text.language);
  const typed = fields.text('language');
  return textForm(state, {
    kind: 'translation.publish',
    text,
    silent: true,
    lede: words.choose,
    fields: html`${lineInput(state, {
        name: 'language',
        label: words.language,
        hint: html`${words.chooseHint}
        ${typed === '' ? '' : html`<strong>${chosen === null ? words.problem.tag : words.problem.original}</strong>`}`,
        max: 35,
      })}
      ${
        offered.length === 0
          ? ''
          : html`<ul>
              ${offered.map((tag) => html`<li><a href="?text=${text.number}&language=${tag}">${languageText(context, tag)}</a> (${tag})</li>`)}
            </ul>`
      }
      <p class="actions"><button>${words.next}</button></p>`,
  });
};

const writing = (state: FormState, sheet: Sheet): Html => {
  const { context, fields } = state;
  const { text, language, rows } = sheet;
  const words = context.t.texts.languages.form;
  const name = languageText(context, language);
  const sent = fields.has('revision');
  const names = clauseNames(context, present(text).clauses);
  return textForm(state, {
    kind: 'translation.publish',
    text,
    width: 'wide',
    multipart: true,
    ...renderingsTrouble(context, fields),
    lede: words.lede(name),
    fields: html`${hidden('revision', text.revisions.length)} ${hidden('language', language)}
      ${hidden('part', sheet.part)} ${hidden('seen', context.reader.size)} ${shownFields(fields)}
      ${renderingsNote(fields)}
      <p class="hint">${words.marks}</p>
      ${partLinks(context, sheet)}
      ${lineInput(state, { name: 'title', label: words.title(name), initial: text.translations.get(language)?.title ?? '', max: 300, lang: language })}
      ${alignedTable(context, {
        text,
        language,
        rows,
        marks: true,
        cell: (row) =>
          area(context, {
            text,
            language,
            row,
            fields,
            sent,
            name: longName(names, row.clause.id),
            problem: problemOf(state, rows, row),
          }),
      })}
      ${renderingsField(context, fields, text, language)}`,
  });
};

/** What is wrong with the words of one clause; the act counts only those that it holds. */
const problemOf = ({ context, fields, problem }: FormState, rows: readonly Aligned[], row: Aligned): string | null => {
  const place = changed(rows, fields).indexOf(row);
  return fieldProblem(context, problem, `w-${row.clause.id}`, place < 0 ? '-' : `/body/clauses/${place}`);
};

interface Area {
  readonly text: Text;
  readonly language: string;
  readonly row: Aligned;
  readonly name: string;
  readonly fields: Fields;
  readonly sent: boolean;
  readonly problem: string | null;
}

const area = (context: Context, { text, language, row, name, fields, sent, problem }: Area): Html => {
  const words = context.t.texts.languages;
  const { clause, rendering, state } = row;
  const id = `w-${clause.id}`;
  const value = sent ? fields.text(id) : (rendering?.words ?? '');
  const meanwhile =
    sent && rendering !== null && rendering.on.index >= fields.integer('seen') && rendering.words !== value;
  const rows = Math.min(24, Math.max(2, Math.ceil(Math.max(value.length, clause.words.length) / 56)));
  const attributes = html`id="${id}" name="${id}" maxlength="8000" ${inLanguage(language)}
  ${problem === null ? '' : html`aria-invalid="true" aria-describedby="${id}-error"`}`;
  return html`<label class="visually-hidden" for="${id}">${words.form.words(name)}</label>
    <textarea rows="${rows}" ${attributes}>${value}</textarea>
    ${problem === null ? '' : html`<p class="error" id="${id}-error">${problem}</p>`}
    ${
      meanwhile
        ? html`<p class="hint">${words.form.present}</p>
            <p class="words" ${inLanguage(language)}>${rendering.words}</p>`
        : ''
    }
    <p class="state">
      ${renderingState(context, state)}${rendering === null ? '' : html` ${whose(context, rendering)}`}
    </p>
    ${
      rendering !== null && state === 'outdated'
        ? html`${originalSince(context, text, row, rendering)}
            <label class="small-choice"
              ><input
                type="checkbox"
                name="still-${clause.id}"
                value="yes"
                ${fields.has(`still-${clause.id}`) ? 'checked' : ''}
              />
              ${words.form.still}<span class="visually-hidden">: ${name}</span></label
            >`
        : ''
    }`;
};

const partLinks = (context: Context, { text, language, part, parts }: Sheet): Html | '' => {
  const words = context.t.texts.languages.form;
  if (parts === 1) return '';
  return html`<p class="hint">${words.parts}</p>
    <p class="status">
      ${Array.from({ length: parts }, (_, i) =>
        i + 1 === part
          ? html`<strong>${words.part(i + 1, parts)}</strong> `
          : html`<a href="?text=${text.number}&language=${language}&part=${i + 1}">${words.part(i + 1, parts)}</a> `,
      )}
    </p>`;
};
