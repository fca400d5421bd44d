import type { ClauseId, OrganisationId } from '../base/ids.ts';
import { unreachable } from '../base/result.ts';
import { sameClause } from '../text/clause.ts';
import type { Choice, Condition as Demand, Problem, Signer, VariantRef } from '../text/common/problem.ts';
import { type Entry, NOW, type Unit, unitsOf } from './common-units.ts';
import { isIn } from './conditions.ts';
import { idsIn } from './live.ts';
import { participants } from './organisations.ts';
import type { Condition, Position, State, Stand, Target, Text } from './state.ts';

/**
 * The question of the common text (article 6.3), as it follows from what organisations have said. Whoever has said nothing about a wording does
 * not object to it. See `docs/decisions/0013-what-could-be-signed.md`.
 */
export interface CommonProblem {
  readonly problem: Problem;
  /** One for each clause of the problem. */
  readonly units: readonly Unit[];
  /** The text as far as it is agreed. */
  readonly present: Choice;
  /** Those who object to the whole or stand aside on it: as long as they do, they sign nothing. */
  readonly refusing: readonly OrganisationId[];
  /** What a condition of the problem comes from. */
  readonly origin: (signer: string, demand: Demand) => Origin | null;
}

export type Origin =
  /** A condition of a position, or, with `null`, an objection to the deletion of a clause. */
  | { readonly kind: 'position'; readonly position: Position; readonly condition: Condition | null }
  /** What an amendment does to several clauses stands or falls together. */
  | { readonly kind: 'joined'; readonly amendment: number }
  /** An amendment and any of these others cannot both go in. */
  | { readonly kind: 'colliding'; readonly amendment: number; readonly others: readonly number[] };

/** A stand that an organisation tries out, in the place of the one it holds. */
export interface Tried {
  readonly on: Target;
  readonly stand: Stand | null;
}

/** The positions that count for one organisation: those it holds, and in their place what it tries. */
const positionsOf = (text: Text, by: OrganisationId, tried: readonly Tried[]): readonly Position[] => {
  const held = [...text.standing.values()].flatMap((positions) => positions.get(by) ?? []);
  const same = (a: Target, b: Target): boolean => JSON.stringify(a) === JSON.stringify(b);
  const kept = held.filter(({ on }) => !tried.some((one) => same(one.on, on)));
  return [
    ...kept,
    ...tried.flatMap(({ on, stand }): readonly Position[] => {
      const now = held.find((position) => same(position.on, on));
      if (now?.stand === stand) return [now];
      if (stand === null) return [];
      const mark = text.revisions.at(-1)?.on ?? text.tabled;
      return [{ by, on, stand, reason: null, conditions: [], revision: text.revisions.length, mark }];
    }),
  ];
};

/** @param sounding what one organisation tries out */
export const commonProblem = (
  state: State,
  text: Text,
  sounding?: { readonly by: OrganisationId; readonly tried: readonly Tried[] },
): CommonProblem => {
  const { units, entries, colliding } = unitsOf(text);
  const origins = new Map<string, Origin>();
  const refusing: OrganisationId[] = [];
  // Nobody can sign what is no text.
  const whole = [...entries].flatMap(([amendment, entry]) =>
    wholeDemands(units, entry).map((demand): readonly [Demand, Origin] => [demand, { kind: 'joined', amendment }]),
  );
  const apart = [...colliding].flatMap(([amendment, others]) =>
    apartDemands(entries, amendment, others).map((demand): readonly [Demand, Origin] => [
      demand,
      { kind: 'colliding', amendment, others },
    ]),
  );
  const signers = participants(state).flatMap(({ id }): readonly Signer[] => {
    const positions = positionsOf(text, id, sounding?.by === id ? sounding.tried : []);
    if (positions.some(({ on, stand }) => on.kind === 'whole' && (stand === 'object' || stand === 'stand-aside'))) {
      refusing.push(id);
      return [];
    }
    const demands = [...positions.flatMap((position) => demandsOf(text, units, entries, position)), ...whole, ...apart];
    for (const [demand, origin] of demands) origins.set(keyOf(id, demand), origin);
    const objects = positions.flatMap((position) => objectedBy(units, entries, position));
    return [{ id, objects, conditions: demands.map(([demand]) => demand) }];
  });
  const clauses = units.map(({ id, weight, wordings }) => ({ id, weight, variants: wordings.map((one) => one.id) }));
  return {
    problem: { clauses, signers },
    units,
    present: units.map(({ kind }) => (kind === 'clause' ? NOW : null)),
    refusing,
    origin: (signer, demand) => origins.get(keyOf(signer, demand)) ?? null,
  };
};

const keyOf = (signer: string, demand: Demand): string => `${signer} ${JSON.stringify(demand)}`;

const wordingsOf = (units: readonly Unit[], clause: ClauseId): readonly VariantRef[] =>
  (units.find(({ id }) => id === clause)?.wordings ?? []).map(({ id }) => ({ clause, variant: id }));

const wordingsOfAll = (units: readonly Unit[], clauses: readonly ClauseId[]): readonly VariantRef[] =>
  clauses.flatMap((clause) => wordingsOf(units, clause));

/** The wordings that an objection is about. */
const objectedBy = (
  units: readonly Unit[],
  entries: ReadonlyMap<number, Entry>,
  { on, stand }: Position,
): readonly VariantRef[] => {
  if (stand !== 'object') return [];
  if (on.kind === 'clause') return wordingsOf(units, on.clause).filter(({ variant }) => variant === NOW);
  const entry = on.kind === 'amendment' ? entries.get(on.amendment) : undefined;
  return entry?.kind === 'wordings' ? [entry.refs[0]] : [];
};

