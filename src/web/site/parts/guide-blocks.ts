import { type Html, html } from '../../../markup/html.ts';

/** The guide as a page: of Markdown what the guide uses, headings, paragraphs, lists, pictures, and marks within a line. Everything is escaped, though it is our own. */

export interface GuidePlaces {
  /** The address of a picture; `null`: it has none here. */
  readonly picture: (name: string) => string | null;
}

export const guideBlocks = (source: string, places: GuidePlaces): readonly Html[] => {
  const blocks = source.trim().split(/\n{2,}(?! )/u);
  return blocks.map((block) => shownBlock(block, places));
};

const shownBlock = (block: string, places: GuidePlaces): Html => {
  const heading = /^(#{1,2}) (.+)$/u.exec(block);
  if (heading !== null) {
    const words = inline(heading[2] ?? '');
    return heading[1] === '#' ? html`<h1>${words}</h1>` : html`<h2>${words}</h2>`;
  }
  const picture = /^!\[([^\]]*)\]\(pictures\/([a-z.]+)\.png\)$/u.exec(block);
  if (picture !== null) return figure(picture[1] ?? '', picture[2] ?? '', places);
  if (/^(?:-|\d+\.) /u.test(block)) {
    const items = block.split(/\n(?=(?:-|\d+\.) )/u).map((item) => {
      const [words = '', ...more] = item.replace(/^(?:-|\d+\.) /u, '').split(/\n{2,} +/u);
      return html`<li>${inline(words)}${more.map((part) => shownBlock(part, places))}</li>`;
    });
    return block.startsWith('-')
      ? html`<ul>
          ${items}
        </ul>`
      : html`<ol start="${/^\d+/u.exec(block)?.[0] ?? '1'}">
          ${items}
        </ol>`;
  }
  return html`<p>${inline(block)}</p>`;
};

const figure = (words: string, name: string, { picture }: GuidePlaces): Html => {
  const address = picture(name);
  return address === null
    ? html``
    : html`<p class="picture"><img src="${address}" alt="${words}" loading="lazy" /></p>`;
};

const MARKS =
  /\*\*(?<strong>[^*]+)\*\*|(?<![\p{L}\p{N}])_(?<em>[^_]+)_|`(?<code>[^`]+)`|\[(?<link>[^\]]+)\]\([^)]+\)/gu;

/** Papers beside the guide are named, and not led to: a node shows the guide alone. */
const inline = (words: string): Html => {
  const shown: (Html | string)[] = [];
  let at = 0;
  for (const { index, 0: whole, groups } of words.matchAll(MARKS)) {
    shown.push(words.slice(at, index));
    const { strong, em, code, link } = groups ?? {};
    if (strong !== undefined) shown.push(html`<strong>${strong}</strong>`);
    else if (em !== undefined) shown.push(html`<em>${em}</em>`);
    else shown.push(html`<code>${code ?? link ?? ''}</code>`);
    at = index + whole.length;
  }
  return html`${[...shown, words.slice(at)]}`;
};
