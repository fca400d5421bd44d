import type { Clause } from '../../../text/clause.ts';
import { type Result, ok } from '../../../base/result.ts';
import type { MarkdownFault } from '../../../text/markdown.ts';
import { type Typed, readTyped } from '../../shared/typed-source.ts';
import { newId } from './ids.ts';

interface ReadSource {
  readonly title: string;
  readonly clauses: readonly Clause[];
}

/**
 * Reads the fields of a form. Clauses without an id keep that of the clause of `before` that they continue; others get one that nobody else makes.
 */
export const readSource = (typed: Typed, before: readonly Clause[]): Result<ReadSource, MarkdownFault> => {
  const read = readTyped(typed, { before });
  if (!read.ok) return read.error.kind === 'no-clauses' ? ok({ title: typed.title, clauses: [] }) : read;
  const known = new Set(before.map(({ id }) => id));
  const clauses = read.value.clauses.map((clause) =>
    known.has(clause.id) || typed.body.includes(`{#${clause.id}`) ? clause : { ...clause, id: newId(clause.kind) },
  );
  return ok({ title: read.value.title ?? '', clauses });
};
