import { longestRise } from './rising.ts';
import { MOST_STEPS, type Step, shortestEdit } from './shortest-edit.ts';

/** A short way from one list to another in a time proportional to them, for showing what changed: where very much did, not always the shortest. */

/** Steps are looked for up to this many for each item, squared: some twenty thousand short lists, or one long one, take the same time for each item. */
const PER_ITEM = 30;
/** So many are looked for in lists of any length. */
const ALWAYS = 100;

/** How many dropped and added items are looked for between lists of so many items in all, so that it takes time proportional to these. */
export const stepsWithin = (items: number): number =>
  Math.min(MOST_STEPS, Math.max(ALWAYS, Math.floor(Math.sqrt(PER_ITEM * items))));

/**
 * The steps in order. Where more differs than can be looked through, what stands once in both lists is taken to have stayed, as much of it as keeps its order,
 * and the ways between are looked for by themselves; what is too different even so is replaced as a whole.
 */
export const nearEdit = (before: readonly string[], after: readonly string[]): readonly Step[] => {
  const short = shortestEdit(before, after, stepsWithin(before.length + after.length));
  if (short !== null) return short;
  const steps: Step[] = [];
  let [x, y] = [0, 0];
  for (const [i, j] of [...anchors(before, after), [before.length, after.length] as const]) {
    steps.push(...between(before.slice(x, i), after.slice(y, j)));
    if (i < before.length) steps.push('keep');
    [x, y] = [i + 1, j + 1];
  }
  return steps;
};

const between = (before: readonly string[], after: readonly string[]): readonly Step[] =>
  shortestEdit(before, after, stepsWithin(before.length + after.length)) ?? [
    ...before.map((): Step => 'drop'),
    ...after.map((): Step => 'add'),
  ];

/** The places of what stands once in each list and in the same order in both. */
const anchors = (before: readonly string[], after: readonly string[]): readonly (readonly [number, number])[] => {
  const [old, now] = [placesOfSingles(before), placesOfSingles(after)];
  const pairs = [...old].flatMap(([item, i]) => {
    const j = now.get(item);
    return j === undefined ? [] : [[i, j] as const];
  });
  const rise = longestRise(pairs.map(([, j]) => j));
  return pairs.filter(([, j]) => rise.has(j));
};

const placesOfSingles = (items: readonly string[]): ReadonlyMap<string, number> => {
  const places = new Map<string, number>();
  const several = new Set<string>();
  for (const [i, item] of items.entries()) {
    if (places.has(item)) several.add(item);
    else places.set(item, i);
  }
  for (const item of several) places.delete(item);
  return places;
};
