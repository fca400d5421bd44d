import { type Html, html } from '../../../markup/html.ts';
import { theirs } from '../../kit/theirs.ts';
import type { LetterKind } from '../../../charter/group/state.ts';
import { defineForm } from '../../act/act-form.ts';
import { type Context, type Me, serves } from '../../kit/context.ts';
import type { Fields } from '../../kit/fields.ts';
import { circulatedTitle } from '../parts/circulated.ts';
import { type FormState, choices, hidden, lineInput, select, textArea } from '../../kit/controls.ts';
import { fileList } from '../../kit/file-list.ts';
import { inLanguage, languageText } from '../../kit/languages.ts';
import { languageFields, languageIn } from '../../act/language-field.ts';
import { attach } from '../../act/new-act.ts';
import { paragraphs } from '../../kit/prose.ts';
import { MOST_FILES, filesField, readFiles } from '../../act/files.ts';
import { formPage } from '../../act/form-page.ts';
import { listName, listShown, listValue, listsFor } from './list.ts';

/** Article 9.2: sending a letter or a circular, or registering one that came in or went out. */

const KINDS = ['letter', 'circular', 'in', 'out'] as const satisfies readonly LetterKind[];

/** Whether somebody from outside wrote it, or it went to them. */
const isOfOutside = (kind: string): boolean => kind === 'in' || kind === 'out';

/** The most UTF-16 units of a letter's words. */
const MOST_WORDS = 16_000;

/** The button that only shows who is on the list. */
const WHO = 'who';

/** The list that was chosen; `null`: nobody is on it any more, and to nobody else it goes instead. */
const chosenList = (context: Context, me: Me, fields: Fields) => {
  const asked = fields.text('list');
  const lists = listsFor(context, me, asked);
  const chosen = lists.find((list) => listValue(list) === asked);
  return chosen ?? (asked === '' ? (lists[0] ?? { kind: 'participants' as const }) : null);
};

const fieldsOf = (state: FormState, me: Me): Html => {
  const { context, fields } = state;
  const words = context.t.post.forms.send;
  const lists = listsFor(context, me, fields.text('list'));
  const chosen = chosenList(context, me, fields);
  const answers = fields.integer('answers');
  const answered = context.reader.circulation(answers);
  return html`${
      answered === null
        ? ''
        : html`${hidden('answers', answers)}
            <p>${words.answering}: <strong>${theirs(circulatedTitle(context, answered.what))}</strong></p>`
    }
    ${
      serves(context)
        ? html`${choices(state, {
              name: 'kind',
              type: 'radio',
              legend: words.what,
              initial: ['letter'],
              options: KINDS.map((kind) => ({ value: kind, label: words.kind[kind], hint: words.kindHint[kind] })),
            })}
            <div class="of-outside">
              ${lineInput(state, { name: 'correspondent', label: words.correspondent, hint: words.correspondentHint, max: 200, unmarked: true })}
            </div>`
        : hidden('kind', 'letter')
    }
    ${select(state, {
      name: 'list',
      label: words.list,
      hint: words.listHint,
      options: lists.map((list) => [listValue(list), listName(context, list)]),
    })}
    ${chosen === null ? html`<p class="error">${words.nobodyLeft}</p>` : listShown(context, chosen, me.organisation.id)}
    <p><button class="second" name="step" value="${WHO}" formnovalidate>${words.who}</button></p>
    ${lineInput(state, { name: 'subject', label: words.subject, hint: words.subjectHint, max: 300 })}
    ${languageFields(state)}
    ${textArea(state, { name: 'words', label: words.words, hint: words.wordsHint, rows: 14, max: MOST_WORDS, unmarked: true })}
    ${filesField(state, MOST_FILES - 1)}`;
};

export const sendLetter = defineForm({
  kind: 'letter.send',
  takesFiles: true,
  page: (context, fields, problem) => {
    const { me } = context;
    if (me === null || !context.reader.member) return null;
    const state = { context, fields, problem };
    return formPage(state, {
      kind: 'letter.send',
      lede: context.t.post.forms.send.lede,
      multipart: true,
      fields: fieldsOf(state, me),
    });
  },
  step: (_context, fields) => (fields.text('step') === WHO ? fields : null),
  read: (context, fields) => {
    const { me } = context;
    const words = fields.optional('words');
    const files = readFiles(fields, words === null ? MOST_FILES : MOST_FILES - 1);
    if (!files.ok) return files.error;
    if (words !== null && words.length > MOST_WORDS) return { kind: 'field', field: 'words', why: 'too_big' };
    const language = languageIn(fields);
    if (!language.ok) return language.error;
    const letter = words === null ? null : attach(words);
    return {
      body: {
        kind: fields.text('kind'),
        subject: fields.text('subject'),
        language: language.value,
        answers: fields.has('answers') ? fields.integer('answers') : null,
        words: letter?.hash ?? null,
        files: files.value.files,
        // The field stands in the form of those alone.
        correspondent: isOfOutside(fields.text('kind')) ? fields.optional('correspondent') : null,
        list: me === null ? null : chosenList(context, me, fields),
      },
      attachments: [...(letter === null ? [] : [letter.attachment]), ...files.value.attachments],
    };
  },
  summary: (context, body, act) => {
    const words = context.t.post.forms.send;
    const answered = body.answers === null ? null : context.reader.circulation(body.answers);
    const letter = body.words === null ? undefined : context.attached.get(body.words);
    const listed = act === null ? '' : listShown(context, body.list, act.by.organisation);
    return html`<p>
        <strong>${words.willBe[body.kind]}: <bdi>${body.subject}</bdi></strong>
      </p>
      ${
        body.correspondent === null
          ? ''
          : html`<p>${body.kind === 'in' ? words.from : words.to}: <bdi>${body.correspondent}</bdi></p>`
      }
      ${answered === null ? '' : html`<p>${words.answering}: <bdi>${circulatedTitle(context, answered.what)}</bdi></p>`}
      <p>${listName(context, body.list)} · ${languageText(context, body.language)}</p>
      ${listed} ${letter === undefined ? '' : html`<div ${inLanguage(body.language)}>${paragraphs(letter)}</div>`}
      ${body.files.length === 0 ? '' : html`<p>${words.files(body.files.length)}</p>`}
      ${act !== null && isOnRecord(context, body.files) ? fileList(context, body.files) : names(body.files)}`;
  },
  next: ({ base, reader }, _body, { index }) => {
    const letter = reader.letters().find(({ on }) => on.index === index);
    return letter === undefined ? `${base}/letters` : `${base}/letters/${letter.number}`;
  },
});

const isOnRecord = ({ reader }: Context, files: readonly { readonly hash: string }[]): boolean =>
  reader.letters().some((letter) => letter.files.some(({ hash }) => files.some((file) => file.hash === hash)));

const names = (files: readonly { readonly name: string }[]): Html =>
  html`<ul class="names">
    ${files.map(({ name }) => html`<li><bdi>${name}</bdi></li>`)}
  </ul>`;
