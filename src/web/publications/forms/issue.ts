import { titleOfItem } from '../../../charter/final/issue.ts';
import type { Periodical } from '../../../charter/publications/state.ts';
import { html } from '../../../markup/html.ts';
import { type ActForm, defineForm } from '../../act/act-form.ts';
import { formPage } from '../../act/form-page.ts';
import type { Context } from '../../kit/context.ts';
import { hidden, lineInput, select, textArea } from '../../kit/controls.ts';
import type { Fields } from '../../kit/fields.ts';
import { paragraphs } from '../../kit/prose.ts';
import { quoted, theirs } from '../../kit/theirs.ts';
import { aboutPeriodical, aboutPut, decidedIn } from '../parts/about.ts';
import { contents } from '../parts/items.ts';
import { languageFor } from '../parts/names.ts';
import { issuePath } from '../parts/paths.ts';
import { itemsField, namedItems, placedItems } from './issue-items.ts';

/** Article 11.1: an issue that is put to all, published at once under the mandate, or corrected after. */

export const putIssue = defineForm({
  kind: 'issue.put',
  page: (context, fields, problem) => {
    const periodical = decidedIn(context, fields);
    if (periodical === null) return null;
    const { form } = context.t.publications;
    const state = { context, fields, problem };
    return formPage(state, {
      kind: 'issue.put',
      about: theirs(periodical.title),
      lede: `${form.put} ${form.silence(context.reader.rules().texts.silenceDays)}`,
      fields: html`${hidden('periodical', periodical.number)}
      ${lineInput(state, { name: 'title', label: form.issueTitle, hint: form.issueTitleHint, max: 200, optional: true })}
      ${itemsField(state, periodical)}`,
    });
  },
  read: (_context, fields) => {
    const items = placedItems(fields);
    return items === null
      ? { kind: 'field', field: 'items', why: 'invalid_format' }
      : { body: { periodical: fields.integer('periodical'), title: fields.optional('title'), items } };
  },
  summary: (context, { periodical, title, items }) =>
    html`${aboutPeriodical(context, context.t.publications.summary.puts, periodical)}
      ${title === null ? '' : html`<p>${quoted(title)}</p>`}
      <p class="label">${context.t.publications.contents}</p>
      ${namedItems(context, periodical, items)}`,
  next: (context, { periodical: number }, { index }) => {
    const periodical = context.reader.periodical(number);
    const issue = periodical?.issues.findLast(({ on }) => on.index === index);
    return periodical === null || issue === undefined
      ? `${context.base}/publications`
      : issuePath(context, periodical, issue);
  },
});

const openIssue = (periodical: Periodical | null, fields: Fields) => {
  const issue = periodical?.issues[fields.integer('issue') - 1];
  return issue?.outcome === 'open' ? issue : undefined;
};

export const agreeToIssue = defineForm({
  kind: 'issue.agree',
  page: (context, fields, problem) => {
    const periodical = decidedIn(context, fields);
    const issue = openIssue(periodical, fields);
    if (periodical === null || issue === undefined) return null;
    const { form } = context.t.publications;
    const atOnce = context.reader.atOnce(periodical, issue);
    const isLast = atOnce !== null && atOnce.agreed.length + 1 >= atOnce.needed;
    return formPage(
      { context, fields, problem },
      {
        kind: 'issue.agree',
        lede: isLast ? `${form.agree} ${form.agreeLast}` : form.agree,
        fields: html`${hidden('periodical', periodical.number)} ${hidden('issue', issue.number)}
        ${aboutPut(context, context.t.publications.summary.agrees, { periodical: periodical.number, issue: issue.number })}
        ${contents(
          context,
          context.reader.finalIssue(periodical, issue, languageFor(context, periodical)),
          issuePath(context, periodical, issue),
        )}`,
      },
    );
  },
  read: (_context, { integer }) => ({ body: { periodical: integer('periodical'), issue: integer('issue') } }),
  summary: (context, body) => aboutPut(context, context.t.publications.summary.agrees, body),
  next: ({ base }, { periodical, issue }) => `${base}/publications/${periodical}/issues/${issue}`,
});

const publishedIn = ({ reader }: Context, periodical: Periodical | null, fields: Fields) =>
  periodical === null ? null : reader.publishedIssue(periodical, fields.integer('nth'));

export const correctIssue = defineForm({
  kind: 'issue.correct',
  page: (context, fields, problem) => {
    const periodical = decidedIn(context, fields);
    const issue = publishedIn(context, periodical, fields);
    if (periodical === null || issue === null) return null;
    const { form } = context.t.publications;
    const state = { context, fields, problem };
    const nth = issue.published?.nth ?? 1;
    return formPage(state, {
      kind: 'issue.correct',
      about: html`${theirs(periodical.title)}, ${context.t.publications.nth(nth)}`,
      lede: form.correct,
      fields: html`${hidden('periodical', periodical.number)} ${hidden('nth', nth)}
      ${select(state, { name: 'item', label: form.item, optional: true, options: itemOptions(context, periodical, nth) })}
      ${textArea(state, { name: 'words', label: form.words, max: 2000 })}`,
    });
  },
  read: (_context, { integer, text, optional }) => ({
    body: {
      periodical: integer('periodical'),
      nth: integer('nth'),
      item: optional('item') === null ? null : integer('item'),
      words: text('words'),
    },
  }),
  summary: (context, { periodical, nth, item, words }) => {
    const { summary, errata, nth: nthOf } = context.t.publications;
    const found = context.reader.periodical(periodical);
    const [, about] =
      found === null ? [] : (itemOptions(context, found, nth).find(([value]) => value === `${item ?? ''}`) ?? []);
    return html`${aboutPeriodical(context, summary.corrects(nthOf(nth)), periodical)}
      <p class="label">${item === null || about === undefined ? errata.whole : about}</p>
      ${paragraphs(words)}`;
  },
  next: ({ base }, { periodical, nth }) => `${base}/publications/${periodical}/${nth}#errata`,
});

/** The issue as a whole, and each of its items by its title. */
const itemOptions = (context: Context, periodical: Periodical, nth: number): readonly (readonly [string, string])[] => {
  const issue = context.reader.publishedIssue(periodical, nth);
  const final = issue === null ? null : context.reader.finalIssue(periodical, issue, languageFor(context, periodical));
  return [
    ['', context.t.publications.form.itemWhole],
    ...(final?.items ?? []).map((item, i) => [`${i + 1}`, `${i + 1}. ${titleOfItem(item)}`] as const),
  ];
};

export const issueForms: readonly ActForm[] = [putIssue, agreeToIssue, correctIssue];
