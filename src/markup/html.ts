/** HTML put together from templates. What a template brings in is escaped, unless a template made it. */

/** HTML in which every word from outside is escaped. Only this module makes it: nothing that was sent or read can pass for it. */
class Html {
  readonly #markup: string;

  constructor(markup: string) {
    this.#markup = markup;
  }

  toString(): string {
    return this.#markup;
  }
}

export type { Html };

/** What a template takes: words and numbers, HTML, any of these one after the other, and nothing. */
export type Part = Html | string | number | false | null | undefined | readonly Part[];

/** The HTML of a template. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Html => {
  let markup = strings[0] ?? '';
  for (let i = 0; i < parts.length; i++) markup += markupOf(parts[i]) + (strings[i + 1] ?? '');
  return new Html(markup);
};

/** HTML that a template made before and that was kept as a string since; never words of anybody's. */
export const keptHtml = (markup: string): Html => new Html(markup);

/** JSON inside a `script` of data: nothing in it can end the element, or begin anything in it. */
export const dataBlock = (data: object): Html =>
  new Html(
    JSON.stringify(data).replaceAll(
      /[<>&\u2028\u2029]/gu,
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
    ),
  );

const markupOf = (part: Part): string => {
  if (typeof part === 'string') return escaped(part);
  if (typeof part === 'number') return `${part}`;
  if (part instanceof Html) return part.toString();
  if (part === false || part === null || part === undefined) return '';
  let markup = '';
  for (const one of part) markup += markupOf(one);
  return markup;
};

const ENTITIES: Readonly<Record<string, string>> = {
  '"': '&quot;',
  '&': '&amp;',
  "'": '&#39;',
  '<': '&lt;',
  '>': '&gt;',
};

const escaped = (words: string): string =>
  /["&'<>]/u.test(words) ? words.replaceAll(/["&'<>]/gu, (character) => ENTITIES[character] ?? character) : words;
