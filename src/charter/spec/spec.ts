import type { ReceivedAct } from '../act.ts';
import type { AnyAct } from '../acts.ts';
import type { Article } from '../law/articles.ts';
import type { Refusal, RefusalKind } from '../law/refusal.ts';
import { type World, createWorld } from './world.ts';
import type { State } from '../state.ts';

/**
 * Rules told as given / when / then:
 *
 *     given(founded(3), table('ada'))
 *       .when(take('bor', { stand: 'object' }))
 *       .refused('6.2', 'reason-needed');
 */

/** Something that happens in a conference: an act, or time that passes. Answers why it was refused, `null`: it was not. */
export type Step = (world: World) => Refusal | null;

export interface Then {
  readonly world: World;
  readonly refusal: Refusal | null;
  /** It is refused under this article, for this reason and with these data, and everything is as it was. */
  readonly refused: (article: Article, kind: RefusalKind, data?: Readonly<Record<string, unknown>>) => void;
  /** It is let in; the state after it. */
  readonly allowed: () => State;
}

export interface Given {
  readonly world: World;
  readonly state: State;
  readonly when: (step: Step) => Then;
}

/**
 * A conference after these steps.
 * @throws Error where one of them is refused
 */
export const given = (...steps: readonly Step[]): Given => {
  const world = createWorld();
  for (const [i, step] of steps.entries()) {
    const refusal = step(world);
    if (refusal !== null) throw new Error(`Given step ${i + 1} was refused: ${show(refusal)}`);
  }
  return { world, state: world.state, when: (step) => outcomeOf(world, step) };
};

const outcomeOf = (world: World, step: Step): Then => {
  const before = snapshot(world.state);
  const { length } = world.entries;
  const refusal = step(world);
  // Where something was let in before, a tick or a part of the step, the state has moved on rightly.
  if (refusal !== null && world.entries.length === length && snapshot(world.state) !== before) {
    throw new Error(`A refused act left a trace: ${show(refusal)}`);
  }
  return {
    world,
    refusal,
    refused: (article, kind, data = {}) => {
      const expected = { article, kind, ...data };
      const given = Object.fromEntries(Object.keys(expected).map((key) => [key, (refusal as Fields | null)?.[key]]));
      if (snapshot(given) !== snapshot(expected)) {
        throw new Error(`Expected ${show(expected)}, got ${show(refusal)}`);
      }
    },
    allowed: () => {
      if (refusal !== null) throw new Error(`Refused: ${show(refusal)}`);
      return world.state;
    },
  };
};

type Fields = Readonly<Record<string, unknown>>;

/** Several steps as one; ends at the first that is refused. */
export const all =
  (...steps: readonly Step[]): Step =>
  (world) => {
    for (const step of steps) {
      const refusal = step(world);
      if (refusal !== null) return refusal;
    }
    return null;
  };

export const wait =
  (ms: number): Step =>
  (world) => {
    world.wait(ms);
    return null;
  };

/** The same, but the host does not tick: what falls due meanwhile is owed. */
export const idle =
  (ms: number): Step =>
  (world) => {
    world.wait(ms, false);
    return null;
  };

/** A value as text: equal for equal values, maps and sets in their own order, the fields of objects in any. */
export const snapshot = (value: unknown): string =>
  JSON.stringify(value, (_key, item: unknown) => {
    if (item instanceof Map) return { map: [...(item as ReadonlyMap<unknown, unknown>)] };
    if (item instanceof Set) return { set: [...(item as ReadonlySet<unknown>)] };
    if (item === undefined) return { undefined: true };
    if (typeof item === 'bigint') return { integer: `${item}` };
    if (typeof item !== 'object' || item === null || Array.isArray(item)) return item;
    return Object.fromEntries(Object.entries(item).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  });

const show = (value: unknown): string => JSON.stringify(value);

/** What a step sends last in this world, which stays as it is. */
export const lastSent = (world: World, step: Step): ReceivedAct<AnyAct> => {
  let entry: ReceivedAct<AnyAct> | undefined;
  step({
    ...world,
    get now() {
      return world.now;
    },
    send: (attempt) => {
      entry = world.entryOf(attempt);
      return null;
    },
  });
  if (entry === undefined) throw new TypeError('The step sends nothing');
  return entry;
};
