/**
 * The shortest way from one list to another by dropping and adding items: E. W. Myers, "An O(ND) Difference Algorithm and
 * Its Variations" (1986).
 */

/** What happens to the next item: it stays, is dropped from the old list, or added from the new. */
export type Step = 'keep' | 'drop' | 'add';

/** The most steps that are looked for where nothing else is said. */
export const MOST_STEPS = 1000;

/**
 * The steps in order, or `null` where more than `limit` would drop or add: then the lists have little in common. Takes time
 * proportional to the items and to the square of the steps that drop or add; paths that could not end within the limit are not followed.
 */
export const shortestEdit = <Item>(
  before: readonly Item[],
  after: readonly Item[],
  limit: number = MOST_STEPS,
): readonly Step[] | null => {
  const most = Math.min(limit, before.length + after.length);
  const end = before.length - after.length;
  if (Math.abs(end) > most) return null;
  const reach = new Int32Array(2 * most + 3);
  const at = (k: number): number => k + most + 1;
  const trace: Int32Array[] = [];
  for (let d = 0; d <= most; d++) {
    trace.push(reach.slice(at(-d - 1), at(d + 1) + 1));
    // A path on diagonal k needs |k - end| more steps: whatever leads to the end within the limit stays in this range.
    const [low, high] = [Math.max(-d, end - (most - d)), Math.min(d, end + (most - d))];
    for (let k = low + ((low - d) & 1); k <= high; k += 2) {
      const down = k === -d || (k !== d && (reach[at(k - 1)] ?? 0) < (reach[at(k + 1)] ?? 0));
      let x = down ? (reach[at(k + 1)] ?? 0) : (reach[at(k - 1)] ?? 0) + 1;
      while (x < before.length && x - k < after.length && before[x] === after[x - k]) x += 1;
      reach[at(k)] = x;
      if (x >= before.length && x - k >= after.length) return stepsBack(trace, before.length, after.length);
    }
  }
  return null;
};

/** Walks the furthest reaching paths back from the end. `trace[d]` holds the reach before step `d`, from diagonal −d−1 on. */
const stepsBack = (trace: readonly Int32Array[], oldLength: number, newLength: number): readonly Step[] => {
  const steps: Step[] = [];
  let x = oldLength;
  let y = newLength;
  for (let d = trace.length - 1; d > 0; d--) {
    const reach = (k: number): number => trace[d]?.[k + d + 1] ?? 0;
    const k = x - y;
    const down = k === -d || (k !== d && reach(k - 1) < reach(k + 1));
    const fromX = down ? reach(k + 1) : reach(k - 1);
    const fromY = fromX - (down ? k + 1 : k - 1);
    for (; x > fromX && y > fromY; x--, y--) steps.push('keep');
    steps.push(down ? 'add' : 'drop');
    x = fromX;
    y = fromY;
  }
  for (; x > 0; x--) steps.push('keep');
  return steps.toReversed();
};
