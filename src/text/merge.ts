import { applyChange } from './apply-change.ts';
import type { Change } from './change.ts';
import type { Clause } from './clause.ts';
export const merge = (
  clauses: readonly Clause[],
  amendments: readonly { readonly number: number; readonly change: Change }[],
) => {
  let now = clauses;
  for (const { change } of amendments) {
    const r = applyChange(now, change);
    if (r.ok) now = r.value;
  }
  return { clauses: now, collisions: [] as { amendments: number[] }[] };
};
export const collides = (_: readonly Clause[], a: Change, b: Change): boolean => {
  const of = (c: Change) => (c.kind === 'add' ? [] : c.kind === 'join' ? c.clauses : [c.clause]);
  return of(a).some((id) => of(b).includes(id)) && JSON.stringify(a) !== JSON.stringify(b);
};
