import { rfc3339 } from '../../../base/time.ts';
import type { FeedHead } from './atom.ts';
import type { FeedItem } from './items.ts';

/** JSON Feed 1.1 (jsonfeed.org). */
export const jsonFeedOf = ({ title, language, self, page, base }: FeedHead, items: readonly FeedItem[]): string =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title,
    language,
    feed_url: self,
    home_page_url: page,
    items: items.map(({ id, path, title: heading, opening, language: of, at, authors }) => ({
      id: `urn:uuid:${id}`,
      url: `${base}${path}`,
      title: heading,
      content_text: opening ?? heading,
      date_published: rfc3339(at),
      authors: authors.map((name) => ({ name })),
      ...(of === null ? {} : { language: of }),
    })),
  });
