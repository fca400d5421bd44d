import type { Clause } from '../../../text/clause.ts';
import { fromMarkdown, toMarkdown } from '../../../text/markdown.ts';
import { newId } from './ids.ts';

/** The text as it stands in the form's field: the Markdown-like form, each clause with its id. */

export const sourceOf = (clauses: readonly Clause[]): string =>
  clauses.length === 0 ? '' : toMarkdown({ title: null, clauses }).trimEnd();

export interface ReadSource {
  readonly title: string | null;
  readonly clauses: readonly Clause[];
}

/**
 * Reads a field. Clauses without an id keep that of the clause of `before` that they continue; others get one that nobody else makes. A number:
 * the line that cannot be read.
 */
export const readSource = (source: string, before: readonly Clause[]): ReadSource | number => {
  const read = fromMarkdown(source, { before });
  if (!read.ok) return read.error.kind === 'no-clauses' ? { title: null, clauses: [] } : read.error.line;
  const known = new Set(before.map(({ id }) => id));
  const clauses = read.value.clauses.map((clause) =>
    known.has(clause.id) || source.includes(`{#${clause.id}`) ? clause : { ...clause, id: newId(clause.kind) },
  );
  return { title: read.value.title, clauses };
};
