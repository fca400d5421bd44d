import { quotable } from '../../base/quotable.ts';
import type { OrganisationId } from '../../base/ids.ts';
import { type Html, html } from '../../markup/html.ts';
import type { Context, SiteContext } from './context.ts';
import { listFormat, org } from './words.ts';

/**
 * What people wrote, within what the page says itself: nobody may take the one for the other. A name or a title of its own stands in {@link theirs}, a few words in a
 * sentence in {@link quoted}, whole paragraphs in the frame of `prose.ts`. `test/users-words.test.ts` walks the pages and finds nothing of it elsewhere.
 */

/** A name, a place, a title where its place says what it is: set apart, so that it neither turns the words around it nor runs into them. */
export const theirs = (words: string | Html): Html => html`<bdi>${words}</bdi>`;

/** A few words in quotation marks of the page's language. They cannot close them: marks within marks are single ones, in every language. */
export const quoted = (words: string | Html): Html =>
  html`<q><bdi>${typeof words === 'string' ? quotable(words) : words}</bdi></q>`;

/** The organisations by name, `a, b and c`, each set apart. */
export const orgs = (context: Context, ids: readonly OrganisationId[]): Html =>
  listed(
    context,
    ids.map((id) => org(context, id)),
  );

/** `a, b and c`, of marked-up things. */
export const listed = (context: SiteContext, items: readonly Html[]): Html => {
  const places = listFormat(context).formatToParts(items.map((_, i) => `${i}`));
  return html`${places.map(({ type, value }) => (type === 'element' ? (items[Number(value)] ?? '') : value))}`;
};

/** The first of Unicode's private characters of plane 15: no words hold them, for they mean nothing to anybody. */
const PLACE = 0xf0000;
const MOST = 16;

const PLACES = new RegExp(`([${String.fromCodePoint(PLACE)}-${String.fromCodePoint(PLACE + MOST - 1)}])`, 'u');

/** A sentence of the messages with marked-up values in place of its words: `sentence(words.tabledBy, org(context, id))`. */
export const sentence = (say: (...values: string[]) => string, ...values: readonly Html[]): Html => {
  const said = say(...values.map((_, i) => String.fromCodePoint(PLACE + i)));
  return html`${said.split(PLACES).map((part, i) => (i % 2 === 0 ? part : (values[(part.codePointAt(0) ?? 0) - PLACE] ?? '')))}`;
};