/** When a condition counts: always, with any of these wordings, or when clauses have fallen out. */
type When =
  | { readonly kind: 'always' | 'never' }
  | { readonly kind: 'with'; readonly refs: readonly VariantRef[] }
  | { readonly kind: 'without'; readonly clauses: readonly ClauseId[] };

/** What a condition asks of a text: one of these wordings, or none of those. */
type Asked = { readonly needs: readonly VariantRef[] } | { readonly forbids: readonly VariantRef[] };

const MET: Asked = { forbids: [] };
const UNMEETABLE: Asked = { needs: [] };

const demandsOf = (
  text: Text,
  units: readonly Unit[],
  entries: ReadonlyMap<number, Entry>,
  position: Position,
): readonly (readonly [Demand, Origin])[] => {
  const { on, stand, conditions } = position;
  const entry = on.kind === 'amendment' ? entries.get(on.amendment) : undefined;
  if (stand === 'object') {
    if (entry?.kind !== 'deletion') return [];
    return [
      [
        { when: null, needs: wordingsOfAll(units, entry.clauses) },
        { kind: 'position', position, condition: null },
      ],
    ];
  }
  const when = whenOf(text, units, on, entry);
  return conditions.flatMap((condition) =>
    guarded(units, when, askedBy(text, units, entries, position, condition)).map(
      (demand): readonly [Demand, Origin] => [demand, { kind: 'position', position, condition }],
    ),
  );
};

const whenOf = (text: Text, units: readonly Unit[], on: Target, entry: Entry | undefined): When => {
  if (on.kind === 'whole') return { kind: 'always' };
  if (on.kind === 'clause') {
    const here = wordingsOf(units, on.clause).find(({ variant }) => variant === NOW);
    return here === undefined ? { kind: 'never' } : { kind: 'with', refs: [here] };
  }
  if (entry === undefined) return isIn(text, on.amendment) ? whenIn(text, units, on.amendment) : { kind: 'never' };
  return entry.kind === 'deletion'
    ? { kind: 'without', clauses: entry.clauses }
    : { kind: 'with', refs: [entry.refs[0]] };
};

/** An amendment that is agreed or taken in stands as long as anything of the clauses that it is about does; always, where it took them away. */
const whenIn = (text: Text, units: readonly Unit[], number: number): When => {
  const footprint = text.amendments[number - 1]?.footprint;
  if (footprint === undefined) return { kind: 'never' };
  const refs = wordingsOfAll(units, idsIn(footprint));
  const takesAway = footprint.touches.some(({ deletes }) => deletes);
  return takesAway || refs.length === 0 ? { kind: 'always' } : { kind: 'with', refs };
};

const askedBy = (
  text: Text,
  units: readonly Unit[],
  entries: ReadonlyMap<number, Entry>,
  { revision }: Position,
  condition: Condition,
): Asked => {
  switch (condition.kind) {
    case 'stays': {
      const then = text.revisions[revision - 1]?.clauses.find(({ id }) => id === condition.clause);
      const same = units
        .find(({ id }) => id === condition.clause)
        ?.wordings.filter(({ clause }) => then !== undefined && sameClause(clause, then));
      return { needs: (same ?? []).map(({ id }) => ({ clause: condition.clause, variant: id })) };
    }
    case 'goes':
      return { forbids: wordingsOf(units, condition.clause) };
    case 'with':
    case 'without': {
      const wanted = condition.kind === 'with';
      const entry = entries.get(condition.amendment);
      if (entry === undefined) return isIn(text, condition.amendment) === wanted ? MET : UNMEETABLE;
      if (entry.kind === 'wordings') return wanted ? { needs: [entry.refs[0]] } : { forbids: [entry.refs[0]] };
      const all = wordingsOfAll(units, entry.clauses);
      return wanted ? { forbids: all } : { needs: all };
    }
    case 'words': {
      const spaced = (words: string): string => words.replaceAll(/[ \n\u00a0]+/gu, ' ');
      const unit = units.find(({ id }) => id === condition.clause);
      const having =
        unit?.wordings.filter(({ clause }) => spaced(clause.words).includes(spaced(condition.words))) ?? [];
      return { needs: having.map(({ id }) => ({ clause: condition.clause, variant: id })) };
    }
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
      return when.refs.map((ref) => ({ when: ref, ...asked }));
    case 'without': {
      // «If the clauses fall out, then …» comes to «one of them stays, or …».
      const stays = wordingsOfAll(units, when.clauses);
      if ('needs' in asked) return [{ when: null, needs: [...stays, ...asked.needs] }];
      return asked.forbids.map((ref) => ({ when: ref, needs: stays }));
    }
    default:
      return unreachable(when);
  }
};

/** All that an amendment does is there, or nothing of it. */
const wholeDemands = (units: readonly Unit[], entry: Entry): readonly Demand[] => {
  if (entry.kind === 'deletion') return [];
  const [first, ...others] = entry.refs;
  const gone = wordingsOfAll(units, entry.gone);
  return [
    ...others.flatMap((other) => [
      { when: first, needs: [other] },
      { when: other, needs: [first] },
    ]),
    ...(gone.length === 0 ? [] : [{ when: first, forbids: gone }]),
  ];
};

const apartDemands = (
  entries: ReadonlyMap<number, Entry>,
  amendment: number,
  others: readonly number[],
): readonly Demand[] => {
  const [when, ...forbids] = [amendment, ...others].flatMap((number) => {
    const entry = entries.get(number);
    return entry?.kind === 'wordings' ? [entry.refs[0]] : [];
  });
  return when === undefined ? [] : [{ when, forbids }];
};
