import type { Mark } from './markdown-lines.ts';

/** How deep a point stands, told by its indentation and by the style of its mark, as a reader would tell it. */

interface OpenList {
  readonly indent: number;
  readonly style: string;
  readonly last: number | null;
  readonly level: number;
}

/** The lists that are open at a line, the outermost first. */
export type OpenLists = readonly OpenList[];

const follows = (mark: Mark, list: OpenList): boolean =>
  mark.style === list.style && (mark.value === null || list.last === null || mark.value === list.last + 1);

/** Whether a mark goes on with a list that is open, and so is no accident of where a line was broken. */
export const goesOn = (lists: OpenLists, marks: readonly Mark[]): boolean =>
  lists.some((list) => marks.some((mark) => follows(mark, list)));

export const beginsList = (marks: readonly Mark[]): boolean => marks.some(({ value }) => value === null || value === 1);

/**
 * Places a point: the lists open after it, itself the last of them. Deeper indentation opens a list within the last one; at equal
 * indentation the style of the mark decides. `level` overrules.
 */
export const placePoint = (
  lists: OpenLists,
  indent: number,
  marks: readonly Mark[],
  level: number | null = null,
): OpenLists => {
  const open = lists.filter((list) => list.indent <= indent);
  const { at, mark } = siblingOf(open, indent, marks);
  const outer = open.slice(0, at);
  const guess = open[at]?.level ?? Math.min(4, (outer.at(-1)?.level ?? 0) + 1);
  return [...outer, { indent, style: mark.style, last: mark.value, level: level ?? guess }];
};

export const levelOf = (lists: OpenLists): number => lists.at(-1)?.level ?? 1;

/** Which of the open lists the point belongs to, and by which reading of its mark; `at` past the end: to a new one. */
const siblingOf = (
  open: OpenLists,
  indent: number,
  marks: readonly Mark[],
): { readonly at: number; readonly mark: Mark } => {
  const first = marks.find(({ value }) => value === 1) ?? marks[0] ?? { style: 'bullet', value: null };
  const beside = open.flatMap((list, at) => (list.indent === indent ? [{ list, at }] : [])).toReversed();
  for (const { list, at } of beside) {
    const mark = marks.find((mark) => follows(mark, list));
    if (mark !== undefined) return { at, mark };
  }
  const begins = first.value === 1 && !beside.some(({ list }) => list.style === first.style);
  for (const { list, at } of begins ? [] : beside) {
    const mark = marks.find(({ style }) => style === list.style);
    if (mark !== undefined) return { at, mark };
  }
  return { at: open.length, mark: first };
};
