/** What waits, in two ranks: those that are to come soon, then the others, each in the order in which they came. */
export interface Queue<T> {
  readonly add: (one: T, soon: boolean) => void;
  /** At most so many, and none where nothing waits. */
  readonly take: (count: number) => readonly T[];
}

export const createQueue = <T>(): Queue<T> => {
  let soon: T[] = [];
  let others: T[] = [];
  /** How many of `others` were taken already: to shift each out of a long list would move all that stand behind it. */
  let taken = 0;
  return {
    add: (one, isSoon) => void (isSoon ? soon : others).push(one),
    take: (count) => {
      const first = soon.slice(0, count);
      soon = soon.slice(count);
      const then = others.slice(taken, taken + count - first.length);
      taken += then.length;
      if (taken * 2 > others.length) {
        others = others.slice(taken);
        taken = 0;
      }
      return [...first, ...then];
    },
  };
};
