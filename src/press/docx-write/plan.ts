import type { ClauseId } from '../../base/ids.ts';
import type { Outgoing, OutgoingAmendment, OutgoingComment } from '../../conference/documents.ts';
import { applyChange } from '../../text/apply-change.ts';
import { clauseOf, clausesOf } from '../../text/change-parts.ts';
import type { Change } from '../../text/change.ts';
import type { Clause } from '../../text/clause.ts';

/** Which amendments become tracked changes, and where; the others are comments. */

/** Clauses that stand together, and what a tracked change makes of them. */
export interface Span {
  readonly before: readonly Clause[];
  readonly after: readonly Clause[];
  /** `null`: nothing is changed. */
  readonly by: OutgoingAmendment | null;
  /** One half of a move, with the move's number. */
  readonly move: number | null;
}

export interface Plan {
  readonly spans: readonly Span[];
  readonly comments: ReadonlyMap<ClauseId | null, readonly OutgoingComment[]>;
}

export const planOf = ({ clauses, amendments, comments }: Outgoing): Plan => {
  const taken = new Set<ClauseId>();
  const tracked = amendments.filter(({ change }) => {
    const touched = clausesOf(change);
    if (!applyChange(clauses, change).ok || touched.some((id) => taken.has(id))) return false;
    for (const id of touched) taken.add(id);
    return true;
  });
  const known = new Set(clauses.map(({ id }) => id));
  const rest = amendments.filter((amendment) => !tracked.includes(amendment));
  const instead = rest.map(({ change, author, on, inWords }): OutgoingComment => {
    const clause = clauseOf(change);
    return { clause: clause !== null && known.has(clause) ? clause : null, author, on, words: inWords };
  });
  return {
    spans: spansOf(clauses, tracked),
    comments: Map.groupBy([...comments, ...instead], ({ clause }) =>
      clause !== null && known.has(clause) ? clause : null,
    ),
  };
};

const spansOf = (clauses: readonly Clause[], tracked: readonly OutgoingAmendment[]): readonly Span[] => {
  const moves = tracked.filter(({ change }) => change.kind === 'move');
  const moveOf = (amendment: OutgoingAmendment): number | null => {
    const at = moves.indexOf(amendment);
    return at < 0 ? null : at + 1;
  };
  const behind = (places: readonly (ClauseId | null)[]): readonly Span[] =>
    tracked.flatMap((by): readonly Span[] => {
      const { change } = by;
      if ((change.kind !== 'add' && change.kind !== 'move') || !places.includes(change.after)) return [];
      const clause = change.kind === 'add' ? change.clause : clauses.find(({ id }) => id === change.clause);
      return clause === undefined ? [] : [{ before: [], after: [clause], by, move: moveOf(by) }];
    });
  const spans: Span[] = [...behind([null])];
  for (let i = 0; i < clauses.length;) {
    const clause = clauses[i];
    if (clause === undefined) break;
    const by = tracked.find(({ change }) => clausesOf(change).includes(clause.id));
    const before = by?.change.kind === 'join' ? clauses.slice(i, i + by.change.clauses.length) : [clause];
    spans.push(
      ...(by === undefined ? [{ before, after: before, by: null, move: null }] : changed(before, by, moveOf(by))),
    );
    spans.push(...behind(before.map(({ id }) => id)));
    i += before.length;
  }
  return spans;
};

const changed = (before: readonly Clause[], by: OutgoingAmendment, move: number | null): readonly Span[] => {
  const after = outcomeOf(before, by.change);
  const [old] = before;
  const [now] = after;
  // Programs do not agree on how to show a change of kind: the old paragraph goes and the new one comes.
  const kindChanges = by.change.kind === 'replace' && (old?.kind !== now?.kind || old?.level !== now?.level);
  return kindChanges
    ? [
        { before, after: [], by, move },
        { before: [], after, by: { ...by, reason: '' }, move },
      ]
    : [{ before, after, by, move }];
};

/** What becomes of these clauses; of one that is moved away, nothing. */
const outcomeOf = (before: readonly Clause[], change: Change): readonly Clause[] => {
  if (change.kind === 'move') return [];
  const result = applyChange(before, change);
  return result.ok ? result.value : before;
};
