/** How wide the columns of a table are: each as wide as its longest word, if it may be; and of what room is left, each as much as its lines have use for. */

export interface Column {
  /** In parts of the whole. */
  readonly width: number;
  /** How many letters of one word find room in it. */
  readonly room: number;
}

/** So many letters find room beside each other on a page, less those that the gap between two columns takes. */
const [PAGE, GAP] = [84, 2];
/** No word keeps more room for itself than this, nor a line. */
const [LONGEST_WORD, LONGEST_LINE] = [26, 40];

/** @param columns the lines of each */
export const columnsOf = (columns: readonly (readonly string[])[]): readonly Column[] => {
  const least = columns.map((lines) => clamp(longest(lines.flatMap((line) => line.split(/\s+/u))), 4, LONGEST_WORD));
  const most = columns.map((lines, i) => clamp(longest(lines), least[i] ?? 4, LONGEST_LINE));
  const page = PAGE - GAP * columns.length;
  const [sumLeast, sumMost] = [sum(least), sum(most)];
  const share = sumMost === sumLeast ? 0 : (page - sumLeast) / (sumMost - sumLeast);
  const widths =
    sumLeast > page
      ? least.map((width) => (width * page) / sumLeast)
      : least.map((width, i) => width + Math.max(0, share) * ((most[i] ?? width) - width));
  return widths.map((width) => ({
    width: Math.round((width + GAP) * 100) / 100,
    room: Math.max(2, Math.floor(width)),
  }));
};

const longest = (words: readonly string[]): number => words.reduce((most, { length }) => Math.max(most, length), 0);
const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
