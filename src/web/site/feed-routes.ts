import { createHash } from 'node:crypto';
import { type Context as Call, Hono } from 'hono';
import type { OrganisationId } from '../../base/ids.ts';
import { rfc3339 } from '../../base/time.ts';
import { FOR_EVERYONE } from '../../http/keeping.ts';
import { PUBLIC } from '../../charter/visibility.ts';
import { createReader } from '../../conference/reading/reader.ts';
import { createAnswers } from '../../conference/work/answers.ts';
import type { Context } from '../kit/context.ts';
import type { WebEnv } from '../kit/env.ts';
import { nameOf } from '../kit/words.ts';
import { type FeedHead, atomOf } from './feed/atom.ts';
import { type FeedItem, feedIdOf, feedItems } from './feed/items.ts';
import { jsonFeedOf } from './feed/json-feed.ts';
import { sitemapIndex, sitemapPart } from './feed/sitemap.ts';

/** What is published, for programs: feeds to subscribe to, and maps of the site. The same for everybody, signed in or not. */
export const feedRoutes = new Hono<WebEnv>();

/** Bytes of feeds that are kept until the record grows. */
const ROOM = 4 * 1024 * 1024;
const kept = createAnswers<string>(ROOM);

/** Answers with what is made once for each size of the record and each language. */
const sendKept = (c: Call<WebEnv>, type: string, make: (context: Context) => string | null): Response => {
  const context = c.var.context();
  if (createReader(context.conference.state(), PUBLIC).founded === null) return c.body(null, 404);
  const { conference, language, origin, url } = context;
  const key = [origin, conference.state().conference, conference.state().size, language, url.pathname].join(' ');
  const body = kept.get(key) ?? make(context);
  if (body === null) return c.body(null, 404);
  kept.keep(key, body, body.length);
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  const headers = { 'content-type': type, etag, 'cache-control': FOR_EVERYONE, vary: 'accept-language, cookie' };
  return c.req.header('if-none-match') === etag ? c.body(null, 304, headers) : c.body(body, 200, headers);
};

const [ATOM, JSON_FEED, XML] = [
  'application/atom+xml; charset=utf-8',
  'application/feed+json; charset=utf-8',
  'application/xml; charset=utf-8',
];

type Write = (head: FeedHead, items: readonly FeedItem[]) => string;
const asAtom: Write = (head, items) => atomOf(head, items).toString();

/** @param of only what this organisation has signed; `null`: all */
const feed = (context: Context, of: string | null, write: Write): string | null => {
  const { t, conference, language, origin, url, base } = context;
  const reader = createReader(conference.state(), PUBLIC);
  const by = of === null ? null : reader.organisation(of as OrganisationId);
  if (of !== null && by === null) return null;
  const name = reader.charter()?.charter.name ?? conference.slug;
  const whole = origin + base;
  const head: FeedHead = {
    id: feedIdOf(conference, by?.id ?? null),
    title: by === null ? name : t.site.feed.of(nameOf(context, by.id), name),
    language,
    self: `${origin}${url.pathname}?lang=${language}`,
    page: by === null ? whole : `${whole}/participants/${by.id}`,
    base: whole,
    since: rfc3339(reader.founded?.at ?? conference.state().time),
  };
  return write(head, feedItems(conference, by?.id ?? null, language));
};

feedRoutes.get('/feed.atom', (c) => sendKept(c, ATOM, (context) => feed(context, null, asAtom)));
feedRoutes.get('/feed.json', (c) => sendKept(c, JSON_FEED, (context) => feed(context, null, jsonFeedOf)));
feedRoutes.get('/participants/:id/feed.atom', (c) =>
  sendKept(c, ATOM, (context) => feed(context, c.req.param('id'), asAtom)),
);
feedRoutes.get('/participants/:id/feed.json', (c) =>
  sendKept(c, JSON_FEED, (context) => feed(context, c.req.param('id'), jsonFeedOf)),
);

feedRoutes.get('/sitemap.xml', (c) =>
  sendKept(c, XML, ({ conference, origin, base }) => sitemapIndex(conference, origin + base).toString()),
);
feedRoutes.get('/:file{sitemap-[0-9]+\\.xml}', (c) =>
  sendKept(c, XML, ({ conference, origin, base }) => {
    const part = Number(c.req.param('file').slice('sitemap-'.length, -'.xml'.length));
    return sitemapPart(conference, origin + base, part)?.toString() ?? null;
  }),
);
