import type { OrganisationId } from '../../base/ids.ts';
import type { Choice, Condition as Demand, Problem, Rule, Signer } from '../../text/common/problem.ts';
import { demandsOf, objectedBy } from './demands.ts';
import { type Reason, rulesOf } from './rules.ts';
import { NOW, type Unit, type Units, unitsOf } from './units.ts';
import { participants } from '../members/organisations.ts';
import type { State } from '../state.ts';
import { type Condition, type Position, type Stand, type Target, targetKey } from '../texts/position-state.ts';
import type { Text } from '../texts/state.ts';

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
  /** The same question where one organisation, which takes part, holds these stands in the place of its own. It is good as long as the state is what it was. */
  readonly trying: (by: OrganisationId, tried: readonly Tried[]) => CommonProblem;
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

/** What one organisation says: as a signer, `null` where it signs nothing; and where each of its demands comes from. */
interface Said {
  readonly signer: Signer | null;
  readonly origins: readonly (readonly [Demand, Origin])[];
}

export const commonProblem = (state: State, text: Text): CommonProblem => {
  const common = unitsOf(text);
  const rules = rulesOf(common);
  const said = new Map(participants(state).map(({ id }) => [id, saidBy(text, common, id, heldBy(text, id))]));
  const clauses = common.units.map(({ id, weight, wordings }) => ({
    id,
    weight,
    variants: wordings.map((one) => one.id),
  }));
  const present = common.units.map(({ kind }) => (kind === 'clause' ? NOW : null));
  const reasons = found(() => rules.map(([rule, reason]) => [keyOf(rule), reason]));
  const asked = (by: ReadonlyMap<OrganisationId, Said>): CommonProblem => {
    const origins = found(() =>
      [...by].flatMap(([id, one]) => one.origins.map(([demand, origin]) => [keyOf(demand, id), origin] as const)),
    );
    return {
      problem: {
        clauses,
        rules: rules.map(([rule]) => rule),
        signers: [...by.values()].flatMap(({ signer }) => signer ?? []),
      },
      units: common.units,
      present,
      refusing: [...by].flatMap(([id, { signer }]) => (signer === null ? [id] : [])),
      origin: (signer, demand) => origins(keyOf(demand, signer)),
      reason: (rule) => reasons(keyOf(rule)),
      trying: (id, tried) =>
        by.has(id) ? asked(new Map(by).set(id, saidBy(text, common, id, triedBy(text, id, tried)))) : asked(by),
    };
  };
  return asked(said);
};

const heldBy = (text: Text, by: OrganisationId): readonly Position[] =>
  [...text.standing.values()].flatMap((positions) => positions.get(by) ?? []);

/** The positions that count for one organisation: those it holds, and in their place what it tries. */
const triedBy = (text: Text, by: OrganisationId, tried: readonly Tried[]): readonly Position[] => {
  const held = new Map(heldBy(text, by).map((position) => [targetKey(position.on), position]));
  for (const { on, stand } of tried) {
    const key = targetKey(on);
    if (held.get(key)?.stand === stand) continue;
    if (stand === null) held.delete(key);
    else {
      const mark = text.revisions.at(-1)?.on ?? text.tabled;
      held.set(key, { by, on, stand, reason: null, conditions: [], revision: text.revisions.length, mark });
    }
  }
  return [...held.values()];
};

const saidBy = (text: Text, common: Units, id: OrganisationId, positions: readonly Position[]): Said => {
  if (positions.some(({ on, stand }) => on.kind === 'whole' && (stand === 'object' || stand === 'stand-aside')))
    return { signer: null, origins: [] };
  const origins = positions.flatMap((position) =>
    demandsOf(text, common, position).map(([demand, condition]) => [demand, { position, condition }] as const),
  );
  const objects = positions.flatMap((position) => objectedBy(common, position));
  return { signer: { id, objects, conditions: origins.map(([demand]) => demand) }, origins };
};

/** Demands and rules come back from the solver as copies. */
const keyOf = (demand: Demand | Rule, signer = ''): string => `${signer} ${JSON.stringify(demand)}`;

/** Finds by a key what is listed when it is first asked for. */
const found = <T>(listed: () => readonly (readonly [string, T])[]): ((key: string) => T | null) => {
  let known: ReadonlyMap<string, T> | null = null;
  return (key) => (known ??= new Map(listed())).get(key) ?? null;
};
