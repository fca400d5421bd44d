import type { ClauseId } from '../base/ids.ts';
import { unreachable } from '../base/result.ts';
import { faultOf, placesOf } from './apply-change.ts';
import type { Change, Proposed } from './change.ts';
import { broughtBy } from './change-parts.ts';
import type { Clause, ClauseForm } from './clause.ts';
import { sameForm } from './clause-form.ts';
import { type Edit, editKey, editsBetween } from './word-edits.ts';

/** What amendments to one base do, gathered by what they do it to. */

/** Things wanted, each with the numbers of the amendments that want it; those that want the same stand together. */
export type Wishes<T> = ReadonlyMap<string, { readonly value: T; readonly by: readonly number[] }>;

export interface Join {
  readonly clauses: readonly ClauseId[];
  readonly words: string;
}

/** What is wanted of one clause. */
export interface ClauseEffects {
  readonly clause: Clause;
  readonly edits: Wishes<Edit>;
  readonly forms: Wishes<ClauseForm>;
  /** The clause to stand behind, `null` for the beginning. */
  readonly moves: Wishes<ClauseId | null>;
  readonly joins: Wishes<Join>;
  readonly deletions: Wishes<null>;
}

/** What comes to stand behind a clause: a new one, or one that moves there. */
export type Arrival = { readonly by: number } & (
  { readonly kind: 'add'; readonly clause: Clause } | { readonly kind: 'move'; readonly clause: ClauseId }
);

export interface Effects {
  readonly clauses: ReadonlyMap<ClauseId, ClauseEffects>;
  /** By the clause that they come to stand behind, `null` for the beginning; in the order of the amendments. */
  readonly arrivals: ReadonlyMap<ClauseId | null, readonly Arrival[]>;
  /** By each new id, the changes that bring it in. */
  readonly brought: ReadonlyMap<ClauseId, Wishes<Change>>;
  /** The amendments that do not fit the base. */
  readonly unfit: readonly number[];
}

/** What the amendments do. Takes time proportional to their words and those of the base. */
export const effectsOf = (base: readonly Clause[], amendments: readonly Proposed[]): Effects => {
  const places = placesOf(base);
  const clauses = new Map<ClauseId, Open>();
  const arrivals = new Map<ClauseId | null, Arrival[]>();
  const brought = new Map<ClauseId, OpenWishes<Change>>();
  const unfit: number[] = [];
  for (const { number: by, change } of amendments) {
    const fault = faultOf(base, places, change);
    if (fault?.kind === 'changes-nothing') continue;
    if (fault !== null) {
      unfit.push(by);
      continue;
    }
    for (const { id } of broughtBy(change)) wish(entry(brought, id, newWishes), JSON.stringify(change), change, by);
    if (change.kind === 'add') entry(arrivals, change.after, newList).push({ kind: 'add', clause: change.clause, by });
    if (change.kind === 'move')
      entry(arrivals, change.after, newList).push({ kind: 'move', clause: change.clause, by });
    const at = (id: ClauseId): Open => entry(clauses, id, () => openOn(base[places.get(id) ?? -1]));
    gather(at, change, by);
  }
  return { clauses, arrivals, brought, unfit };
};

type OpenWishes<T> = Map<string, { readonly value: T; readonly by: number[] }>;

const newWishes = <T>(): OpenWishes<T> => new Map();
const newList = <T>(): T[] => [];

const wish = <T>(wishes: OpenWishes<T>, key: string, value: T, by: number): void => {
  entry(wishes, key, () => ({ value, by: [] })).by.push(by);
};

const entry = <K, V>(map: Map<K, V>, key: K, begin: () => V): V => {
  const known = map.get(key);
  if (known !== undefined) return known;
  const begun = begin();
  map.set(key, begun);
  return begun;
};

/** What is wanted of a clause while it is gathered. */
interface Open extends ClauseEffects {
  readonly edits: OpenWishes<Edit>;
  readonly forms: OpenWishes<ClauseForm>;
  readonly moves: OpenWishes<ClauseId | null>;
  readonly joins: OpenWishes<Join>;
  readonly deletions: OpenWishes<null>;
}

const openOn = (clause: Clause | undefined): Open => {
  if (clause === undefined) throw new TypeError('A change to a clause that is not there');
  const none = { edits: new Map(), forms: new Map(), moves: new Map(), joins: new Map(), deletions: new Map() };
  return { clause, ...none };
};

const gather = (at: (id: ClauseId) => Open, change: Change, by: number): void => {
  switch (change.kind) {
    case 'replace': {
      const on = at(change.clause);
      const { as } = change;
      if (as !== undefined && !sameForm(as, on.clause)) wish(on.forms, `${as.kind} ${as.level ?? 0}`, as, by);
      reword(on, change.words, [], by);
      break;
    }
    case 'split':
      reword(at(change.clause), change.words, change.into, by);
      break;
    case 'delete':
      wish(at(change.clause).deletions, '', null, by);
      break;
    case 'move':
      wish(at(change.clause).moves, change.after ?? '', change.after, by);
      break;
    case 'join':
      for (const id of change.clauses) wish(at(id).joins, JSON.stringify([change.clauses, change.words]), change, by);
      break;
    case 'add':
      break;
    default:
      unreachable(change);
  }
};

const reword = (on: Open, words: string, into: readonly Clause[], by: number): void => {
  if (words === on.clause.words && into.length === 0) return;
  for (const edit of editsBetween(on.clause.words, words, into)) wish(on.edits, editKey(edit), edit, by);
};
