import { type Html, html } from '../../markup/html.ts';
import type { Context } from './context.ts';

/** Where what stands here can be followed by other programs, in the form that they read. @param base the address that the feeds lie below */
export const feedLinks = ({ t }: Context, base: string): Html =>
  html`<p class="quiet">
    ${t.site.feed.follow}: <a href="${base}/feed.atom" type="application/atom+xml">${t.site.feed.atom}</a> ·
    <a href="${base}/feed.json" type="application/feed+json">${t.site.feed.json}</a>
  </p>`;
