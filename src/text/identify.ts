import type { ClauseId } from '../base/ids.ts';
import type { Clause } from './clause.ts';
import { MOST_OTHERS, madeOf } from './parts-of.ts';
import { shortestEdit } from './shortest-edit.ts';
import { bagOf, createLikeness, likeness } from './similarity.ts';

/** Which clause of an earlier text a clause of a later one is, by what they say. */

/** A clause whose id may not be known; `null`: to be found or made. */
export type Unnamed = Omit<Clause, 'id'> & { readonly id: ClauseId | null };

/** From this share of common words on, a clause counts as the same one in new words. */
const ALIKE = 0.5;

/** For each clause of `after`, the clause of `before` that it is, each once; `null`: none. Deterministic. */
export type Identities = readonly (Clause | null)[];

/** An id says which clause it is, whatever the words; those without one are found by their words. */
export const identifyUnnamed = (before: readonly Clause[], after: readonly Unnamed[]): Identities => {
  const named = new Map(before.map((clause) => [clause.id, clause]));
  const fixed = new Set(after.flatMap(({ id }, i) => (id === null ? [] : [i])));
  const pairing = createPairing(before, after, fixed);
  for (const [i, { id }] of after.entries()) {
    const old = id === null ? undefined : named.get(id);
    if (old !== undefined) pairing.pair(i, old);
  }
  pairing.byWords();
  pairing.byLikeness();
  pairing.byFirstPart();
  return pairing.found();
};

/**
 * Words say which clause it is, and an id where they do not contradict it. In turn: the same words under the same id; the same words in order, then
 * anywhere; words that are alike under the same id, then in order; the same id. A clause that was split goes on in the first of its parts, and
 * several that were joined as the first of them. `others`: ids of other clauses; what bears one is none of these.
 */
export const identifyAll = (
  before: readonly Clause[],
  after: readonly Unnamed[],
  others: ReadonlySet<ClauseId>,
): Identities => {
  const fixed = new Set(after.flatMap(({ id }, i) => (id !== null && others.has(id) ? [i] : [])));
  const pairing = createPairing(before, after, fixed);
  pairing.byId((old, now) => old.words === now.words);
  pairing.byWords();
  pairing.byId((old, now) => likeness(bagOf(old.words), bagOf(now.words)) >= ALIKE);
  pairing.byLikeness();
  pairing.byId(() => true);
  pairing.byFirstPart();
  return pairing.found();
};

/** `fixed`: places in `after` that are not to be found by words. */
const createPairing = (before: readonly Clause[], after: readonly Unnamed[], fixed: ReadonlySet<number>) => {
  const found = new Map<number, Clause>();
  const free = new Set(before);
  const pair = (i: number, old: Clause): void => {
    const earlier = found.get(i);
    if (earlier !== undefined) free.add(earlier);
    found.set(i, old);
    free.delete(old);
  };
  const isOpen = (i: number): boolean => !found.has(i) && !fixed.has(i);
  const open = (): readonly Placed[] => after.flatMap((clause, i) => (isOpen(i) ? [{ i, clause }] : []));

  const byId = (holds: (old: Clause, now: Unnamed) => boolean): void => {
    const waiting = new Map([...free].map((old) => [old.id, old]));
    for (const { i, clause } of open()) {
      const old = clause.id === null ? undefined : waiting.get(clause.id);
      if (old !== undefined && holds(old, clause)) pair(i, old);
    }
  };

  /** Those of the same key in an order that both texts have, as many as can be. */
  const inOrder = (key: Key): void => {
    const wanted = new Set([...free].map(key));
    if (!open().some(({ clause }) => wanted.has(key(clause)))) return;
    const places = new Map([...found].map(([i, old]) => [old, i]));
    const was = before.map((old) => (free.has(old) ? key(old) : `#${places.get(old) ?? ''}`));
    const is = after.map((now, i) => (isOpen(i) ? key(now) : `#${i}`));
    let [a, b] = [0, 0];
    for (const step of shortestEdit(was, is) ?? []) {
      const old = before[a];
      if (step === 'keep' && old !== undefined && isOpen(b)) pair(b, old);
      if (step !== 'add') a += 1;
      if (step !== 'drop') b += 1;
    }
  };

  const anywhere = (key: Key): void => {
    const waiting = Map.groupBy(free, key);
    for (const { i, clause } of open()) {
      const old = waiting.get(key(clause))?.shift();
      if (old !== undefined) pair(i, old);
    }
  };

  const byWords = (): void => {
    for (const way of [inOrder, anywhere]) for (const key of [wholeKey, wordsKey]) way(key);
  };

  /** What is left, in order. Takes time proportional to the pairs that are left. */
  const byLikeness = (): void => {
    const [old, now] = [before.filter((clause) => free.has(clause)), open()];
    for (const [a, b] of alignment(
      old,
      now.map(({ clause }) => clause),
    )) {
      const [clause, place] = [old[a], now[b]];
      if (clause !== undefined && place !== undefined) pair(place.i, clause);
    }
  };

  const byFirstPart = (): void => {
    for (const [i, now] of after.entries()) {
      const old = found.get(i);
      if (old === undefined || now.words === old.words || fixed.has(i)) continue;
      let first = i;
      while (first > 0 && i - first < MOST_OTHERS && isOpen(first - 1)) first -= 1;
      for (; first < i; first++)
        if (isDivided(old.words, after.slice(first, i + 1))) {
          found.delete(i);
          free.add(old);
          pair(first, old);
          break;
        }
      if (first < i) continue;
      const place = before.indexOf(old);
      let from = place;
      while (from > 0 && place - from < MOST_OTHERS && free.has(before[from - 1] ?? old)) from -= 1;
      for (; from < place; from++) {
        const head = before[from];
        if (head !== undefined && isDivided(now.words, before.slice(from, place + 1))) {
          pair(i, head);
          break;
        }
      }
    }
  };

  return { pair, byId, byWords, byLikeness, byFirstPart, found: () => after.map((_, i) => found.get(i) ?? null) };
};

interface Placed {
  readonly i: number;
  readonly clause: Unnamed;
}

type Key = (clause: Omit<Clause, 'id'>) => string;

const wordsKey: Key = ({ words }) => words;
const wholeKey: Key = ({ kind, level, words }) => `${kind} ${level ?? 0} ${words}`;

/** Whether these clauses are parts of the whole, each for the most. */
const isDivided = (whole: string, [head, ...others]: readonly Omit<Clause, 'id'>[]): boolean =>
  head !== undefined &&
  madeOf([head], whole, '').length === 1 &&
  madeOf(others, whole, head.words).length === others.length;

/** The pairs, in order on both sides, that are alike and together the most so. */
const alignment = (
  before: readonly Clause[],
  after: readonly Omit<Clause, 'id'>[],
): readonly (readonly [number, number])[] => {
  if (before.length === 0 || after.length === 0) return [];
  const width = after.length + 1;
  const likenessTo = createLikeness(after.map(({ words }) => words));
  const likes = new Float64Array(before.length * width);
  const best = new Float64Array((before.length + 1) * width);
  for (let a = before.length - 1; a >= 0; a--) {
    const all = likenessTo(before[a]?.words ?? '');
    for (let b = after.length - 1; b >= 0; b--) {
      const like = all[b] ?? 0;
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
