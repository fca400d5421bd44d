import type { EntryList } from '../../../conference/search/entry-list.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { page } from '../../kit/layout.ts';
import { type RecordFilter, filterForm, recordPath } from '../parts/record-filter.ts';
import { recordDays } from '../parts/record-rows.ts';

/** The record, readable: what was done, the newest first, by day; what one organisation did several times in a row stands folded. */
export const recordPage = (context: Context, filter: RecordFilter, list: EntryList, checkpoint: string): Html => {
  const { t, reader } = context;
  const words = t.workspace.record;
  return page(context, {
    title: words.title,
    body: html`<h1>${words.title}</h1>
      <p class="lede">${words.lede} ${reader.member ? words.all(reader.size) : words.open(reader.size)}</p>
      ${filterForm(context, filter, list.kinds)}
      ${list.isWhole ? '' : html`<p class="notice" role="status">${words.notWhole}</p>`}
      ${list.entries.length === 0 ? html`<p class="empty">${words.none}</p>` : recordDays(context, list.entries)}
      ${pages(context, filter, list)}
      <details>
        <summary>${words.checkpoint}</summary>
        <p>${words.checkpointHint}</p>
        <pre class="receipt" tabindex="0">${checkpoint}</pre>
      </details>`,
  });
};

const pages = (context: Context, filter: RecordFilter, { older, newer }: EntryList): Html | '' => {
  const words = context.t.workspace.record;
  if (older === null && newer === null) return '';
  const to = (before: number | null): string => recordPath(context, { ...filter, before });
  return html`<nav class="actions pages no-print" aria-label="${words.pages}">
    ${newer === null ? '' : html`<a href="${to(null)}">${words.newest}</a>`}
    ${newer === null || newer === 'first' ? '' : html`<a rel="prev" href="${to(newer)}">← ${words.newer}</a>`}
    ${older === null ? '' : html`<a rel="next" href="${to(older)}">${words.older} →</a>`}
  </nav>`;
};
