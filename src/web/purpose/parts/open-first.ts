import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { pageLinks, pageOf } from '../../kit/listing.ts';

const PAGE = 20;

interface Listed<T> {
  /** In the order of the record. */
  readonly all: readonly T[];
  readonly isOpen: (one: T) => boolean;
  readonly open: string;
  readonly over: string;
  readonly none: string;
  readonly row: (one: T) => Html;
}

/** What is still open, then what is over, each the newest first, in pages. */
export const openFirst = <T extends { readonly number: number }>(
  context: Context,
  { all, isOpen, open, over, none, row }: Listed<T>,
): Html => {
  if (all.length === 0) return html`<p class="empty">${none}</p>`;
  const newest = all.toReversed();
  const ordered = [...newest.filter(isOpen), ...newest.filter((one) => !isOpen(one))];
  const shown = pageOf(ordered, context, PAGE, ({ number }) => number);
  const group = (title: string, those: readonly T[]): Html | '' =>
    those.length === 0
      ? ''
      : html`<h2>${title}</h2>
          <ul class="rows">
            ${those.map(row)}
          </ul>`;
  return html`${group(open, shown.items.filter(isOpen))}
  ${group(
    over,
    shown.items.filter((one) => !isOpen(one)),
  )}
  ${pageLinks(context, shown)}`;
};
