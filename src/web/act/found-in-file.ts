import { z } from 'zod';
import { parseJson } from '../../base/json.ts';
import type { Imported } from '../../conference/documents.ts';
import { type Html, html } from '../../markup/html.ts';
import type { SiteContext } from '../kit/context.ts';
import type { Fields } from '../kit/fields.ts';
import { listText } from '../kit/words.ts';

/** What a file held that was read into a form: shown once, beside what came of it. */

const foundSchema = z.object({
  clauses: z.int(),
  authors: z.array(z.string()),
  comments: z.array(z.object({ author: z.string(), words: z.string() })),
  more: z.int(),
  encoding: z.string().nullable(),
  warnings: z.array(z.enum(['tables', 'pictures', 'deep-points', 'nested-changes', 'formatting-changes'])),
});

/** The most comments that are shown, and of each the most characters. */
const MOST_COMMENTS = 100;
const MOST_LENGTH = 600;

/** As the value of a field, `found`. */
export const foundIn = ({ clauses, byAuthor, comments, warnings, encoding }: Imported): string =>
  JSON.stringify({
    clauses: clauses.length,
    authors: byAuthor.map(({ author }) => author),
    comments: comments
      .slice(0, MOST_COMMENTS)
      .map(({ author, words }) => ({ author, words: words.slice(0, MOST_LENGTH).toWellFormed() })),
    more: Math.max(0, comments.length - MOST_COMMENTS),
    warnings: [...warnings],
    encoding,
  } satisfies z.input<typeof foundSchema>);

/** As programs call it: `Windows-1253`, `UTF-16LE`. */
const encodingName = (label: string): string =>
  label.startsWith('windows') ? `W${label.slice(1)}` : label.toUpperCase();

/** The field as a box, or nothing. `tracked` says what may be done about tracked changes, whose authors it is given. */
export const foundBox = (
  context: SiteContext,
  fields: Fields,
  tracked: (authors: string) => Html | string,
): Html | '' => {
  const json = parseJson(fields.text('found'));
  const read = json.ok ? foundSchema.safeParse(json.value) : null;
  if (read?.success !== true) return '';
  const words = context.t.texts.upload;
  const { clauses, authors, comments, more, warnings, encoding } = read.data;
  const names = listText(
    context,
    authors.map((author) => author || words.nobody),
  );
  return html`<section class="panel" role="status">
    <p>
      ✓ ${words.read(clauses)}
      ${encoding === null || encoding === 'utf-8' ? '' : context.t.texts.structure.encoding(encodingName(encoding))}
    </p>
    ${authors.length === 0 ? '' : html`<p>${tracked(names)}</p>`}
    ${
      warnings.length === 0
        ? ''
        : html`<ul>
            ${warnings.map((warning) => html`<li>${words.warning[warning]}</li>`)}
          </ul>`
    }
    ${
      comments.length === 0
        ? ''
        : html`<details>
            <summary>${words.comments(comments.length + more)}</summary>
            <dl>
              ${comments.map(
                ({ author, words: said }) =>
                  html`<dt><bdi>${author || words.nobody}</bdi></dt>
                    <dd dir="auto">${said}</dd>`,
              )}
            </dl>
          </details>`
    }
  </section>`;
};
