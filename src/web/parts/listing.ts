import { html } from 'hono/html';
import type { Html } from '../act-form.ts';

/** Long lists: plain links that choose what is shown, and pages of it. */

export interface PageOf<T> {
  readonly items: readonly T[];
  /** Counted from 1; both 0 where there is nothing. */
  readonly from: number;
  readonly to: number;
  /** Where the pages beside it are; `null`: there is none. */
  readonly newer: string | null;
  readonly older: string | null;
}

/** The page that the address asks for in `name`, from 1. Where a page has several lists, each has a name of its own. */
export const pageOf = <T>(all: readonly T[], url: URL, size: number, name = 'page'): PageOf<T> => {
  const last = Math.max(1, Math.ceil(all.length / size));
  const asked = Number(url.searchParams.get(name) ?? 1);
  const number = Number.isInteger(asked) ? Math.min(Math.max(asked, 1), last) : 1;
  const items = all.slice((number - 1) * size, number * size);
  const at = (other: number): string => {
    const query = new URLSearchParams(url.search);
    query.set(name, `${other}`);
    return `${url.pathname}?${query.toString()}`;
  };
  return {
    items,
    from: items.length === 0 ? 0 : (number - 1) * size + 1,
    to: (number - 1) * size + items.length,
    newer: number > 1 ? at(number - 1) : null,
    older: number < last ? at(number + 1) : null,
  };
};

export const pageLinks = (
  { newer, older }: PageOf<unknown>,
  words: { readonly newer: string; readonly older: string },
): Html | '' =>
  newer === null && older === null
    ? ''
    : (html`<p class="actions">
        ${newer === null ? '' : html`<a rel="prev" href="${newer}">← ${words.newer}</a>`}
        ${older === null ? '' : html`<a rel="next" href="${older}">${words.older} →</a>`}
      </p>` as Html);

export const linkRow = (
  label: string,
  links: readonly { readonly label: string; readonly href: string; readonly here: boolean }[],
): Html =>
  html`<nav class="tabs" aria-label="${label}">
    ${links.map((link) => html`<a href="${link.href}" ${link.here ? html`aria-current="page"` : ''}>${link.label}</a>`)}
  </nav>` as Html;
