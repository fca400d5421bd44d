import type { ClauseId } from '../base/ids.ts';
import type { Clause } from './clause.ts';
import { newId } from './new-id.ts';
import { bagOf, likeness } from './similarity.ts';

/** Clause ids through an edit in plain text: what goes on keeps its id, what is new gets one. */

/** A clause whose id may not be known; `null`: to be found or made. */
export type Unnamed = Omit<Clause, 'id'> & { readonly id: ClauseId | null };

/** From this share of common words on, a clause counts as the same one in new words. */
const ALIKE = 0.5;

/**
 * Gives every clause of `after` its id. First those with the very words of an earlier clause take its id, wherever they stand;
 * then, in order, those that are alike. What is left gets the initial of its kind and the first number that neither `before`,
 * `after` nor `taken` uses. Ids given in `after` stay. Deterministic.
 */
export const keepIds = (
  before: readonly Clause[],
  after: readonly Unnamed[],
  taken: Iterable<ClauseId> = [],
): readonly Clause[] => {
  const ids: (ClauseId | null)[] = after.map(({ id }) => id);
  const given = new Set(ids);
  const free = new Set(before.filter(({ id }) => !given.has(id)));
  const keep = (i: number, clause: Clause): void => {
    ids[i] = clause.id;
    free.delete(clause);
  };
  for (const key of [fullKey, ({ words }: Pick<Clause, 'words'>) => words]) {
    const waiting = Map.groupBy(free, key);
    for (const [i, clause] of after.entries()) {
      const found = ids[i] === null ? waiting.get(key(clause))?.shift() : undefined;
      if (found !== undefined) keep(i, found);
    }
  }
  const open = after.flatMap((clause, i) => (ids[i] === null ? [{ i, clause }] : []));
  const left = [...free];
  for (const [a, b] of alignment(
    left,
    open.map(({ clause }) => clause),
  )) {
    const [found, place] = [left[a], open[b]];
    if (found !== undefined && place !== undefined) keep(place.i, found);
  }
  const used = new Set<string>([...before.map(({ id }) => id), ...ids.filter((id) => id !== null), ...taken]);
  return after.map((clause, i) => ({ ...clause, id: ids[i] ?? newId(clause.kind, used) }));
};

const fullKey = ({ kind, level, words }: Omit<Clause, 'id'>): string => `${kind} ${level ?? 0} ${words}`;

/** The pairs, in order on both sides, that are alike and together the most so. */
const alignment = (
  before: readonly Clause[],
  after: readonly Omit<Clause, 'id'>[],
): readonly (readonly [number, number])[] => {
  const width = after.length + 1;
  const bags = after.map(({ words }) => bagOf(words));
  const likes = new Float64Array(before.length * width);
  const best = new Float64Array((before.length + 1) * width);
  for (let a = before.length - 1; a >= 0; a--) {
    const bag = bagOf(before[a]?.words ?? '');
    for (let b = after.length - 1; b >= 0; b--) {
      const other = bags[b];
      const like = other === undefined ? 0 : likeness(bag, other);
      if (like >= ALIKE) likes[a * width + b] = like + (before[a]?.kind === after[b]?.kind ? 0.01 : 0);
      const pair = likes[a * width + b] ?? 0;
      const apart = Math.max(best[(a + 1) * width + b] ?? 0, best[a * width + b + 1] ?? 0);
      best[a * width + b] = pair > 0 ? Math.max(apart, pair + (best[(a + 1) * width + b + 1] ?? 0)) : apart;
    }
  }
  const pairs: (readonly [number, number])[] = [];
  for (let a = 0, b = 0; a < before.length && b < after.length;) {
    const here = best[a * width + b] ?? 0;
    if (here === best[(a + 1) * width + b]) a += 1;
    else if (here === best[a * width + b + 1]) b += 1;
    else pairs.push([a++, b++]);
  }
  return pairs;
};
