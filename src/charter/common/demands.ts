import type { ClauseId } from '../../base/ids.ts';
import { unreachable } from '../../base/result.ts';
import { sameClause } from '../../text/clause-form.ts';
import type { Clause } from '../../text/clause.ts';
import type { Asked, Condition as Demand, VariantRef } from '../../text/common/problem.ts';
import { wordingsOf, wordingsOfAll } from './rules.ts';
import { type Inclusion, NOW, type Unit, type Units } from './units.ts';
import { holdsOn, isIn, spaced } from '../texts/conditions.ts';
import { idsIn } from '../texts/live.ts';
import type { Condition, Position, Target } from '../texts/position-state.ts';
import type { Text } from '../texts/state.ts';

/** What a position asks of a text, put in its wordings. */

/** The wordings that an objection is about. */
export const objectedBy = ({ units, entries }: Units, { on, stand }: Position): readonly VariantRef[] => {
  if (stand !== 'object') return [];
  if (on.kind === 'clause') return wordingsOf(units, on.clause).filter(({ variant }) => variant === NOW);
  const entry = on.kind === 'amendment' ? entries.get(on.amendment) : undefined;
  return entry?.kind === 'wordings' ? entry.places[0] : [];
};

/** When a condition counts: always, with any of these wordings, or when clauses have fallen out. */
type When =
  | { readonly kind: 'always' | 'never' }
  | { readonly kind: 'with'; readonly refs: readonly VariantRef[] }
  | { readonly kind: 'without'; readonly clauses: readonly ClauseId[] };

const MET: Asked = { forbids: [] };
const UNMEETABLE: Asked = { needs: [] };

/** A demand, and the condition that it comes from; `null`: an objection to the deletion of a clause. */
export type Made = readonly [Demand, Condition | null];

export const demandsOf = (text: Text, common: Units, position: Position): readonly Made[] => {
  const { units, entries } = common;
  const { on, stand, conditions } = position;
  const entry = on.kind === 'amendment' ? entries.get(on.amendment) : undefined;
  if (stand === 'object') {
    if (entry?.kind !== 'deletion') return [];
    return [[{ when: null, needs: wordingsOfAll(units, entry.clauses) }, null]];
  }
  const when = whenOf(text, units, on, entry);
  return conditions.flatMap((condition) =>
    guarded(units, when, askedBy(text, common, position, condition)).map((demand): Made => [demand, condition]),
  );
};

const whenOf = (text: Text, units: readonly Unit[], on: Target, entry: Inclusion | undefined): When => {
  if (on.kind === 'whole') return { kind: 'always' };
  if (on.kind === 'clause') {
    const here = wordingsOf(units, on.clause).find(({ variant }) => variant === NOW);
    return here === undefined ? { kind: 'never' } : { kind: 'with', refs: [here] };
  }
  if (entry === undefined) return holdsOn(text, on.amendment) ? whenIn(text, units, on.amendment) : { kind: 'never' };
  return entry.kind === 'deletion'
    ? { kind: 'without', clauses: entry.clauses }
    : { kind: 'with', refs: entry.places[0] };
};

/** An amendment that is agreed or taken in stands as long as anything of the clauses that it is about does; always, where it took them away. For one that was replaced, the one in its place. */
const whenIn = (text: Text, units: readonly Unit[], number: number): When => {
  const amendment = text.amendments[number - 1];
  if (amendment === undefined) return { kind: 'never' };
  if (amendment.fate.kind === 'replaced') return whenIn(text, units, amendment.fate.amendment);
  const { footprint } = amendment;
  const refs = wordingsOfAll(units, idsIn(footprint));
  const takesAway = footprint.touches.some(({ deletes }) => deletes);
  return takesAway || refs.length === 0 ? { kind: 'always' } : { kind: 'with', refs };
};

const askedBy = (text: Text, { units, entries }: Units, { revision }: Position, condition: Condition): Asked => {
  /** The wordings under its own id of the clause that the condition hangs on; none of these is one that is joined to another. */
  const standing = (id: ClauseId, suits: (clause: Clause) => boolean = () => true): readonly VariantRef[] =>
    (units.find((unit) => unit.id === id)?.wordings ?? [])
      .filter(({ into, clause }) => into === null && suits(clause))
      .map((wording) => ({ clause: id, variant: wording.id }));
  switch (condition.kind) {
    case 'stays': {
      const then = text.revisions[revision - 1]?.clauses.find(({ id }) => id === condition.clause);
      return { needs: standing(condition.clause, (clause) => then !== undefined && sameClause(clause, then)) };
    }
    case 'goes':
      return { forbids: standing(condition.clause) };
    case 'with':
    case 'without': {
      const wanted = condition.kind === 'with';
      const entry = entries.get(condition.amendment);
      if (entry === undefined) return isIn(text, condition.amendment) === wanted ? MET : UNMEETABLE;
      if (entry.kind === 'wordings') return wanted ? { needs: entry.places[0] } : { forbids: entry.places[0] };
      const all = wordingsOfAll(units, entry.clauses);
      return wanted ? { forbids: all } : { needs: all };
    }
    case 'words':
      return { needs: standing(condition.clause, ({ words }) => spaced(words).includes(spaced(condition.words))) };
    default:
      return unreachable(condition);
  }
};

const guarded = (units: readonly Unit[], when: When, asked: Asked): readonly Demand[] => {
  if (asked === MET) return [];
  switch (when.kind) {
    case 'never':
      return [];
    case 'always':
      return [{ when: null, ...asked }];
    case 'with':
      return [{ when: when.refs, ...asked }];
    case 'without': {
      // «If the clauses fall out, then …» comes to «one of them stays, or …».
      const stays = wordingsOfAll(units, when.clauses);
      if ('needs' in asked) return [{ when: null, needs: [...stays, ...asked.needs] }];
      return [{ when: asked.forbids, needs: stays }];
    }
    default:
      return unreachable(when);
  }
};
