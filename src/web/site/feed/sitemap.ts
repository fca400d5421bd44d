import { PUBLIC } from '../../../charter/visibility.ts';
import { type Reader, createReader } from '../../../conference/reading/reader.ts';
import type { Conference } from '../../../conference/types.ts';
import { type Html, html } from '../../../markup/html.ts';
import { LANGUAGES } from '../../messages/index.ts';

/** The public addresses of a conference for those who look through the web (sitemaps.org), in parts: of many documents none is told twice, and no answer grows with the record. */

/** Addresses of one part. */
export const PART = 1000;

/** Below the conference's address; each stays in its part, for numbers only grow. */
const addressesIn = (reader: Reader): readonly string[] => [
  '',
  '/decisions',
  '/statements',
  '/participants',
  '/about',
  ...Array.from(reader.pages().keys(), (address) => `/about/${address}`),
  '/charters',
  '/archive',
  ...reader.organisations().map(({ id }) => `/participants/${id}`),
  ...reader.texts().flatMap(({ stage, number }) => (stage === 'adopted' ? [`/decisions/${number}`] : [])),
  ...reader.statements().map(({ number }) => `/statements/${number}`),
  ...reader.archive().map(({ number }) => `/archive/${number}`),
  '/reports',
  '/publications',
  ...reader
    .periodicals()
    .flatMap(({ number, published }) => [
      `/publications/${number}`,
      ...published.map((_, i) => `/publications/${number}/${i + 1}`),
    ]),
  ...reader.reports().map(({ number }) => `/reports/${number}`),
  '/appeals',
  ...reader.appeals().map(({ number }) => `/appeals/${number}`),
  '/actions',
  ...reader.actions().map(({ number }) => `/actions/${number}`),
];

/** @param base the conference's whole address */
export const sitemapIndex = (conference: Pick<Conference, 'state'>, base: string): Html => {
  const parts = Math.ceil(addressesIn(createReader(conference.state(), PUBLIC)).length / PART);
  return html`<?xml version="1.0" encoding="utf-8"?>
    <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
      ${Array.from({ length: parts }, (_, i) => html`<sitemap><loc>${base}/sitemap-${i + 1}.xml</loc></sitemap>`)}
    </sitemapindex>`;
};

/** @param part from 1; `null`: there is none */
export const sitemapPart = (conference: Pick<Conference, 'state'>, base: string, part: number): Html | null => {
  const from = (part - 1) * PART;
  const addresses = addressesIn(createReader(conference.state(), PUBLIC)).slice(from, from + PART);
  if (addresses.length === 0) return null;
  return html`<?xml version="1.0" encoding="utf-8"?>
    <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
      ${addresses.map((path) =>
        LANGUAGES.map(
          (language) =>
            html`<url>
              <loc>${base}${path}?lang=${language}</loc>
              ${LANGUAGES.map(
                (other) => html`<xhtml:link rel="alternate" hreflang="${other}" href="${base}${path}?lang=${other}" />`,
              )}
            </url>`,
        ),
      )}
    </urlset>`;
};
