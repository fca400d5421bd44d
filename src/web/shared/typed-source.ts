import { fitProse } from '../../base/fit.ts';
import type { Result } from '../../base/result.ts';
import type { Clause } from '../../text/clause.ts';
import { type MarkdownFault, type Written, fromMarkdown, toMarkdown } from '../../text/markdown.ts';

/** A text as it is typed: its title, and its clauses in the Markdown-like form. One reading of it for page, form, draft and act. */
export interface Typed {
  readonly title: string;
  readonly body: string;
}

/** A heading at the top is the title only where there is no other. A title of `null` in the answer: there is none at all. */
export const readTyped = (
  { title, body }: Typed,
  earlier: Parameters<typeof fromMarkdown>[1] = {},
): Result<Written, MarkdownFault> => {
  const read = fromMarkdown(title === '' ? body : body.replace(/^\s*# /u, '## '), earlier);
  return read.ok && title !== '' ? { ok: true, value: { ...read.value, title } } : read;
};

/** The clauses as they are typed, each by its name. */
export const bodyOf = (clauses: readonly Clause[]): string =>
  clauses.length === 0 ? '' : toMarkdown({ title: null, clauses }).trimEnd();

/** A body as forms send it and as it is kept: without empty lines before it or space behind it; the space before the first line's words tells a point's level. */
export const settledBody = (body: string): string =>
  fitProse(body)
    .replace(/^(?: *\n)+/u, '')
    .trimEnd();
