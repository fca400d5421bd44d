import { present } from '../../../charter/texts/texts.ts';
import type { DraftLine } from '../../../conference/ports.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import type { DraftDesk } from '../../kit/drafts.ts';
import { draftPath } from '../../act/draft-form.ts';
import { page } from '../../kit/layout.ts';
import { mayWork } from '../parts/text-facts.ts';
import { citation } from '../parts/text-head.ts';
import { momentText, org } from '../../kit/words.ts';

/** What the organisation is still writing: nobody else sees it. */
export const draftsPage = (context: Context, drafts: DraftDesk, isDamaged: boolean): Html => {
  const words = context.t.texts.drafts;
  const all = drafts.list();
  return page(context, {
    title: words.title,
    width: 'narrow',
    body: html`<h1>${words.title}</h1>
      <p class="lede">${words.lede}</p>
      ${isDamaged ? html`<p class="notice" role="status">${words.damaged}</p>` : ''}
      ${
        all.length === 0
          ? html`<p class="empty">${words.empty}</p>`
          : html`<ul class="rows">
              ${all.map((draft) => row(context, draft))}
            </ul>`
      }
      ${sharedRows(context)}
      ${
        mayWork(context)
          ? html`<p class="actions">
              <a class="button" href="${context.base}/do/text.table">${context.t.texts.list.table}</a>
            </p>`
          : ''
      }`,
  });
};

/** Those that it writes with others. */
const sharedRows = (context: Context): Html | '' => {
  const words = context.t.texts.together;
  const shared = context.shared.list();
  if (shared.length === 0) return '';
  return html`<h2>${words.list}</h2>
    <ul class="rows">
      ${shared.map(
        ({ id, owner, title, at }) =>
          html`<li>
            <span class="what block" dir="auto"
              ><a href="${context.base}/together/${id}">${title || words.untitled}</a></span
            >
            <span class="why">${org(context, owner)} · ${momentText(context, at)}</span>
          </li>`,
      )}
    </ul>`;
};

const row = (context: Context, draft: DraftLine): Html => {
  const { t, base, reader } = context;
  const words = t.texts.drafts;
  const text = draft.text === null ? null : reader.text(draft.text);
  const title = draft.title || (text === null ? words.untitled : present(text).title);
  return html`<li>
    <span class="symbol">${words.kind[draft.kind]}${text === null ? '' : ` · ${citation(context, text)}`}</span>
    <span class="what block" dir="auto"><a href="${draftPath(context, draft)}">${title}</a></span>
    <span class="why">${words.changed(momentText(context, draft.at), draft.by)}</span>
    <form method="post" action="${base}/drafts/${draft.id}/discard">
      <button class="plain">${words.discard}<span class="visually-hidden">: ${title}</span></button>
    </form>
  </li>`;
};
