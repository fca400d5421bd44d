import { type Html, html } from '../../markup/html.ts';
import type { SiteContext } from './context.ts';
import { sitePage } from './layout.ts';

const plain = (context: SiteContext, words: { readonly title: string; readonly body: string }): Html =>
  sitePage(context, {
    title: words.title,
    width: 'narrow',
    body: html`<h1>${words.title}</h1>
      <p>${words.body}</p>`,
  });

export const notFoundPage = (context: SiteContext): Html => plain(context, context.t.common.notFound);

export const busyPage = (context: SiteContext): Html => plain(context, context.t.common.busy);

/** As much is sent in already, from this sender or from all, as may be. */
export const fullPage = (context: SiteContext): Html => plain(context, context.t.common.full);

export const faultPage = (context: SiteContext): Html => plain(context, context.t.common.fault);

/** The disk takes nothing at present. */
export const notKeptPage = (context: SiteContext): Html => plain(context, context.t.common.notKept);

export const badFormPage = (context: SiteContext): Html => plain(context, context.t.common.badForm);

/** There is no room for more work, for so many seconds. */
export const workingPage = (context: SiteContext, seconds: number): Html => {
  const { title, body } = context.t.common.working;
  return plain(context, { title, body: body(seconds) });
};

export const tooMuchPage = (context: SiteContext): Html => plain(context, context.t.common.tooMuch);

export const signingStoppedPage = (context: SiteContext): Html => plain(context, context.t.common.signingStopped);

/** The conference's record cannot be read here. */
export const haltedPage = (context: SiteContext): Html => plain(context, context.t.common.halted);
