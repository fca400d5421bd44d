import type { ClauseId } from '../base/ids.ts';
import { unreachable } from '../base/result.ts';
import type { Clause } from '../text/clause.ts';
import type { VariantRef } from '../text/common/problem.ts';
import { placesOf } from '../text/apply-change.ts';
import { changesOf } from '../text/changes-of.ts';
import type { Footprints } from '../text/effects.ts';
import { clash } from '../text/footprint.ts';
import { overAgreed } from './consolidated.ts';
import { idsIn } from './live.ts';
import type { Amendment, Text } from './state.ts';

/** A text taken apart into what can stand in it in one wording or another, or fall out: for the common text (article 6.3). */
export interface Unit {
  /** The id of its clause; `+4`: what amendment 4 would add; `~c1`: where clause `c1` would move. */
  readonly id: string;
  readonly kind: 'clause' | 'addition' | 'move';
  /** What it counts for. */
  readonly weight: number;
  /** The present words first, where it stands in the text. */
  readonly wordings: readonly Wording[];
}

export interface Wording {
  readonly id: string;
  /** `null`: the present words. */
  readonly amendment: number | null;
  /** The clause in these words; of one that is split, the first part; of one that is joined to others, all. */
  readonly clause: Clause;
}

/** How it shows in a choice that an amendment has gone in. */
export type Entry =
  /** One of these wordings is chosen, and with it all of them; clauses that are `gone` with them have fallen out. */
  | {
      readonly kind: 'wordings';
      readonly refs: readonly [VariantRef, ...VariantRef[]];
      readonly gone: readonly ClauseId[];
    }
  /** Its clauses have fallen out, all of them. */
  | { readonly kind: 'deletion'; readonly clauses: readonly ClauseId[] };

export interface Units {
  readonly units: readonly Unit[];
  /** By number, of every open amendment that fits the text. */
  readonly entries: ReadonlyMap<number, Entry>;
  /** By number, the later amendments that cannot go in beside it, though no clause has to choose between them. */
  readonly colliding: ReadonlyMap<number, readonly number[]>;
}

export const NOW = 'now';

const wordingId = (amendment: number): string => `a${amendment}`;

