/** Amendments that can go in together. */
export interface Sets {
  /** Each in order; those of one first, and none twice. */
  readonly sets: readonly (readonly number[])[];
  /** Whether these are all that there are. */
  readonly isWhole: boolean;
}

/**
 * The sets of amendments no two of which collide: every amendment alone, the fullest set around each, and others from the smallest on, as far as there is room.
 * Takes time proportional to the square of the amendments, and to `most`.
 * @param heads of which each set has one at least; `others` only join them
 * @param most how many sets of two and more
 */
export const setsOf = (
  heads: readonly number[],
  others: readonly number[],
  rivals: ReadonlyMap<number, ReadonlySet<number>>,
  most: number,
): Sets => {
  const all = [...heads, ...others];
  const fits = (set: ReadonlySet<number>, number: number): boolean =>
    !set.has(number) && rivals.get(number)?.isDisjointFrom(set) !== false;
  const found = new Map(heads.map((head) => [`${head}`, [head]]));
  /** `false` where there was no room for one that was not known. */
  const note = (set: readonly number[]): boolean => {
    const inOrder = set.toSorted((a, b) => a - b);
    const key = inOrder.join(' ');
    if (found.has(key)) return true;
    if (found.size >= heads.length + most) return false;
    found.set(key, inOrder);
    return true;
  };
  const fullest = (head: number): readonly number[] => {
    const set = new Set([head]);
    for (const one of all) if (fits(set, one)) set.add(one);
    return [...set];
  };
  const isWhole = heads.every((head) => note(fullest(head))) && eachLarger(heads, all, fits, note);
  const sets = [...found.values()].toSorted((a, b) => a.length - b.length || firstDifference(a, b));
  return { sets, isWhole };
};

/** Notes every larger set, once, after the one without its last amendment; `false` where one found no room. */
const eachLarger = (
  heads: readonly number[],
  all: readonly number[],
  fits: (set: ReadonlySet<number>, number: number) => boolean,
  note: (set: readonly number[]) => boolean,
): boolean => {
  const queue = heads.map((head, at) => ({ set: [head], at }));
  for (const { set, at } of queue) {
    for (let next = at + 1; next < all.length; next++) {
      const one = all[next];
      if (one === undefined || !fits(new Set(set), one)) continue;
      if (!note([...set, one])) return false;
      queue.push({ set: [...set, one], at: next });
    }
  }
  return true;
};

const firstDifference = (a: readonly number[], b: readonly number[]): number => {
  const at = a.findIndex((one, i) => one !== b[i]);
  return (a[at] ?? 0) - (b[at] ?? 0);
};
