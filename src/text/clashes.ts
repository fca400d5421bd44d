import type { ClauseEffects, Effects, Wishes } from './effects.ts';
import { breaks, meetings } from './word-edits.ts';

/**
 * Which amendments cannot be made together: the groups of those that collide among each other, at first or second hand, by number and
 * in order. Takes time n log n in the number of edits.
 */
export const clashesIn = (effects: Effects): readonly (readonly number[])[] => {
  const unite = createGroups();
  for (const uses of effects.brought.values()) if (uses.size > 1) unite.all(numbersOf(uses));
  for (const clause of effects.clauses.values()) clashOn(clause, unite.all);
  return unite.groups();
};

const clashOn = (
  { edits, forms, moves, joins, deletions }: ClauseEffects,
  unite: (numbers: readonly number[]) => void,
): void => {
  if (forms.size > 1) unite(numbersOf(forms));
  if (moves.size > 1) unite(numbersOf(moves));
  const breaking = joins.size === 0 ? [] : [...edits.values()].filter(({ value }) => breaks(value));
  if (joins.size > 1 || (joins.size === 1 && breaking.length + moves.size + deletions.size > 0))
    unite([...numbersOf(joins), ...numbersOf(deletions), ...numbersOf(moves), ...breaking.flatMap(({ by }) => by)]);
  if (deletions.size > 0 && edits.size + moves.size > 0)
    unite([...numbersOf(deletions), ...numbersOf(edits), ...numbersOf(moves)]);
  for (const meeting of meetings([...edits.values()], ({ value }) => value))
    if (meeting.length > 1) unite(meeting.flatMap(({ by }) => by));
};

const numbersOf = (wishes: Wishes<unknown>): readonly number[] => [...wishes.values()].flatMap(({ by }) => by);

/** Disjoint sets of numbers, joined where they share one. */
const createGroups = () => {
  const parents = new Map<number, number>();
  const rootOf = (number: number): number => {
    let root = number;
    for (let up = parents.get(root); up !== undefined && up !== root; up = parents.get(root)) root = up;
    for (let at = number; at !== root;) {
      const up = parents.get(at) ?? root;
      parents.set(at, root);
      at = up;
    }
    return root;
  };
  return {
    /** Puts the sets of all these numbers together. */
    all: (numbers: readonly number[]): void => {
      const [first] = numbers;
      if (first === undefined) return;
      for (const number of numbers) {
        const [a, b] = [rootOf(first), rootOf(number)];
        parents.set(Math.max(a, b), Math.min(a, b));
        parents.set(Math.min(a, b), Math.min(a, b));
      }
    },
    groups: (): readonly (readonly number[])[] => {
      const sorted = [...parents.keys()].toSorted((a, b) => a - b);
      return [...Map.groupBy(sorted, rootOf).values()];
    },
  };
};
