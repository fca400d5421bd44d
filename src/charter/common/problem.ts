import type { OrganisationId } from '../../base/ids.ts';
import type { Choice, Condition as Demand, Problem, Rule, Signer } from '../../text/common/problem.ts';
import { demandsOf, objectedBy } from './demands.ts';
import { type Reason, rulesOf } from './rules.ts';
import { NOW, type Unit, unitsOf } from './units.ts';
import { participants } from '../members/organisations.ts';
import type { Condition, Position, Stand, State, Target, Text } from '../state.ts';

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
  /** Why a rule of the problem holds. */
  readonly reason: (rule: Rule) => Reason | null;
}

export interface Origin {
  readonly position: Position;
  /** `null`: it objects to the deletion of a clause. */
  readonly condition: Condition | null;
}

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
  const common = unitsOf(text);
  const { units } = common;
  const rules = rulesOf(common);
  const made: (readonly [signer: string, Demand, Origin])[] = [];
  const refusing: OrganisationId[] = [];
  const signers = participants(state).flatMap(({ id }): readonly Signer[] => {
    const positions = positionsOf(text, id, sounding?.by === id ? sounding.tried : []);
    if (positions.some(({ on, stand }) => on.kind === 'whole' && (stand === 'object' || stand === 'stand-aside'))) {
      refusing.push(id);
      return [];
    }
    const conditions = positions.flatMap((position) =>
      demandsOf(text, common, position).map(([demand, condition]) => {
        made.push([id, demand, { position, condition }]);
        return demand;
      }),
    );
    return [{ id, objects: positions.flatMap((position) => objectedBy(common, position)), conditions }];
  });
  const clauses = units.map(({ id, weight, wordings }) => ({ id, weight, variants: wordings.map((one) => one.id) }));
  const origins = found(() => made.map(([signer, demand, origin]) => [keyOf(demand, signer), origin]));
  const reasons = found(() => rules.map(([rule, reason]) => [keyOf(rule), reason]));
  return {
    problem: { clauses, rules: rules.map(([rule]) => rule), signers },
    units,
    present: units.map(({ kind }) => (kind === 'clause' ? NOW : null)),
    refusing,
    origin: (signer, demand) => origins(keyOf(demand, signer)),
    reason: (rule) => reasons(keyOf(rule)),
  };
};

/** Demands and rules come back from the solver as copies. */
const keyOf = (demand: Demand | Rule, signer = ''): string => `${signer} ${JSON.stringify(demand)}`;

/** Finds by a key what is listed when it is first asked for. */
const found = <T>(listed: () => readonly (readonly [string, T])[]): ((key: string) => T | null) => {
  let known: ReadonlyMap<string, T> | null = null;
  return (key) => (known ??= new Map(listed())).get(key) ?? null;
};
