import { type Html, html } from '../../../markup/html.ts';
import type { SiteContext } from '../../kit/context.ts';
import { sitePage } from '../../kit/layout.ts';

/** Where the link in a bulletin leads: one button, and no signing in (RFC 8058). */
export const unsubscribePage = (context: SiteContext, conference: string, done: boolean): Html => {
  const words = context.t.post.settings.unsubscribe;
  const title = done ? words.done : words.title;
  return sitePage(context, {
    title,
    width: 'narrow',
    body: html`<h1>${title}</h1>
      <p class="lede">${done ? words.doneBody : words.body(conference)}</p>
      ${
        done
          ? ''
          : html`<form method="post" action="${context.url.pathname}">
              <p class="actions"><button>${words.button}</button></p>
            </form>`
      }`,
  });
};
