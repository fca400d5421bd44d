/** The members of a longest rising subsequence of distinct numbers. Takes time n log n. */
export const longestRise = (numbers: readonly number[]): ReadonlySet<number> => {
  /** By length, less one, the place of the least number that a rise of this length ends in. */
  const ends: number[] = [];
  const previous: number[] = [];
  for (const [place, number] of numbers.entries()) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((numbers[ends[middle] ?? 0] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    previous.push(low === 0 ? -1 : (ends[low - 1] ?? -1));
    ends[low] = place;
  }
  const rise = new Set<number>();
  for (let place = ends.at(-1) ?? -1; place >= 0; place = previous[place] ?? -1) rise.add(numbers[place] ?? 0);
  return rise;
};
