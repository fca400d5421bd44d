import type { Thread } from '../../../charter/texts/negotiation-state.ts';
import { targetKey } from '../../../charter/texts/position-state.ts';
import type { Text } from '../../../charter/texts/state.ts';
import { type Html, html } from '../../../markup/html.ts';
import { type ActForm, defineForm } from '../../act/act-form.ts';
import type { Context } from '../../kit/context.ts';
import type { Fields } from '../../kit/fields.ts';
import { clauseNames, firstWords, longName } from '../parts/clause-names.ts';
import { type FormState, hidden, select, textArea } from '../../kit/controls.ts';
import { inLanguage, languageText } from '../../kit/languages.ts';
import { withMentions } from '../../kit/mentions.ts';
import { emphasised, paragraphs } from '../../kit/prose.ts';
import { pointsOf, targetIn, targetName } from '../parts/text-target.ts';
import { textPath } from '../parts/text-places.ts';
import { threadBlock } from '../parts/threads.ts';
import { present } from '../../../charter/texts/texts.ts';
import { withInitial } from '../../act/change-fields.ts';
import { aboutText, textForm } from './text-form.ts';

/** Article 6.2: threads of debate, begun with words of the text or without, replied to, and resolved. */

export const openThread = defineForm({
  kind: 'debate.open',
  page: (context, fields, problem) => {
    const text = context.reader.text(fields.integer('text'));
    if (text === null || !context.reader.may('debate')) return null;
    const words = context.t.texts.debate;
    const on = targetIn(text, fields) ?? { kind: 'whole' };
    const state: FormState = { context, problem, fields: withInitial(fields, { on: targetKey(on) }) };
    return textForm(state, {
      kind: 'debate.open',
      text,
      lede: words.openLede,
      fields: html`${hidden('revision', text.revisions.length)}
      ${select(state, { name: 'on', label: words.on, options: targets(context, text) })}
      ${textArea(state, { name: 'quote', label: words.quote, hint: words.quoteHint, optional: true, rows: 3, max: 2000 })}
      ${postFields(state, text)}`,
    });
  },
  read: (context, fields) => {
    const text = context.reader.text(fields.integer('text'));
    return {
      body: {
        text: fields.integer('text'),
        revision: fields.integer('revision'),
        on: text === null ? null : targetIn(text, fields),
        quote: fields.optional('quote'),
        ...readPost(fields),
      },
    };
  },
  summary: (context, { text: number, revision, on, quote, words: said, language }) => {
    const words = context.t.texts.debate;
    const text = context.reader.text(number);
    const name = text === null ? '' : targetName(context, text, on, revision);
    return html`${aboutText(context, words.opens(name), number)}
      ${
        quote === null
          ? ''
          : html`<figure class="quotation">
              <blockquote class="words" dir="auto">${emphasised(quote)}</blockquote>
              <figcaption>${words.quoted(revision)}</figcaption>
            </figure>`
      }
      <div ${inLanguage(language ?? null)}>${paragraphs(said, withMentions(context))}</div>`;
  },
  next: (context, { text }) => textPath(context, { number: text }, 'debate'),
});

/** Everything that a thread can be on: the whole, each clause, each amendment. */
const targets = (context: Context, text: Text): readonly (readonly [value: string, label: string])[] => {
  const { clauses } = present(text);
  const names = clauseNames(context, clauses);
  const words = new Map(clauses.map((clause) => [clause.id, clause.words]));
  return [
    ['whole', targetName(context, text, { kind: 'whole' })],
    ...pointsOf(text).flatMap(([key, clause]) =>
      clause === null ? [] : [[key, `${longName(names, clause)}: ${firstWords(words.get(clause) ?? '', 50)}`] as const],
    ),
    ...text.amendments.map(({ number }) => {
      const on = { kind: 'amendment', amendment: number } as const;
      return [targetKey(on), targetName(context, text, on)] as const;
    }),
  ];
};

/** What is said, and in which language. */
const postFields = (state: FormState, text: Text): Html => {
  const { context } = state;
  const words = context.t.texts.debate;
  const charter = context.reader.charter()?.charter.languages ?? [];
  const tags = new Set([...charter, ...(text.language === null ? [] : [text.language]), ...text.translations.keys()]);
  return html`${textArea(state, { name: 'words', label: words.words, hint: words.wordsHint, rows: 6, max: 8000 })}
  ${select(state, {
    name: 'language',
    label: words.language,
    unmarked: true,
    options: [['', words.unsaid], ...[...tags].map((tag) => [tag, languageText(context, tag)] as const)],
  })}`;
};

const readPost = (fields: Fields) => ({ words: fields.text('words'), language: fields.optional('language') });

const threadIn = (context: Context, fields: Fields): readonly [Text, Thread] | null => {
  const text = context.reader.text(fields.integer('text'));
  const thread = text?.threads[fields.integer('thread') - 1];
  return text === null || thread === undefined || !context.reader.may('debate') ? null : [text, thread];
};

const inThread = (
  kind: 'debate.reply' | 'debate.resolve',
  lede: 'replyLede' | 'resolveLede',
  fieldsOf: (state: FormState, text: Text) => Html | '',
): Pick<ActForm, 'page'> => ({
  page: (context, fields, problem) => {
    const found = threadIn(context, fields);
    if (found === null) return null;
    const [text, thread] = found;
    const state = { context, fields, problem };
    return textForm(state, {
      kind,
      text,
      lede: context.t.texts.debate[lede],
      fields: html`${hidden('thread', thread.number)}
        <section class="panel">${threadBlock(context, text, thread, 2)}</section>
        ${fieldsOf(state, text)}`,
    });
  },
});

const threadPath = (context: Context, { text, thread }: { readonly text: number; readonly thread: number }): string =>
  `${textPath(context, { number: text }, 'debate')}?at=${thread}#t-${thread}`;

export const reply = defineForm({
  kind: 'debate.reply',
  ...inThread('debate.reply', 'replyLede', postFields),
  read: (_context, fields) => ({
    body: { text: fields.integer('text'), thread: fields.integer('thread'), ...readPost(fields) },
  }),
  summary: (context, { text, thread, words: said, language }) =>
    html`${aboutText(context, context.t.texts.debate.replies(thread), text)}
      <div ${inLanguage(language ?? null)}>${paragraphs(said, withMentions(context))}</div>`,
  next: threadPath,
});

export const resolveThread = defineForm({
  kind: 'debate.resolve',
  ...inThread('debate.resolve', 'resolveLede', () => ''),
  read: (_context, { integer }) => ({ body: { text: integer('text'), thread: integer('thread') } }),
  summary: (context, { text, thread }) => aboutText(context, context.t.texts.debate.resolves(thread), text),
  next: threadPath,
});
