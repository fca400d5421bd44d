import type { Clause, ClauseForm } from './clause.ts';

/** What clauses have in common, without the schemas: a browser that merges texts needs no more. */

export const sameForm = (a: ClauseForm, b: ClauseForm): boolean => a.kind === b.kind && a.level === b.level;

export const sameClause = (a: Clause, b: Clause): boolean => a.id === b.id && sameForm(a, b) && a.words === b.words;

/** The clause as one of this kind and level. */
export const ofForm = ({ id, words }: Pick<Clause, 'id' | 'words'>, { kind, level }: ClauseForm): Clause =>
  level === undefined ? { id, kind, words } : { id, kind, level, words };

/** Whether they are the same clauses in the same order. */
export const sameClauses = (a: readonly Clause[], b: readonly Clause[]): boolean =>
  a.length === b.length &&
  a.every((clause, i) => {
    const other = b[i];
    return other !== undefined && sameClause(clause, other);
  });
