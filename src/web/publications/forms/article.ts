import type { Article, Periodical } from '../../../charter/publications/state.ts';
import { type Html, html } from '../../../markup/html.ts';
import { toMarkdown } from '../../../text/markdown.ts';
import { defineForm } from '../../act/act-form.ts';
import { type Earlier, NOTHING_EARLIER } from '../../act/continued.ts';
import { formPage } from '../../act/form-page.ts';
import { readSource, sourceFields, sourceProblem, sourceStep, sourceTrouble } from '../../act/source.ts';
import type { Context } from '../../kit/context.ts';
import { type FormState, hidden, select } from '../../kit/controls.ts';
import type { Fields } from '../../kit/fields.ts';
import { inLanguage, languageText } from '../../kit/languages.ts';
import { plainClauses } from '../../kit/prose.ts';
import { quoted, theirs } from '../../kit/theirs.ts';
import { aboutPeriodical, decidedIn } from '../parts/about.ts';
import { languageFor } from '../parts/names.ts';
import { articlePath } from '../parts/paths.ts';

/** Article 11.1: an article for a periodical, in one of its languages; it speaks for whoever signs it. */

const articleIn = (periodical: Periodical, fields: Fields): Article | null => {
  const article = periodical.articles[fields.integer('article') - 1];
  return article === undefined || article.withdrawn !== null || article.issue !== null ? null : article;
};

/** Words that are there already keep the ids of their paragraphs. */
const earlierFor = (context: Context, fields: Fields): Earlier => {
  const periodical = decidedIn(context, fields);
  const article = periodical === null ? null : articleIn(periodical, fields);
  const before = article?.wordings.get(fields.text('language'))?.clauses;
  return before === undefined ? NOTHING_EARLIER : { before, taken: [] };
};

export const writeArticle = defineForm({
  kind: 'article.write',
  page: (context, fields, problem) => {
    const periodical = decidedIn(context, fields);
    if (periodical === null) return null;
    const article = fields.has('article') ? articleIn(periodical, fields) : null;
    if (fields.has('article') && article === null) return null;
    const { form } = context.t.publications;
    const state = { context, fields, problem };
    const earlier = earlierFor(context, fields);
    const known = article?.wordings.get(fields.text('language'));
    const isOwn = article === null || article.language === fields.text('language');
    return formPage(state, {
      kind: 'article.write',
      multipart: true,
      islands: ['text-editor'],
      about: theirs(periodical.title),
      lede: article === null ? form.write : isOwn ? form.word : form.translate,
      trouble: sourceTrouble(state, earlier),
      fields: html`${hidden('sent', 'yes')} ${hidden('periodical', periodical.number)}
      ${languageField(state, periodical, article)} ${original(context, article, fields.text('language'))}
      ${sourceFields(state, {
        title: known?.title ?? '',
        body: toMarkdown({ title: null, clauses: earlier.before }, { ids: false }),
        earlier,
        label: form.body,
        hint: form.bodyHint,
        rows: 18,
      })}`,
    });
  },
  imports: (context, fields) => ({ as: 'text', continued: earlierFor(context, fields) }),
  step: (context, fields, upload) => sourceStep(context, fields, earlierFor(context, fields), upload),
  read: (context, fields) => {
    const source = readSource(fields, earlierFor(context, fields));
    if (!source.ok) return sourceProblem(source.error);
    return {
      body: {
        periodical: fields.integer('periodical'),
        article: fields.has('article') ? fields.integer('article') : null,
        language: fields.text('language'),
        ...source.value,
      },
    };
  },
  summary: (context, { periodical, article, language, title, clauses }) => {
    const words = context.t.publications;
    return html`${aboutPeriodical(context, article === null ? words.summary.writes : words.summary.words, periodical)}
      <p class="quiet">${words.form.language}: ${languageText(context, language)}</p>
      <p class="words title" ${inLanguage(language)}><strong>${title}</strong></p>
      <div ${inLanguage(language)}>${plainClauses(context, clauses, 2)}</div>`;
  },
  next: (context, { periodical: number, article: ref, language }, { index }) => {
    const periodical = context.reader.periodical(number);
    const article = ref ?? periodical?.articles.findLast(({ on }) => on.index === index)?.number;
    return periodical === null || article === undefined
      ? `${context.base}/publications`
      : `${articlePath(context, periodical, article)}/${language}`;
  },
});

/** In which language a new one is written; that of another is chosen where one comes from. */
const languageField = (state: FormState, periodical: Periodical, article: Article | null): Html => {
  const { context, fields } = state;
  const { form } = context.t.publications;
  return article === null
    ? select(state, {
        name: 'language',
        label: form.language,
        initial: languageFor(context, periodical),
        options: periodical.languages.map((tag) => [tag, languageText(context, tag)] as const),
      })
    : html`${hidden('article', article.number)} ${hidden('language', fields.text('language'))}
        <p class="label">${languageText(context, fields.text('language'))}</p>`;
};

/** What is to be put into another language. */
const original = (context: Context, article: Article | null, language: string): Html | '' => {
  const wording =
    article === null || article.language === language ? undefined : article.wordings.get(article.language);
  return wording === undefined || article === null
    ? ''
    : html`<section class="panel document unnumbered" aria-labelledby="original" ${inLanguage(article.language)}>
        <h2 id="original">${context.t.publications.form.original}</h2>
        <p class="words title"><strong>${theirs(wording.title)}</strong></p>
        ${plainClauses(context, wording.clauses)}
      </section>`;
};

export const withdrawArticle = defineForm({
  kind: 'article.withdraw',
  page: (context, fields, problem) => {
    const periodical = decidedIn(context, fields);
    const article = periodical === null ? null : articleIn(periodical, fields);
    if (periodical === null || article === null) return null;
    return formPage(
      { context, fields, problem },
      {
        kind: 'article.withdraw',
        lede: context.t.publications.form.takeBack,
        fields: html`${hidden('periodical', periodical.number)} ${hidden('article', article.number)}
          <p>${quoted(article.wordings.get(article.language)?.title ?? '')}</p>`,
      },
    );
  },
  read: (_context, { integer }) => ({ body: { periodical: integer('periodical'), article: integer('article') } }),
  summary: (context, { periodical, article }) => {
    const found = context.reader.periodical(periodical)?.articles[article - 1];
    return html`${aboutPeriodical(context, context.t.publications.summary.takesBack, periodical)}
    ${found === undefined ? '' : html`<p>${quoted(found.wordings.get(found.language)?.title ?? '')}</p>`}`;
  },
  next: ({ base }, { periodical }) => `${base}/publications/${periodical}#preparing`,
});
