import type { ClauseId } from '../../base/ids.ts';
import { sameForm } from '../../text/clause-form.ts';
import type { Clause, ClauseForm } from '../../text/clause.ts';
import { changesBetween } from '../../text/derive.ts';
import { bagOf, likeness } from '../../text/similarity.ts';
import { tokensOf } from '../../text/tokens.ts';
import { mergeOrder } from './merge-order.ts';
import { type Clash, type Row, headOf, idOfHead, isHead, mergeRows } from './merge-words.ts';

/** Two versions of one row of clauses put together: words by {@link mergeRows}, across clauses that were split and joined; order by {@link mergeOrder}. */

/** What both changed: the words that stand in its place, and those that were put beside it or, for a title, behind it. */
export interface Collision {
  readonly clause: ClauseId | null;
  readonly kept: string;
  readonly beside: string;
}

interface MergedClauses {
  readonly clauses: readonly Clause[];
  readonly collisions: readonly Collision[];
  /** What clauses of ours are called here, where that is not what ours calls them: whoever writes on there follows their words. */
  readonly renamed: ReadonlyMap<ClauseId, ClauseId>;
}

type Clauses = readonly Clause[];
type NewId = (kind: string) => ClauseId;

/**
 * Theirs stands first where both replaced the same words; the clause as ours has it comes behind that one, under a new name. What one deleted and the other
 * reworded stays. Takes as long as {@link changesBetween}.
 */
export const mergeClauses = (before: Clauses, ours: Clauses, theirs: Clauses, newId: NewId): MergedClauses => {
  const names = namesApart(before, ours, theirs, newId);
  const called = ours.map((clause) => ({ ...clause, id: names.get(clause.id) ?? clause.id }));
  const base = withCommon(before, called, theirs);
  const [own, other] = [withReworded(base, called, theirs), withReworded(base, theirs, called)];
  const rowOf = createRows();
  const rows = [base, arranged(base, own), arranged(base, other)].map(rowOf);
  const { row, clashes } = mergeRows(rows[0] ?? [], rows[1] ?? [], rows[2] ?? []);
  const words = wordsIn(row, newId);
  const form = formFrom(base, own, other);
  const ids = [base, own, other].map((all) => all.map(({ id }) => id));
  const order = mergeOrder(ids[0] ?? [], ids[1] ?? [], ids[2] ?? [], (id) => words.has(id));
  const stray = [...words.keys()].filter((id) => !order.includes(id));
  const clauses = [...order, ...stray].map((id): Clause => ({ id, ...form(id), words: words.get(id) ?? '' }));
  return withBeside({ base, own, clauses, clashes: clashes.map(replacedIn(rows[0] ?? [])), names, newId });
};

/** Clauses as a row; what several versions say alike is cut into words once. */
const createRows = (): ((clauses: Clauses) => Row) => {
  const known = new Map<string, Row>();
  return (clauses) =>
    clauses.flatMap(({ id, words }) => {
      const tokens = known.get(words) ?? tokensOf(words);
      known.set(words, tokens);
      return [headOf(id), ...tokens];
    });
};

/** New names for new clauses of ours whose name theirs has given to another. */
const namesApart = (before: Clauses, ours: Clauses, theirs: Clauses, newId: NewId): Map<ClauseId, ClauseId> => {
  const old = new Set(before.map(({ id }) => id));
  const fresh = new Map(theirs.flatMap((clause) => (old.has(clause.id) ? [] : [[clause.id, clause]])));
  return new Map(
    ours.flatMap((clause) => {
      const other = fresh.get(clause.id);
      return other === undefined || areAlike(clause.words, other.words) ? [] : [[clause.id, newId(clause.kind)]];
    }),
  );
};

const areAlike = (a: string, b: string): boolean => a === b || likeness(bagOf(a), bagOf(b)) >= ALIKE;

/** From this share of common words on, two new clauses of one name are one. */
const ALIKE = 0.5;

/** The base with the new clauses that both have, as theirs has them. */
const withCommon = (before: Clauses, ours: Clauses, theirs: Clauses): Clauses => {
  const [old, own] = [new Set(before.map(({ id }) => id)), new Set(ours.map(({ id }) => id))];
  const base = [...before];
  let place = 0;
  for (const clause of theirs) {
    if (!old.has(clause.id) && own.has(clause.id)) base.splice(place, 0, clause);
    const at = base.findIndex(({ id }) => id === clause.id);
    if (at >= 0) place = at + 1;
  }
  return base;
};

/** A version with the clauses that it deletes and the other rewords. */
const withReworded = (base: Clauses, version: Clauses, other: Clauses): Clauses => {
  const known = new Map(other.map((clause) => [clause.id, clause]));
  const gone = new Set(
    changesBetween(base, version).flatMap((change) => (change.kind === 'delete' ? [change.clause] : [])),
  );
  const out = [...version];
  for (const [i, clause] of base.entries()) {
    const now = known.get(clause.id);
    if (!gone.has(clause.id) || now === undefined || now.words === clause.words) continue;
    const earlier = new Set(base.slice(0, i).map(({ id }) => id));
    out.splice(out.findLastIndex(({ id }) => earlier.has(id)) + 1, 0, clause);
  }
  return out;
};

