import type { Periodical } from '../../../charter/publications/state.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import type { Fields } from '../../kit/fields.ts';
import { quotable } from '../../../base/quotable.ts';
import { theirs } from '../../kit/theirs.ts';
import { issueName } from './names.ts';
import { issuePath, periodicalPath } from './paths.ts';

/** What a form, or an act, says it is about. */

export const periodicalLink = (context: Context, periodical: Periodical): Html =>
  html`<q><a href="${periodicalPath(context, periodical)}">${theirs(quotable(periodical.title))}</a></q>`;

/** A sentence, and the periodical by its title; by nothing where it may not be seen. */
export const aboutPeriodical = (context: Context, sentence: string, number: number): Html => {
  const periodical = context.reader.periodical(number);
  return html`<p>
    ${sentence}
    ${periodical === null ? html`${context.t.publications.title} ${number}` : periodicalLink(context, periodical)}.
  </p>`;
};

interface PutNamed {
  readonly periodical: number;
  readonly issue: number | null;
}

/** Likewise of a periodical that is put to all, or one of its issues. */
export const aboutPut = (context: Context, sentence: string, { periodical: number, issue: ref }: PutNamed): Html => {
  if (ref === null) return aboutPeriodical(context, sentence, number);
  const periodical = context.reader.periodical(number);
  const issue = periodical?.issues[ref - 1];
  if (periodical === null || issue === undefined) return aboutPeriodical(context, sentence, number);
  return html`<p>
    ${sentence}
    <a href="${issuePath(context, periodical, issue)}">${issueName(context, issue)}</a>,
    ${periodicalLink(context, periodical)}.
  </p>`;
};

/** The periodical that a form names, if the reader may see it and it was decided. */
export const decidedIn = ({ reader }: Context, fields: Fields): Periodical | null => {
  const periodical = reader.may('publishing') ? reader.periodical(fields.integer('periodical')) : null;
  return periodical === null || periodical.decided === null ? null : periodical;
};
