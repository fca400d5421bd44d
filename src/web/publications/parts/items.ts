import { type FinalIssue, type FinalItem, titleOfItem } from '../../../charter/final/issue.ts';
import { letterheadOf } from '../../../charter/final/statement.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { inLanguage, languageText } from '../../kit/languages.ts';
import { emphasised, plainClauses } from '../../kit/prose.ts';
import { sentence, theirs } from '../../kit/theirs.ts';
import { printedName, printedText } from './names.ts';

/** What an issue holds: its contents, and each item in full. */

const languageOf = (item: FinalItem): string | null => (item.kind === 'article' ? item.language : null);

/** Whose words an item is, in a line. */
const byline = (context: Context, item: FinalItem): Html | string => {
  switch (item.kind) {
    case 'article':
      return printedName(context, item.by);
    case 'text':
      return context.t.publications.text(item.final.symbol);
    case 'statement':
      return context.t.publications.statement;
  }
};

export const contents = (context: Context, { items }: FinalIssue, at = ''): Html =>
  html`<ol class="contents">
    ${items.map(
      (item, i) =>
        html`<li>
          <a href="${at}#item-${i + 1}" ${inLanguage(languageOf(item))}>${theirs(titleOfItem(item))}</a>
          <span class="why">${item.kind === 'article' ? theirs(printedText(item.by)) : byline(context, item)}</span>
        </li>`,
    )}
  </ol>`;

export const itemArticle = (context: Context, item: FinalItem, at: number): Html => {
  const id = `item-${at}`;
  const isNumbered = wordsOf(item).some(({ kind }) => kind === 'operative' || kind === 'point');
  return html`<article class="item document ${isNumbered ? '' : 'unnumbered'}" id="${id}" aria-labelledby="${id}-title">
    <p class="symbol">${head(context, item)}</p>
    <h2 id="${id}-title" ${inLanguage(languageOf(item))}>${theirs(titleOfItem(item))}</h2>
    <p class="byline">${byline(context, item)}</p>
    ${notes(context, item)}
    <div ${inLanguage(languageOf(item))}>${plainClauses(context, wordsOf(item), 3)} ${calls(item)}</div>
    ${foot(context, item)}
  </article>`;
};

const wordsOf = (item: FinalItem) => {
  switch (item.kind) {
    case 'article':
      return item.clauses;
    case 'text':
      return item.final.clauses;
    case 'statement':
      return item.statement.clauses;
  }
};

const head = ({ t }: Context, item: FinalItem): string => {
  switch (item.kind) {
    case 'article':
      return t.publications.article.label;
    case 'text':
      return item.final.symbol;
    case 'statement':
      return t.texts.final.statement.symbol(item.statement.number);
  }
};

/** In which language it is, where that is another than was asked for, and who put it into that. */
const notes = (context: Context, item: FinalItem): Html | '' => {
  if (item.kind === 'statement') {
    const names = letterheadOf(item.statement);
    return names.length === 0
      ? ''
      : html`<p class="quiet">${names.map((name, i) => html`${i === 0 ? '' : ' · '}<bdi>${name}</bdi>`)}</p>`;
  }
  if (item.kind === 'text') return '';
  const words = context.t.publications.article;
  const language = languageText(context, item.language);
  if (item.otherwise) return html`<p class="quiet">${words.only(language)}</p>`;
  return item.translator === null
    ? ''
    : html`<p class="quiet">
        ${sentence((name) => words.translated(name, language), printedName(context, item.translator))}
      </p>`;
};

const calls = (item: FinalItem): Html | '' =>
  item.kind !== 'statement' || item.statement.calls.length === 0
    ? ''
    : html`${item.statement.lead === null ? '' : html`<p class="words" dir="auto">${item.statement.lead}</p>`}
        <ol class="calls">
          ${item.statement.calls.map((call) => html`<li class="words" dir="auto">${emphasised(call)}</li>`)}
        </ol>`;

const foot = (context: Context, item: FinalItem): Html => {
  const words = context.t.publications;
  if (item.kind === 'article')
    return html`<p class="signed">${sentence(words.article.signed, printedName(context, item.by))}</p>`;
  const href = item.kind === 'text' ? `decisions/${item.number}` : `statements/${item.statement.number}`;
  return html`<p class="signed"><a href="${context.base}/${href}">${words.whole}</a></p>`;
};
