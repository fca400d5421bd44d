import { KINDS, type Kind } from '../../../conference/search/document.ts';
import { MOST_FOUND, type Asked, type Finds } from '../../../conference/search/search.ts';
import { MOST_ASKED, MOST_TERMS } from '../../../conference/search/query.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { page } from '../../kit/layout.ts';
import { linkRow } from '../../kit/listing.ts';
import { quoted, sentence } from '../../kit/theirs.ts';
import { foundItem } from '../parts/found.ts';

/** What was found of what somebody looks for; without a question, what can be looked for. */
export const searchPage = (context: Context, asked: Asked, finds: Finds): Html => {
  const words = context.t.site.search;
  const isAsked = asked.words.trim() !== '';
  return page(context, {
    title: words.title,
    width: 'narrow',
    body: html`<h1>${words.title}</h1>
      <form class="search-form" method="get" action="${context.base}/search" role="search">
        <label class="visually-hidden" for="q">${words.label}</label>
        <input
          id="q"
          name="q"
          type="search"
          value="${asked.words.slice(0, MOST_ASKED)}"
          maxlength="${MOST_ASKED}"
          aria-describedby="q-hint"
          autocomplete="off"
          dir="auto"
          ${isAsked ? '' : html`autofocus`}
        />
        ${asked.kind === null ? '' : html`<input type="hidden" name="kind" value="${asked.kind}" />`}
        <button>${words.find}</button>
      </form>
      ${isAsked ? foundPart(context, asked, finds) : html`<p class="lede">${words.lede}</p>`}
      <p class="hint" id="q-hint">${words.hint}</p>`,
  });
};

const foundPart = (context: Context, asked: Asked, finds: Finds): Html => {
  const words = context.t.site.search;
  const { count, query, isWhole } = finds;
  return html`${kindsRow(context, asked, finds)}
  ${query.shortened ? html`<p class="notice">${words.shortened(MOST_TERMS)}</p>` : ''}
  ${isWhole ? '' : html`<p class="notice" role="status">${words.notWhole}</p>`}
  ${
    count === 0
      ? html`<p class="empty">${sentence(words.none, quoted(asked.words.slice(0, MOST_ASKED)))} ${words.noneHint}</p>`
      : html`<p class="tally">${count >= MOST_FOUND ? words.most(MOST_FOUND) : words.found(count)}</p>
          <ol class="rows finds">
            ${finds.finds.map((find) => foundItem(context, find))}
          </ol>`
  }
  ${pages(context, asked, finds)}`;
};

/** Where there is something to be found, and how much. */
const kindsRow = (context: Context, asked: Asked, { kinds }: Finds): Html | '' => {
  const words = context.t.site.search;
  const shown = KINDS.filter((kind) => kinds.has(kind) || kind === asked.kind);
  if (shown.length === 0) return '';
  const count = (kind: Kind): string => {
    const found = kinds.get(kind) ?? 0;
    return found >= MOST_FOUND ? `${MOST_FOUND}+` : `${found}`;
  };
  return linkRow(words.kinds, [
    {
      label: words.everything,
      href: addressOf(context, { ...asked, kind: null, after: null }),
      here: asked.kind === null,
    },
    ...shown.map((kind) => ({
      label: `${words.kind[kind]} (${count(kind)})`,
      href: addressOf(context, { ...asked, kind, after: null }),
      here: asked.kind === kind,
    })),
  ]);
};

const addressOf = ({ base }: Context, { words, kind, after }: Asked): string => {
  const query = new URLSearchParams({ q: words.slice(0, MOST_ASKED) });
  if (kind !== null) query.set('kind', kind);
  if (after !== null && after !== '') query.set('after', after);
  return `${base}/search?${query.toString()}`;
};

const pages = (context: Context, asked: Asked, { start, finds, count, before, next }: Finds): Html | '' => {
  const words = context.t.common.pages;
  if (before === null && next === null) return '';
  return html`<nav class="actions pages no-print" aria-label="${words.label}">
    ${before === null ? '' : html`<a rel="prev" href="${addressOf(context, { ...asked, after: before })}">← ${words.before}</a>`}
    <span class="tally">${words.shown(start + 1, start + finds.length, count)}</span>
    ${next === null ? '' : html`<a rel="next" href="${addressOf(context, { ...asked, after: next })}">${words.after} →</a>`}
  </nav>`;
};
