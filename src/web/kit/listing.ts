import { type Html, html } from '../../markup/html.ts';
import type { SiteContext } from './context.ts';
import type { Spoken } from '../messages/messages.ts';

/** Long lists: plain links that choose what is shown, and pages of it. */

export interface PageOf<T> {
  readonly items: readonly T[];
  /** The place of its first item in the list, from 0. */
  readonly start: number;
  /** How many there are on all pages. */
  readonly count: number;
  /** Where the pages beside it are; `null`: there is none. */
  readonly before: string | null;
  readonly after: string | null;
}

/**
 * The page of a list that begins with the item that the address names in `name`, or the first one; a list that fits on one page is shown whole. What names an item
 * stays its name, so that no page skips anything or shows it twice while the list grows. Where a page has several lists, each has a parameter of its own.
 */
export const pageOf = <T>(
  all: readonly T[],
  { url }: Pick<SiteContext, 'url'>,
  size: number,
  nameOf: (item: T) => string | number,
  name = 'at',
): PageOf<T> => {
  const asked = url.searchParams.get(name);
  const found = asked === null || all.length <= size ? 0 : all.findIndex((item) => `${nameOf(item)}` === asked);
  const start = Math.max(0, found);
  const beginningAt = (place: number): string => {
    const query = new URLSearchParams(url.search);
    const first = place > 0 ? all[place] : undefined;
    if (first === undefined) query.delete(name);
    else query.set(name, `${nameOf(first)}`);
    return `${url.pathname}?${query.toString()}`;
  };
  return {
    items: all.slice(start, start + size),
    start,
    count: all.length,
    before: start > 0 ? beginningAt(start - size) : null,
    after: start + size < all.length ? beginningAt(start + size) : null,
  };
};

export const pageLinks = ({ t }: Spoken, { items, start, count, before, after }: PageOf<unknown>): Html | '' => {
  const words = t.common.pages;
  return before === null && after === null
    ? ''
    : html`<nav class="actions pages no-print" aria-label="${words.label}">
        ${before === null ? '' : html`<a rel="prev" href="${before}">← ${words.before}</a>`}
        <span class="tally">${words.shown(start + 1, start + items.length, count)}</span>
        ${after === null ? '' : html`<a rel="next" href="${after}">${words.after} →</a>`}
      </nav>`;
};

/** The items of a page that belong together, under a title; nothing where there are none on it. */
export const groupOn = <T>(
  { items }: PageOf<T>,
  title: string,
  belongs: (item: T) => boolean,
  shown: (item: T) => Html,
): Html | '' => {
  const these = items.filter(belongs);
  return these.length === 0
    ? ''
    : html`<h2>${title}</h2>
        ${these.map(shown)}`;
};

export const linkRow = (
  label: string,
  links: readonly { readonly label: string; readonly href: string; readonly here: boolean }[],
): Html =>
  html`<nav class="tabs" aria-label="${label}">
    ${links.map((link) => html`<a href="${link.href}" ${link.here ? html`aria-current="page"` : ''}>${link.label}</a>`)}
  </nav>`;
