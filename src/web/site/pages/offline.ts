import { type Html, html } from '../../../markup/html.ts';
import type { SiteContext } from '../../kit/context.ts';
import { sitePage } from '../../kit/layout.ts';

/** Where a reader has this device keep what they read; and what stands in place of a page that it does not have, where there is no network. */
export const offlinePage = (context: SiteContext): Html => {
  const words = context.t.site.offline;
  const { on, off, unsupported } = words;
  const { cancelled, offline } = context.t.acts.trouble;
  return sitePage(context, {
    title: words.title,
    width: 'narrow',
    islands: ['offline-reading'],
    body: html`<h1>${words.title}</h1>
      <p class="lede">${words.lede}</p>
      <offline-reading data-messages="${JSON.stringify({ on, off, unsupported, cancelled, offline })}">
        <p>
          <label><input type="checkbox" /> ${words.own}</label>
        </p>
        <p class="hint">${words.ownHint}</p>
        <p class="actions">
          <button type="button" data-part="begin" hidden>${words.begin}</button>
          <button type="button" class="second" data-part="end" hidden>${words.end}</button>
        </p>
        <p role="status"></p>
        <noscript><p>${words.noScript}</p></noscript>
        <section data-part="list" hidden>
          <h2>${words.kept}</h2>
          <ul></ul>
        </section>
      </offline-reading>
      <h2>${words.never}</h2>
      <p>${words.neverBody}</p>`,
  });
};
