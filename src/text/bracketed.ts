import type { ClauseId } from '../base/ids.ts';
import { type Piece, bracketedWords } from './bracketed-words.ts';
import type { Proposed } from './change.ts';
import type { Clause, ClauseForm } from './clause.ts';
import { type Arrival, type ClauseEffects, type Wishes, effectsOf } from './effects.ts';

/** What some amendments, by number and in order, want. */
export type Wanted<T> = T & { readonly amendments: readonly number[] };

/** A line of the consolidated text. */
export type BracketedRow =
  /** A clause of the text, and what is wanted of it. */
  | {
      readonly kind: 'clause';
      readonly clause: Clause;
      /** Its words, splits too. */
      readonly pieces: readonly Piece[];
      /** To be a clause of another kind or level. */
      readonly forms: readonly Wanted<{ readonly form: ClauseForm }>[];
      /** To stand elsewhere; `null`: before all others. */
      readonly moves: readonly Wanted<{ readonly after: ClauseId | null }>[];
      /** To be one with others; told of each of them. */
      readonly joins: readonly Wanted<{ readonly clauses: readonly ClauseId[]; readonly words: string }>[];
      /** The amendments that would delete it. */
      readonly deletions: readonly number[];
    }
  /** A new clause. */
  | Wanted<{ readonly kind: 'addition'; readonly clause: Clause }>
  /** The place where a clause of the text would come to stand. */
  | Wanted<{ readonly kind: 'arrival'; readonly clause: Clause }>;

/**
 * The text with all that is proposed to it in brackets: what nobody contests stands once, rivals side by side, each with its amendments.
 * An amendment that does not fit is left out. Deterministic; takes as long as `merge`.
 */
export const bracketedText = (clauses: readonly Clause[], amendments: readonly Proposed[]): readonly BracketedRow[] => {
  const inOrder = amendments.toSorted((a, b) => a.number - b.number);
  const effects = effectsOf(clauses, inOrder);
  const unfit = new Set(effects.unfit);
  const rewordings = Map.groupBy(
    inOrder.flatMap(({ number, change }) =>
      (change.kind === 'replace' || change.kind === 'split') && !unfit.has(number)
        ? [{ number, clause: change.clause, words: change.words, into: change.kind === 'split' ? change.into : [] }]
        : [],
    ),
    ({ clause }) => clause,
  );
  const known = new Map(clauses.map((clause) => [clause.id, clause]));
  const behind = (id: ClauseId | null): readonly BracketedRow[] => rowsOf(effects.arrivals.get(id) ?? [], known);
  return [
    ...behind(null),
    ...clauses.flatMap((clause): readonly BracketedRow[] => [
      {
        kind: 'clause',
        clause,
        pieces: bracketedWords(clause.words, rewordings.get(clause.id) ?? []),
        ...wantedOf(effects.clauses.get(clause.id)),
      },
      ...behind(clause.id),
    ]),
  ];
};

const wantedOf = (effects: ClauseEffects | undefined) => ({
  forms: listed(effects?.forms, (form) => ({ form })),
  moves: listed(effects?.moves, (after) => ({ after })),
  joins: listed(effects?.joins, ({ clauses, words }) => ({ clauses, words })),
  deletions: listed(effects?.deletions, () => ({})).flatMap(({ amendments }) => amendments),
});

const listed = <T, Told extends object>(
  wishes: Wishes<T> | undefined,
  tell: (value: T) => Told,
): readonly Wanted<Told>[] =>
  [...(wishes?.values() ?? [])].map(({ value, by }) => ({ ...tell(value), amendments: by }));

/** A row for each clause that comes to one place, in the order of the first amendments that want it. */
const rowsOf = (arrivals: readonly Arrival[], known: ReadonlyMap<ClauseId, Clause>): readonly BracketedRow[] => {
  const told = arrivals.flatMap((arrival) => {
    const clause = arrival.kind === 'add' ? arrival.clause : known.get(arrival.clause);
    const kind = arrival.kind === 'add' ? ('addition' as const) : ('arrival' as const);
    return clause === undefined ? [] : [{ kind, clause, by: arrival.by }];
  });
  return [...Map.groupBy(told, ({ kind, clause }) => JSON.stringify([kind, clause])).values()].flatMap(
    ([first, ...rest]): readonly BracketedRow[] =>
      first === undefined
        ? []
        : [{ kind: first.kind, clause: first.clause, amendments: [first, ...rest].map(({ by }) => by) }],
  );
};
