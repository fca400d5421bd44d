/** What a benchmark says: one line of JSON. */
export interface Measurement {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What it is held against, measured in the same run where it is the machine's. */
  readonly limit: number | null;
  /** `value / limit`, or `null` where the limit could not be measured. */
  readonly ratio: number | null;
  /** What was aimed at, what the limit is, what was noisy or missing. */
  readonly note: string;
}

export const measured = (
  name: string,
  unit: string,
  value: number,
  limit: number | null,
  ...notes: readonly (string | null)[]
): Measurement => ({
  name,
  value: rounded(value),
  unit,
  limit: limit === null ? null : rounded(limit),
  ratio: limit === null ? null : rounded(value / limit),
  note: notes.filter((note) => note !== null).join('; '),
});

/** Three digits that mean something. */
const rounded = (value: number): number => Number(value.toPrecision(value >= 1000 ? 4 : 3));

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.floor(middle)] ?? NaN) + (sorted[Math.ceil(middle) - 1] ?? NaN)) / 2;
};

/** How far apart the middle half of the values lies, said where it is more than a tenth. */
export const noise = (what: string, values: readonly number[]): string | null => {
  const sorted = values.toSorted((a, b) => a - b);
  const quarter = Math.floor(sorted.length / 4);
  const spread = ((sorted.at(-1 - quarter) ?? 0) - (sorted[quarter] ?? 0)) / median(values);
  return spread > 0.1 ? `${what} noisy (±${Math.round(spread * 50)} %)` : null;
};
