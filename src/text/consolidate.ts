import type { ClauseId } from '../base/ids.ts';
import type { Proposed } from './change.ts';
import { clausesOf } from './change-parts.ts';
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
  const about = new Map<ClauseId, A[]>();
  const arriving = new Map<ClauseId | null, Row<A>[]>();
  for (const amendment of amendments) {
    const { change } = amendment;
    for (const id of clausesOf(change)) put(about, id, amendment);
    if (change.kind === 'add') put(arriving, change.after, { kind: 'addition', clause: change.clause, amendment });
    const moved = change.kind === 'move' ? known.get(change.clause) : undefined;
    if (change.kind === 'move' && moved !== undefined)
      put(arriving, change.after, { kind: 'arrival', clause: moved, amendment });
  }
  const behind = (place: ClauseId | null): readonly Row<A>[] => arriving.get(place) ?? [];
  return [
    ...behind(null),
    ...clauses.flatMap((clause): readonly Row<A>[] => [
      { kind: 'clause', clause, amendments: about.get(clause.id) ?? [] },
      ...behind(clause.id),
    ]),
  ];
};

const put = <K, V>(lists: Map<K, V[]>, key: K, value: V): void => {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
};
