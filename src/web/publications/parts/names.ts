import type { Named } from '../../../charter/final/final.ts';
import type { Issue, Periodical } from '../../../charter/publications/state.ts';
import { ownName } from '../../../charter/names/printed.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { listed } from '../../kit/theirs.ts';

/** What issues are called, and those who made them. */

export const issueName = (
  { t }: Pick<Context, 't'>,
  { number, published }: Pick<Issue, 'number' | 'published'>,
): string => (published === null ? t.publications.preparing.issue(number) : t.publications.nth(published.nth));

/** An organisation as it was printed then, in its own script and as others read it. */
export const printedText = ({ printed }: Named): string => {
  const [own = '', other] = [...new Set(printed.map(({ name }) => name))];
  return other === undefined ? own : `${own} (${other})`;
};

export const printedName = (context: Context, { id, printed }: Named): Html =>
  context.reader.organisation(id) === null
    ? html`<bdi>${ownName(printed)}</bdi>`
    : html`<bdi><a href="${context.base}/participants/${id}">${printedText({ id, printed })}</a></bdi>`;

export const printedNames = (context: Context, all: readonly Named[]): Html =>
  listed(
    context,
    all.map((one) => printedName(context, one)),
  );

/** The language of a periodical in which this reader reads it: theirs where it has it, else its first. */
export const languageFor = (
  { language }: Pick<Context, 'language'>,
  { languages }: Pick<Periodical, 'languages'>,
): string => (languages.includes(language) ? language : (languages[0] ?? language));
