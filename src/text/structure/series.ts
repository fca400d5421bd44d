import type { Seen } from './features.ts';
import { SPACED, type Series, TIGHT, type TypedMark } from './marks.ts';
import type { Reason, Role } from './role.ts';

/** What typed numbers and letters mark, told by all that are written alike: headings, clauses, or points of what stands above. */

export interface Decided {
  readonly role: Role;
  readonly reason: Reason;
}

interface Group {
  readonly style: string;
  readonly series: Series;
  readonly depth: number;
  readonly at: readonly number[];
  readonly values: readonly (number | null)[];
  /** Whether what they mark is short and followed by what it stands above. */
  readonly heads: boolean;
}

/** For each paragraph that a mark decides, what it is; `null` for the others, among them those whose mark is no mark. */
export const bySeries = (seen: readonly Seen[]): readonly (Decided | null)[] => {
  const groups = groupsIn(seen);
  const decided: (Decided | null)[] = seen.map(() => null);
  const clauses = clauseGroup(groups);
  for (const group of groups.values()) {
    for (const at of group.at) {
      const one = seen[at];
      if (one === undefined) continue;
      if (!group.heads && group.style === SPACED) continue;
      if (group.heads && isHead(seen, at)) decided[at] = { role: 'heading', reason: 'numbered-heading' };
      else if (clauses !== null && isOf(group, clauses)) decided[at] = { role: 'operative', reason: 'number' };
      else decided[at] = { role: 'point', reason: reasonOf(group) };
    }
  }
  return decided;
};

/** Whether a series is that of the clauses, or goes on with it as somebody else wrote numbers: `1.`, then `2)`. */
const isOf = (group: Group, clauses: Group): boolean =>
  group === clauses ||
  (group.series === 'number' && clauses.series === 'number' && group.values[0] !== 1 && !group.values.includes(1));

const reasonOf = ({ series }: Group): Reason =>
  series === 'bullet' || series === 'small' ? 'mark' : series === 'decimal' ? 'number' : 'number-begins-anew';

const groupsIn = (seen: readonly Seen[]): ReadonlyMap<string, Group> => {
  const members = Map.groupBy(
    seen.flatMap(({ mark, paragraph }, at) => (mark === null || paragraph.given !== null ? [] : [{ at, mark }])),
    ({ mark }) => mark.style,
  );
  return new Map(
    [...members].flatMap(([style, list]) => {
      const [first] = list;
      const sound = first === undefined ? [] : inOrder(list, style, first.mark.series);
      if (first === undefined || sound.length === 0) return [];
      const at = sound.map((one) => one.at);
      const { series, depth } = first.mark;
      return [
        [
          style,
          { style, series, depth, at, values: sound.map(({ mark }) => mark.value), heads: areHeads(seen, series, at) },
        ],
      ];
    }),
  );
};

interface Member {
  readonly at: number;
  readonly mark: Pick<TypedMark, 'value' | 'marks'>;
}

/** `A.` and `i.` and `2.5` begin sentences as well: they are marks where one follows another. */
const inOrder = (list: readonly Member[], style: string, series: Series): readonly Member[] => {
  if (style.startsWith(TIGHT) && series === 'bullet') return list.length > 1 ? list : [];
  const wanting =
    /^(?:capital|roman|decimal)$/u.test(series) ||
    style === TIGHT ||
    style === SPACED ||
    /^(?:small \.|number )$/u.test(style);
  if (!wanting) return list;
  const valuesOf = ({ mark: { value, marks } }: Member): readonly (number | null)[] => [
    value,
    ...marks.map((one) => one.value),
  ];
  const values = new Set(list.flatMap(valuesOf));
  return list.filter((one) =>
    valuesOf(one).some((value) => value !== null && (values.has(value - 1) || values.has(value + 1))),
  );
};

const MOSTLY = 0.6;

const areHeads = (seen: readonly Seen[], series: Series, at: readonly number[]): boolean =>
  series !== 'bullet' && (series === 'division' || at.filter((i) => isHead(seen, i)).length >= at.length * MOSTLY);

/** Whether a numbered line stands above what follows: it is short, no sentence, and the next is not just its sibling. */
const isHead = (seen: readonly Seen[], at: number): boolean => {
  const [one, next] = [seen[at], seen[at + 1]];
  if (one?.mark === undefined || one.mark === null) return false;
  if (/^(?:division|article)$/u.test(one.mark.series) && (one.lineLike || isShortName(one))) return true;
  const short = one.lineLike && one.ends !== 'colon' && beginsLarge(one.words);
  if (one.words === '' && one.mark.series !== 'roman' && one.mark.style !== 'number ') return false;
  return short && next !== undefined && next.mark?.style !== one.mark.style && next.paragraph.given?.role !== 'heading';
};

/** “Section C. Election of officers.” */
const isShortName = ({ words, ends }: Seen): boolean =>
  ends === 'sentence' && words.length <= 50 && words.split(' ').length <= 6;

const beginsLarge = (words: string): boolean => !/^[*"“„«(‘'[]*\p{Ll}/u.test(words);

/** The numbers that run through the whole text mark its clauses; those that begin anew under each heading or clause mark points of it. */
const clauseGroup = (groups: ReadonlyMap<string, Group>): Group | null => {
  const all = [...groups.values()].filter(({ heads, style }) => !heads && style !== SPACED);
  const headed = [...groups.values()].some(({ heads }) => heads);
  const articles = all.find(({ series }) => series === 'article');
  if (articles !== undefined) return articles;
  const top = ['number', 'roman', 'capital'].flatMap((series) => all.filter((group) => group.series === series));
  const running = top.filter(({ values }) => values.filter((value) => value === 1).length <= 1);
  const [first] = running.toSorted((a, b) => (a.at[0] ?? 0) - (b.at[0] ?? 0));
  return first ?? (headed ? null : (top[0] ?? null));
};
