import { shortestEdit } from './shortest-edit.ts';

/** The items of one list from `start` up to `end` that become those of another from `from` up to `to`. */
export interface Hunk {
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
}

/** Beyond as many dropped and added items, all between the first and the last difference counts as replaced, unless told otherwise. */
const MOST_DIFFERENT = 200;

/**
 * The way from one list to another, in order. Between two hunks stays at least one item that carries weight; what carries none
 * goes along with what changes around it. Deterministic; takes time proportional to the items and to the square of the differences.
 */
export const hunksBetween = <Item>(
  before: readonly Item[],
  after: readonly Item[],
  hasWeight: (item: Item) => boolean,
  most: number = MOST_DIFFERENT,
): readonly Hunk[] => {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  const [oldEnd, newEnd] = [before.length - tail, after.length - tail];
  if (oldEnd === head && newEnd === head) return [];
  const numberOf = createNumbering();
  const [old, now] = [before.slice(head, oldEnd).map(numberOf), after.slice(head, newEnd).map(numberOf)];
  const steps = shortestEdit(old, now, most);
  if (steps === null) return [{ start: head, end: oldEnd, from: head, to: newEnd }];
  const hunks: Hunk[] = [];
  let [x, y] = [head, head];
  let open: Hunk | undefined;
  for (const step of steps) {
    const item = before[x];
    if (step === 'keep' && open !== undefined && item !== undefined && hasWeight(item)) {
      hunks.push(open);
      open = undefined;
    }
    const { start, from } = open ?? { start: x, from: y };
    if (step !== 'add') x += 1;
    if (step !== 'drop') y += 1;
    if (step !== 'keep') open = { start, end: x, from, to: y };
  }
  return open === undefined ? hunks : [...hunks, open];
};

/** Numbers things, equal ones alike: numbers are faster to compare. */
const createNumbering = (): ((item: unknown) => number) => {
  const numbers = new Map<unknown, number>();
  return (item) => {
    const number = numbers.get(item) ?? numbers.size;
    numbers.set(item, number);
    return number;
  };
};