/** Of the text as far as it is agreed, with every open amendment as another wording. */
export const unitsOf = (text: Text): Units => {
  const { clauses, footprints } = overAgreed(text);
  const places = placesOf(clauses);
  const units = new Map<string, { unit: Omit<Unit, 'wordings'>; wordings: Wording[] }>();
  const begin = (id: string, kind: Unit['kind'], weight: number): Wording[] => {
    const wordings: Wording[] = [];
    units.set(id, { unit: { id, kind, weight }, wordings });
    return wordings;
  };
  // A heading says nothing that anybody signs, unless the participants agreed that it counts.
  const weightOf = ({ id, kind }: Clause): number => text.weights.get(id) ?? (kind === 'heading' ? 0 : 1);
  for (const clause of clauses) {
    begin(clause.id, 'clause', weightOf(clause)).push({ id: NOW, amendment: null, clause });
  }
  const entries = new Map<number, Entry>();
  const reword = ({ number }: Amendment, id: string, clause: Clause): VariantRef => {
    units.get(id)?.wordings.push({ id: wordingId(number), amendment: number, clause });
    return { clause: id, variant: wordingId(number) };
  };
  const enter = (amendment: Amendment, first: VariantRef, ...others: readonly VariantRef[]): void => {
    const entry = entries.get(amendment.number);
    const earlier = entry?.kind === 'wordings' ? entry.refs : [];
    const [head = first, ...rest] = [...earlier, first, ...others];
    entries.set(amendment.number, { kind: 'wordings', refs: [head, ...rest], gone: goneWith(entry) });
  };
  const leave = (number: number, clause: ClauseId): void => {
    const entry = entries.get(number);
    entries.set(
      number,
      entry?.kind === 'wordings'
        ? { ...entry, gone: [...entry.gone, clause] }
        : { kind: 'deletion', clauses: [...goneWith(entry), clause] },
    );
  };
  const read = [...footprints].flatMap(([number, footprint]) => {
    const amendment = text.amendments[number - 1];
    return amendment === undefined
      ? []
      : changesOf(clauses, footprint, places).map((current) => ({ amendment, number, current }));
  });
  for (const { amendment, number, current } of read) {
    const standing = (id: ClauseId): Clause | undefined => clauses.find((clause) => clause.id === id);
    switch (current.kind) {
      case 'add': {
        const id = `+${rootOf(text, amendment)}`;
        if (!units.has(id)) begin(id, 'addition', weightOf(current.clause));
        enter(amendment, reword(amendment, id, current.clause));
        break;
      }
      case 'delete':
        if (standing(current.clause) !== undefined) leave(number, current.clause);
        break;
      case 'move': {
        const clause = standing(current.clause);
        if (clause === undefined) break;
        const id = `~${clause.id}`;
        if (!units.has(id)) begin(id, 'move', 0);
        enter(amendment, reword(amendment, id, clause));
        break;
      }
      case 'replace': {
        const clause = standing(current.clause);
        if (clause === undefined) break;
        const { id } = clause;
        enter(
          amendment,
          reword(amendment, id, {
            ...(current.as === undefined ? clause : { id, ...current.as }),
            words: current.words,
          }),
        );
        break;
      }
      case 'split': {
        const clause = standing(current.clause);
        if (clause !== undefined) enter(amendment, reword(amendment, clause.id, { ...clause, words: current.words }));
        break;
      }
      case 'join': {
        const [first] = current.clauses;
        const kept = first === undefined ? undefined : standing(first);
        if (kept === undefined || !current.clauses.every((id) => standing(id) !== undefined)) break;
        const joined = { ...kept, words: current.words };
        const [head, ...others] = current.clauses.map((id) => reword(amendment, id, joined));
        if (head !== undefined) enter(amendment, head, ...others);
        break;
      }
      default:
        return unreachable(current);
    }
  }
  return {
    units: [...units.values()].map(({ unit, wordings }) => ({ ...unit, wordings })),
    entries,
    colliding: collidingBeside(footprints, entries),
  };
};

const goneWith = (entry: Entry | undefined): readonly ClauseId[] => {
  if (entry === undefined) return [];
  return entry.kind === 'wordings' ? entry.gone : entry.clauses;
};

const collidingBeside = (footprints: Footprints, entries: ReadonlyMap<number, Entry>): Units['colliding'] => {
  const about = new Map<ClauseId, Set<number>>();
  const colliding = new Map<number, readonly number[]>();
  const clausesIn = (number: number): readonly string[] => {
    const entry = entries.get(number);
    return entry?.kind === 'wordings' ? entry.refs.map(({ clause }) => clause) : [];
  };
  for (const [number, footprint] of [...footprints].toSorted(([a], [b]) => b - a)) {
    const own = new Set(clausesIn(number));
    if (own.size === 0) continue;
    const beside = new Set(idsIn(footprint).flatMap((id) => [...(about.get(id) ?? [])]));
    const against = [...beside].filter((other) => {
      const theirs = footprints.get(other);
      return theirs !== undefined && !clausesIn(other).some((id) => own.has(id)) && clash(footprint, theirs);
    });
    if (against.length > 0) colliding.set(number, against);
    for (const id of idsIn(footprint)) about.set(id, (about.get(id) ?? new Set()).add(number));
  }
  return colliding;
};

/** The open addition that this one is another wording of, by way of sub-amendments; itself, where it is none. */
const rootOf = (text: Text, amendment: Amendment): number => {
  const parent = amendment.to === null ? undefined : text.amendments[amendment.to - 1];
  const open = parent !== undefined && parent.fate.kind === 'open' && parent.change.kind === 'add';
  return open ? rootOf(text, parent) : amendment.number;
};
