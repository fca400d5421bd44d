import type { ClauseId } from '../base/ids.ts';
import { type Result, err, ok, unreachable } from '../base/result.ts';
import type { Change } from './change.ts';
import { broughtBy, clausesOf } from './change-parts.ts';
import type { Clause } from './clause.ts';
import { ofForm, sameClause } from './clause-form.ts';

/** Why a change does not fit a text. */
export type ChangeFault =
  | { readonly kind: 'no-such-clause'; readonly clause: ClauseId }
  | { readonly kind: 'clause-exists'; readonly clause: ClauseId }
  /** The clause does not follow directly on the one that it would be joined to. */
  | { readonly kind: 'not-adjacent'; readonly clause: ClauseId }
  | { readonly kind: 'changes-nothing' };

/** The place of each clause. */
export type Places = ReadonlyMap<ClauseId, number>;

export const placesOf = (clauses: readonly Clause[]): Places => new Map(clauses.map(({ id }, place) => [id, place]));

/** What is wrong with a change to these clauses; `places` are theirs. */
export const faultOf = (clauses: readonly Clause[], places: Places, change: Change): ChangeFault | null => {
  const own = new Set<ClauseId>();
  for (const { id } of broughtBy(change)) {
    if (places.has(id) || own.has(id)) return { kind: 'clause-exists', clause: id };
    own.add(id);
  }
  const anchor = change.kind === 'add' || change.kind === 'move' ? change.after : null;
  const missing = [...clausesOf(change), ...(anchor === null ? [] : [anchor])].find((id) => !places.has(id));
  if (missing !== undefined) return { kind: 'no-such-clause', clause: missing };
  if (change.kind === 'join') {
    const first = places.get(change.clauses[0] as ClauseId) ?? 0;
    const apart = change.clauses.find((id, i) => places.get(id) !== first + i);
    if (apart !== undefined) return { kind: 'not-adjacent', clause: apart };
  }
  return changesNothing(clauses, places, change) ? { kind: 'changes-nothing' } : null;
};

const changesNothing = (clauses: readonly Clause[], places: Places, change: Change): boolean => {
  if (change.kind === 'replace') {
    const old = clauses[places.get(change.clause) ?? -1];
    return old !== undefined && sameClause(old, replaced(old, change));
  }
  if (change.kind !== 'move') return false;
  const at = places.get(change.clause) ?? 0;
  const to = change.after === null ? -1 : (places.get(change.after) ?? 0);
  return to === at || to === at - 1;
};

const replaced = (clause: Clause, { words, as }: Extract<Change, { readonly kind: 'replace' }>): Clause =>
  ofForm({ id: clause.id, words }, as ?? clause);

/** The clauses with the change made. The input is left as it is. */
export const applyChange = (clauses: readonly Clause[], change: Change): Result<readonly Clause[], ChangeFault> => {
  const places = placesOf(clauses);
  const fault = faultOf(clauses, places, change);
  if (fault !== null) return err(fault);
  const place = (id: ClauseId | null | undefined): number => places.get(id ?? ('' as ClauseId)) ?? -1;
  const changed = (id: ClauseId | undefined, how: (clause: Clause) => readonly Clause[], count = 1) =>
    ok(clauses.toSpliced(place(id), count, ...clauses.slice(place(id), place(id) + 1).flatMap(how)));
  switch (change.kind) {
    case 'replace':
      return changed(change.clause, (clause) => [replaced(clause, change)]);
    case 'add':
      return ok(clauses.toSpliced(place(change.after) + 1, 0, change.clause));
    case 'delete':
      return changed(change.clause, () => []);
    case 'move': {
      const at = place(change.clause);
      const to = place(change.after);
      return ok(clauses.toSpliced(at, 1).toSpliced(to < at ? to + 1 : to, 0, ...clauses.slice(at, at + 1)));
    }
    case 'split':
      return changed(change.clause, (clause) => [{ ...clause, words: change.words }, ...change.into]);
    case 'join':
      return changed(change.clauses[0], (first) => [{ ...first, words: change.words }], change.clauses.length);
    default:
      return unreachable(change);
  }
};
