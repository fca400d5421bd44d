import type { Clause } from '../../../text/clause.ts';
import { type Typed, readTyped } from '../../shared/typed-source.ts';
import { newId } from './ids.ts';

export interface ReadSource {
  readonly title: string;
  readonly clauses: readonly Clause[];
}

/**
 * Reads the fields of a form. Clauses without an id keep that of the clause of `before` that they continue; others get one that nobody else makes. A
 * number: the line that cannot be read.
 */
export const readSource = (typed: Typed, before: readonly Clause[]): ReadSource | number => {
  const read = readTyped(typed, { before });
  if (!read.ok) return read.error.kind === 'no-clauses' ? { title: typed.title, clauses: [] } : read.error.line;
  const known = new Set(before.map(({ id }) => id));
  const clauses = read.value.clauses.map((clause) =>
    known.has(clause.id) || typed.body.includes(`{#${clause.id}`) ? clause : { ...clause, id: newId(clause.kind) },
  );
  return { title: read.value.title ?? '', clauses };
};
