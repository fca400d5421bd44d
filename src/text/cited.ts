import type { ClauseId } from '../base/ids.ts';
import type { Clause } from './clause.ts';
import { numbering } from './numbering.ts';

/** What clauses are cited by where they do not stand themselves. */
export type Cited =
  /** By the number that is printed beside it, with those that it stands below: `3`, `3(a)`. */
  | { readonly kind: 'number'; readonly number: string }
  /** By its words, being the how manyth heading. */
  | { readonly kind: 'heading'; readonly nth: number; readonly words: string }
  /** Nothing is printed beside it: by its place among those of its kind. */
  | { readonly kind: 'preambular' | 'paragraph'; readonly nth: number }
  /** A point below one of these: by the number printed beside it. */
  | { readonly kind: 'point'; readonly number: string; readonly of: 'preambular' | 'paragraph'; readonly nth: number };

type Head = Extract<Cited, { readonly kind: 'number' | 'preambular' | 'paragraph' }> | null;

/** How each clause is cited. */
export const citedAs = (clauses: readonly Clause[]): ReadonlyMap<ClauseId, Cited> => {
  const numbers = numbering(clauses);
  const cited = new Map<ClauseId, Cited>();
  const counts = { heading: 0, preambular: 0, paragraph: 0 };
  let head: Head = null;
  let path: readonly string[] = [];
  for (const { id, kind, level, words } of clauses) {
    const number = numbers.get(id) ?? '';
    if (kind === 'point') {
      path = [...path.slice(0, (level ?? 1) - 1), number];
      cited.set(id, pointBelow(head, path.join('')));
      continue;
    }
    path = [];
    if (kind === 'operative') head = { kind: 'number', number };
    else counts[kind] += 1;
    if (kind === 'preambular' || kind === 'paragraph') head = { kind, nth: counts[kind] };
    if (kind === 'heading') {
      head = null;
      cited.set(id, { kind, nth: counts.heading, words });
    } else if (head !== null) cited.set(id, head);
  }
  return cited;
};

const pointBelow = (head: Head, number: string): Cited => {
  if (head === null) return { kind: 'number', number };
  return head.kind === 'number'
    ? { kind: 'number', number: `${head.number}${number}` }
    : { kind: 'point', number, of: head.kind, nth: head.nth };
};
