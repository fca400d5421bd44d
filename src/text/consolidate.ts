import type { ClauseId } from '../base/ids.ts';
import { type Proposed, clausesOf } from './change.ts';
import type { Clause } from './clause.ts';

/** A line of a text with its open amendments: what stands, with what is proposed to it, or what is proposed beside it. */
export type Row<A extends Proposed = Proposed> =
  /** A clause of the text and the amendments that would replace, delete, move, split or join it. */
  | { readonly kind: 'clause'; readonly clause: Clause; readonly amendments: readonly A[] }
  /** A clause that an amendment would add here. */
  | { readonly kind: 'addition'; readonly clause: Clause; readonly amendment: A }
  /** The place to which an amendment would move a clause from elsewhere. */
  | { readonly kind: 'arrival'; readonly clause: Clause; readonly amendment: A };

/**
 * A text's clauses with each open amendment at its place, in the order of the text and, at one place, of the amendments. What would come before
 * the first clause stands first. An amendment to a clause that is not there has no place and is left out.
 */
export const withAmendments = <A extends Proposed>(
  clauses: readonly Clause[],
  amendments: readonly A[],
): readonly Row<A>[] => {
  const known = new Map(clauses.map((clause) => [clause.id, clause]));
  const behind = (place: ClauseId | null): readonly Row<A>[] =>
    amendments.flatMap((amendment): readonly Row<A>[] => {
      const { change } = amendment;
      if (change.kind === 'add' && change.after === place)
        return [{ kind: 'addition', clause: change.clause, amendment }];
      if (change.kind !== 'move' || change.after !== place) return [];
      const clause = known.get(change.clause);
      return clause === undefined ? [] : [{ kind: 'arrival', clause, amendment }];
    });
  const to = (id: ClauseId): readonly A[] => amendments.filter(({ change }) => clausesOf(change).includes(id));
  return [
    ...behind(null),
    ...clauses.flatMap((clause): readonly Row<A>[] => [
      { kind: 'clause', clause, amendments: to(clause.id) },
      ...behind(clause.id),
    ]),
  ];
};
