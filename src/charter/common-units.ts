import type { ClauseId } from '../base/ids.ts';
import { unreachable } from '../base/result.ts';
import type { Clause } from '../text/clause.ts';
import type { VariantRef } from '../text/common/problem.ts';
import { placesOf } from '../text/apply-change.ts';
import { changesOf } from '../text/changes-of.ts';
import { overAgreed } from './consolidated.ts';
import type { Amendment, Text } from './state.ts';

/** A text taken apart into what can stand in it in one wording or another, or fall out: for the common text (article 6.3). */
export interface Unit {
  /** The id of its clause; `+4`: what amendment 4 would add; `~4`: what it would move. */
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
  /** One of these wordings is chosen, and with it all of them. */
  | { readonly kind: 'wordings'; readonly refs: readonly [VariantRef, ...VariantRef[]] }
  /** Its clause has fallen out. */
  | { readonly kind: 'deletion'; readonly clause: ClauseId };

export interface Units {
  readonly units: readonly Unit[];
  /** By number, of every open amendment that fits the text. */
  readonly entries: ReadonlyMap<number, Entry>;
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
    entries.set(amendment.number, { kind: 'wordings', refs: [head, ...rest] });
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
        // A deletion beside other words of the same amendment follows from these.
        if (standing(current.clause) !== undefined && !entries.has(number))
          entries.set(number, { kind: 'deletion', clause: current.clause });
        break;
      case 'move': {
        const clause = standing(current.clause);
        if (clause === undefined) break;
        begin(`~${number}`, 'move', 0);
        enter(amendment, reword(amendment, `~${number}`, clause));
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
  return { units: [...units.values()].map(({ unit, wordings }) => ({ ...unit, wordings })), entries };
};

/** The open addition that this one is another wording of, by way of sub-amendments; itself, where it is none. */
const rootOf = (text: Text, amendment: Amendment): number => {
  const parent = amendment.to === null ? undefined : text.amendments[amendment.to - 1];
  const open = parent !== undefined && parent.fate.kind === 'open' && parent.change.kind === 'add';
  return open ? rootOf(text, parent) : amendment.number;
};
