import type { ClauseId } from '../base/ids.ts';
import { type Places, placesOf } from './apply-change.ts';
import type { Change } from './change.ts';
import type { Clause, ClauseForm } from './clause.ts';
import { sameForm } from './clause-form.ts';
import { MOST_OTHERS, madeOf } from './parts-of.ts';
import { longestRise } from './rising.ts';

/**
 * The fewest changes to the clauses of `before`, each id once, that merge into `after` and do not collide: of clauses with the same id
 * as few as possible move. A new clause counts as split from the one that it follows directly if half of its words were taken from
 * there, a vanished one as joined to the one that it followed if half of its words were put there. In the order of `after`, deletions
 * behind them. Takes time proportional to the words and n log n in the number of clauses.
 */
export const changesBetween = (before: readonly Clause[], after: readonly Clause[]): readonly Change[] => {
  const [places, kept] = [placesOf(before), placesOf(after)];
  const staying = longestRise(after.flatMap(({ id }) => places.get(id) ?? []));
  const done = new Set<ClauseId>();
  const changes: Change[] = [];
  let anchor: ClauseId | null = null;
  for (const [i, clause] of after.entries()) {
    const place = places.get(clause.id);
    const old = place === undefined ? undefined : before[place];
    if (place === undefined || old === undefined) {
      if (!done.has(clause.id)) changes.push({ kind: 'add', after: anchor, clause });
      continue;
    }
    if (staying.has(place)) anchor = clause.id;
    else changes.push({ kind: 'move', clause: clause.id, after: anchor });
    const others: Others = {
      gone: staying.has(place) ? stretch(before, place + 1, kept) : [],
      come: stretch(after, i + 1, places),
    };
    for (const change of rewording(old, clause, others)) {
      changes.push(change);
      if (change.kind === 'join') for (const id of change.clauses) done.add(id);
      if (change.kind === 'split') for (const { id } of change.into) done.add(id);
    }
  }
  for (const { id } of before) if (!kept.has(id) && !done.has(id)) changes.push({ kind: 'delete', clause: id });
  return changes;
};

/** What stands directly behind a clause: in the old text what has gone since, in the new one what has come. */
interface Others {
  readonly gone: readonly Clause[];
  readonly come: readonly Clause[];
}

/** The clauses from one place on up to the first that is in the other text too. */
const stretch = (clauses: readonly Clause[], from: number, other: Places): readonly Clause[] => {
  let to = from;
  while (to < clauses.length && to < from + MOST_OTHERS && !other.has(clauses[to]?.id ?? ('' as ClauseId))) to += 1;
  return clauses.slice(from, to);
};

const rewording = (old: Clause, now: Clause, { gone, come }: Others): readonly Change[] => {
  const clause = now.id;
  const { words } = now;
  const as = sameForm(old, now) ? undefined : formOf(now);
  const formed: readonly Change[] = as === undefined ? [] : [{ kind: 'replace', clause, words: old.words, as }];
  if (old.words === words) return formed;
  const joined = gone.length === 0 ? [] : madeOf(gone, words, old.words);
  if (joined.length > 0) return [...formed, { kind: 'join', clauses: [clause, ...joined.map(({ id }) => id)], words }];
  const into = come.length === 0 ? [] : madeOf(come, old.words, words);
  if (into.length > 0) return [...formed, { kind: 'split', clause, words, into }];
  return [{ kind: 'replace', clause, words, ...(as === undefined ? {} : { as }) }];
};

const formOf = ({ kind, level }: Clause): ClauseForm => (level === undefined ? { kind } : { kind, level });
