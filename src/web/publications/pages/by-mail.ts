import type { Periodical } from '../../../charter/publications/state.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context, SiteContext } from '../../kit/context.ts';
import { page, sitePage } from '../../kit/layout.ts';
import { sentence, theirs } from '../../kit/theirs.ts';
import { periodicalPath } from '../parts/paths.ts';

/** What comes after the form, and where the links in the mails lead. */

/** The same for everybody, whether the address subscribes already or not. */
export const askedPage = (context: Context, periodical: Periodical): Html => {
  const words = context.t.publications.byMail;
  return page(context, {
    title: words.asked,
    width: 'narrow',
    body: html`<p class="symbol">
        <a href="${periodicalPath(context, periodical)}">${theirs(periodical.title)}</a>
      </p>
      <h1>${words.asked}</h1>
      <p class="lede">${words.askedBody}</p>`,
  });
};

/** What the link would do, or what became of it. */
export type LinkStage = 'begin' | 'end' | 'begun' | 'ended' | 'over' | 'full';

/** @param title the periodical's */
export const linkPage = (context: SiteContext, stage: LinkStage, title: string, path: string): Html => {
  const words = context.t.publications.byMail.link[stage];
  return sitePage(context, {
    title: words.title,
    width: 'narrow',
    body: html`<h1>${words.title}</h1>
      <p class="lede">${sentence(words.body, theirs(title))}</p>
      ${
        'button' in words
          ? html`<form method="post" action="${context.url.pathname}">
              <p class="actions"><button>${words.button}</button></p>
            </form>`
          : html`<p><a href="${path}">${theirs(title)}</a></p>`
      }`,
  });
};