/** A version with what stays of the base in the base's order, each followed by the new clauses that follow it. */
const arranged = (base: Clauses, version: Clauses): Clauses => {
  const places = new Map(base.map(({ id }, i) => [id, i]));
  const groups: { readonly place: number; readonly clauses: Clause[] }[] = [];
  for (const clause of version) {
    const place = places.get(clause.id);
    if (place === undefined && groups.length > 0) groups.at(-1)?.clauses.push(clause);
    else groups.push({ place: place ?? -1, clauses: [clause] });
  }
  return groups.toSorted((a, b) => a.place - b.place).flatMap(({ clauses }) => clauses);
};

/** The words of each clause in a row; a clause that has lost its last word is not there. */
const wordsIn = (row: Row, newId: NewId): ReadonlyMap<ClauseId, string> => {
  const words = new Map<ClauseId, string>();
  let [id, text] = [null as ClauseId | null, ''];
  const end = (): void => {
    if (text.trim() !== '') words.set(id ?? newId('paragraph'), text.trim());
  };
  for (const item of row) {
    if (!isHead(item)) {
      text += item;
      continue;
    }
    end();
    [id, text] = [idOfHead(item) as ClauseId, ''];
  }
  end();
  return words;
};

const formFrom = (base: Clauses, ours: Clauses, theirs: Clauses): ((id: ClauseId) => ClauseForm) => {
  const [old, own, other] = [base, ours, theirs].map((all) => new Map(all.map((clause) => [clause.id, clause])));
  return (id) => {
    const [was, mine, foreign] = [old?.get(id), own?.get(id), other?.get(id)];
    const changed = mine !== undefined && (was === undefined || !sameForm(mine, was));
    const untouched = foreign === undefined || (was !== undefined && sameForm(foreign, was));
    const { kind, level } = (changed && untouched ? mine : (foreign ?? mine ?? was)) ?? { kind: 'paragraph' };
    return level === undefined ? { kind } : { kind, level };
  };
};

/** The clauses of the base whose words both replaced, and the new ones that ours put there. */
interface Replaced {
  readonly clauses: readonly ClauseId[];
  readonly brought: readonly ClauseId[];
}

const replacedIn = (base: Row): ((clash: Clash) => Replaced) => {
  const heads = base.flatMap((item, place) => (isHead(item) ? [{ place, id: idOfHead(item) as ClauseId }] : []));
  return ({ start, end, ours }) => {
    const first = heads.findLastIndex(({ place }) => place <= start);
    return {
      clauses: heads
        .slice(Math.max(0, first))
        .flatMap(({ place, id }) => (place < Math.max(end, start + 1) ? [id] : [])),
      brought: ours.flatMap(({ items }) => items.filter(isHead).map((item) => idOfHead(item) as ClauseId)),
    };
  };
};

interface ToPutBeside {
  readonly base: Clauses;
  readonly own: Clauses;
  readonly clauses: Clauses;
  readonly clashes: readonly Replaced[];
  readonly names: Map<ClauseId, ClauseId>;
  readonly newId: NewId;
}

const withBeside = ({ base, own, clauses: merged, clashes, names, newId }: ToPutBeside): MergedClauses => {
  const standing = new Map(merged.map(({ id, words }) => [id, words]));
  const [holdingOwn, holding] = [holders(base, own), holders(base, merged)];
  const given = new Map([...names].map(([from, to]) => [to, from]));
  const done = new Set<ClauseId>();
  /** What comes behind each clause; behind `null`, before all others. */
  const behind = new Map<ClauseId | null, Clause[]>();
  const collisions: Collision[] = [];
  for (const { clauses: replaced, brought } of clashes) {
    const [clause] = replaced;
    if (clause === undefined) continue;
    const wanted = new Set<ClauseId | null>([...replaced.map((id) => holdingOwn.get(id) ?? null), ...brought]);
    const lost = own.filter(({ id, words }) => wanted.has(id) && !done.has(id) && standing.get(id) !== words);
    if (lost.length === 0) continue;
    const place = holding.get(clause) ?? null;
    const beside = lost.map((one) => {
      done.add(one.id);
      if (!standing.has(one.id)) return one;
      const id = newId(one.kind);
      names.set(given.get(one.id) ?? one.id, id);
      return { ...one, id };
    });
    behind.set(place, [...(behind.get(place) ?? []), ...beside]);
    const kept = place === null ? '' : (standing.get(place) ?? '');
    collisions.push({ clause, kept, beside: lost.map(({ words }) => words).join('\n\n') });
  }
  const clauses = [...(behind.get(null) ?? []), ...merged.flatMap((one) => [one, ...(behind.get(one.id) ?? [])])];
  return { clauses, collisions, renamed: names };
};

/** By clause of the base, the one of a version that holds what was in it: itself, or the last before it. */
const holders = (base: Clauses, version: Clauses): ReadonlyMap<ClauseId, ClauseId> => {
  const there = new Set(version.map(({ id }) => id));
  const holding = new Map<ClauseId, ClauseId>();
  let last: ClauseId | null = null;
  for (const { id } of base) {
    if (there.has(id)) last = id;
    if (last !== null) holding.set(id, last);
  }
  return holding;
};
