import type { JsonObject } from '../../base/json.ts';
import { type Instant, dayOf } from '../../base/time.ts';
import { type Html, dataBlock, html } from '../../markup/html.ts';
import type { Context } from './context.ts';

/**
 * What search engines and messengers show of a public page that somebody passes on (the Open Graph protocol; schema.org as JSON-LD). It says nothing that the page does not, and loads nothing. Whoever is signed
 * in passes on the same address, and gets it without.
 */
export interface Card {
  /** How it begins, or what it is. */
  readonly words: string;
  /** A type of schema.org. */
  readonly type:
    'CreativeWork' | 'Report' | 'PublicationIssue' | 'Periodical' | 'Organization' | 'Event' | 'DataCatalog';
  /** In which language its words are; `null`: nobody said, or it is ours. */
  readonly language?: string | null;
  /** When it was adopted or published. */
  readonly published?: Instant;
  /** What it is cited by. */
  readonly identifier?: string;
  /** Whom it speaks for, by name; left out: the conference. */
  readonly authors?: readonly string[];
  /** What else is true of it there. */
  readonly more?: JsonObject;
}

const organisation = (name: string) => ({ '@type': 'Organization', name }) as const;

/** For whom it speaks, and who publishes it: what is no word of the conference bears its name nowhere. */
const whoseOf = (authors: readonly string[] | null, publisher: string | null) => ({
  author: (authors ?? (publisher === null ? [] : [publisher])).map(organisation),
  ...(publisher === null ? {} : { publisher: organisation(publisher) }),
});

const dataOf = (
  card: Card,
  given: { readonly title: string; readonly url: string; readonly publisher: string | null },
) => {
  const { type, words, language = null, published, identifier, authors, more } = card;
  const isOrganisation = type === 'Organization';
  return {
    '@context': 'https://schema.org',
    '@type': type,
    name: given.title,
    url: given.url,
    ...(words === '' ? {} : { description: words }),
    ...(language === null || isOrganisation ? {} : { inLanguage: language }),
    ...(published === undefined ? {} : { datePublished: dayOf(published) }),
    ...(identifier === undefined ? {} : { identifier }),
    ...(isOrganisation ? {} : whoseOf(authors ?? null, given.publisher)),
    ...more,
  };
};

/** @param page its title, without the conference's name; whether it is no word of the conference */
export const cardTags = (
  context: Context,
  { title, apart = false }: { readonly title: string; readonly apart?: boolean },
  card: Card,
): Html | '' => {
  const { me, origin, url, conference, language } = context;
  if (me !== null) return '';
  const publisher = apart ? null : (conference.state().charter?.charter.name ?? conference.slug);
  const address = `${origin}${url.pathname}`;
  const words = card.words;
  const description = words === '' ? '' : html`<meta name="description" content="${words}" />`;
  // A copy names no server: where it lies nobody knows.
  if (context.copy) return description;
  return html`${description}
    <link rel="canonical" href="${address}" />
    <meta property="og:title" content="${title}" />
    ${words === '' ? '' : html`<meta property="og:description" content="${words}" />`}
    <meta property="og:type" content="${card.type === 'Organization' ? 'website' : 'article'}" />
    <meta property="og:url" content="${address}" />
    ${publisher === null ? '' : html`<meta property="og:site_name" content="${publisher}" />`}
    <meta property="og:locale" content="${language}" />
    ${card.published === undefined ? '' : html`<meta property="article:published_time" content="${dayOf(card.published)}" />`}
    <script type="application/ld+json">
      ${dataBlock(dataOf(card, { title, url: address, publisher }))}
    </script>`;
};
