import { rfc3339 } from '../../../base/time.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { FeedItem } from './items.ts';

/** What a feed says of itself. */
export interface FeedHead {
  readonly id: string;
  readonly title: string;
  readonly language: string;
  /** Of the feed and of the page that it follows, whole. */
  readonly self: string;
  readonly page: string;
  /** The conference's address, whole. */
  readonly base: string;
  /** When the conference was founded: as old as a feed without items is. */
  readonly since: string;
}

/** Atom (RFC 4287). Words stand in it as text: no reader takes any of them for markup. */
export const atomOf = ({ id, title, language, self, page, base, since }: FeedHead, items: readonly FeedItem[]): Html =>
  html`<?xml version="1.0" encoding="utf-8"?>
    <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">
      <id>urn:uuid:${id}</id>
      <title type="text">${title}</title>
      <updated>${items[0] === undefined ? since : rfc3339(items[0].at)}</updated>
      <link rel="self" type="application/atom+xml" href="${self}" />
      <link rel="alternate" type="text/html" href="${page}" />
      <generator>Isonomia</generator>
      ${items.map((item) => entry(base, item))}
    </feed>`;

const entry = (base: string, { id, path, title, opening, language, at, authors }: FeedItem): Html =>
  html`<entry ${language === null ? '' : html`xml:lang="${language}"`}>
    <id>urn:uuid:${id}</id>
    <title type="text">${title}</title>
    <published>${rfc3339(at)}</published>
    <updated>${rfc3339(at)}</updated>
    ${authors.map((name) => html`<author><name>${name}</name></author>`)}
    <link rel="alternate" type="text/html" href="${base}${path}" />
    ${opening === null ? '' : html`<summary type="text">${opening}</summary>`}
  </entry>`;
