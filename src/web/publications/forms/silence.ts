import { type Html, html } from '../../../markup/html.ts';
import { type ActForm, defineForm } from '../../act/act-form.ts';
import { formPage } from '../../act/form-page.ts';
import type { Context } from '../../kit/context.ts';
import { type FormState, hidden, textArea } from '../../kit/controls.ts';
import type { Fields } from '../../kit/fields.ts';
import { paragraphs } from '../../kit/prose.ts';
import { aboutPut } from '../parts/about.ts';
import { issuePath, periodicalPath } from '../parts/paths.ts';

/** Article 11.1: disagreeing with what is put to all, taking that back, and taking back what was put. */

const readOne = ({ integer, optional }: Fields) => ({
  periodical: integer('periodical'),
  issue: optional('issue') === null ? null : integer('issue'),
});

interface Named {
  readonly periodical: number;
  readonly issue: number | null;
}

const putIn = ({ reader }: Context, { periodical, issue }: Named) => {
  const found = reader.may('publishing') ? reader.periodical(periodical) : null;
  return issue === null ? found : found?.issues[issue - 1];
};

const putPath = (context: Context, { periodical: number, issue }: Named): string => {
  const periodical = context.reader.periodical(number);
  const put = issue === null ? undefined : periodical?.issues[issue - 1];
  if (periodical === null) return `${context.base}/publications`;
  return put === undefined ? periodicalPath(context, periodical) : issuePath(context, periodical, put);
};

const onPut = (
  kind: 'publication.disagree' | 'publication.withdraw-disagreement' | 'publication.withdraw',
  lede: 'disagree' | 'disagreeBack' | 'withdraw',
  sentence: 'disagrees' | 'disagreesBack' | 'withdraws',
  fieldsOf: (state: FormState) => Html | '',
): Pick<ActForm, 'page'> => ({
  page: (context, fields, problem) => {
    const named = readOne(fields);
    if (putIn(context, named)?.outcome !== 'open') return null;
    const words = context.t.publications;
    const state = { context, fields, problem };
    return formPage(state, {
      kind,
      lede: words.form[lede],
      fields: html`${hidden('periodical', named.periodical)} ${named.issue === null ? '' : hidden('issue', named.issue)}
      ${aboutPut(context, words.summary[sentence], named)} ${fieldsOf(state)}`,
    });
  },
});

export const disagreeWithPublication = defineForm({
  kind: 'publication.disagree',
  ...onPut('publication.disagree', 'disagree', 'disagrees', (state) =>
    textArea(state, { name: 'reasons', label: state.context.t.publications.form.reasons, max: 4000 }),
  ),
  read: (_context, fields) => ({ body: { ...readOne(fields), reasons: fields.text('reasons') } }),
  summary: (context, body) =>
    html`${aboutPut(context, context.t.publications.summary.disagrees, body)} ${paragraphs(body.reasons)}`,
  next: putPath,
});

export const withdrawPublicationDisagreement = defineForm({
  kind: 'publication.withdraw-disagreement',
  ...onPut('publication.withdraw-disagreement', 'disagreeBack', 'disagreesBack', () => ''),
  read: (_context, fields) => ({ body: readOne(fields) }),
  summary: (context, body) => aboutPut(context, context.t.publications.summary.disagreesBack, body),
  next: putPath,
});

export const withdrawPublication = defineForm({
  kind: 'publication.withdraw',
  ...onPut('publication.withdraw', 'withdraw', 'withdraws', () => ''),
  read: (_context, fields) => ({ body: readOne(fields) }),
  summary: (context, body) => aboutPut(context, context.t.publications.summary.withdraws, body),
  next: putPath,
});
