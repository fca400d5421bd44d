import type { ClauseId } from '../../base/ids.ts';
import type { Change } from '../../text/change.ts';
import { pick, type Move } from './move-cast.test.ts';
import { clauses } from './acts.ts';
import type { Attempt, World } from './world.ts';
import type { Condition, Target } from '../texts/position-state.ts';
import type { Printed } from '../names/printed.ts';
import type { Text } from '../texts/state.ts';

/** What the acts of random moves are made of. */

/** Those that stand next to each other come from different countries, so that they may be one slate (9.1). */
const COUNTRIES = ['RS', 'GR', 'BA'] as const;

export const printedOf = (place: number, how = 0): Printed => [
  { name: `Organisation no. ${place}${how % 3 === 0 ? '' : ` of old ${how % 3}`}`, country: `Land ${how % 3}` },
];

export const profileOf = (place: number) => ({
  printed: printedOf(place),
  country: pick(COUNTRIES, place),
  about: null,
  website: null,
});

/** What a move is made of, found in the state it is made in. */
export interface Scene {
  readonly world: World;
  readonly names: readonly string[];
  readonly move: Move;
  readonly someone: string;
  readonly other: string;
  /** The number of a text, and the text where there is one. */
  readonly number: number;
  readonly text: Text | undefined;
  readonly revision: number;
  readonly clause: ClauseId;
  /** Mostly the one whose text it is. */
  readonly owner: string;
  readonly charter: string;
  /** The final version to sign, or the charter's hash where there is none. */
  readonly version: string;
  /** Unlike in every act. */
  readonly label: string;
  readonly key: { readonly key: string; readonly use: string };
}

export type Made = Partial<Attempt> & { readonly body: unknown };

export const change = ({ text, clause, move: { how, what }, label }: Scene): Change => {
  const id = `n-${label.replace(' ', '-')}` as ClauseId;
  const after = what % 3 === 0 ? null : clause;
  const follower = text?.revisions.at(-1)?.clauses.find((_, i, all) => all[i - 1]?.id === clause)?.id ?? clause;
  switch (how % 6) {
    case 0:
      return { kind: 'replace', clause, words: `New words ${how}.` };
    case 4:
      return { kind: 'split', clause, words: 'Part.', into: [{ id, kind: 'operative', words: 'More.' }] };
    case 5:
      return { kind: 'join', clauses: [clause, follower], words: 'Both.' };
    case 1:
      return { kind: 'delete', clause };
    case 2:
      return { kind: 'add', after, clause: { id, kind: 'operative', words: 'More.' } };
    default:
      return { kind: 'move', clause, after };
  }
};

export const target = ({ text, clause, move: { what, apt } }: Scene): Target => {
  const amendment = pick(text?.amendments ?? [], what)?.number;
  if (apt) return { kind: 'whole' };
  return amendment === undefined || what % 2 === 0 ? { kind: 'clause', clause } : { kind: 'amendment', amendment };
};

export const openAmendments = (text: Text | undefined): readonly number[] =>
  (text?.amendments ?? []).filter(({ fate }) => fate.kind === 'open').map(({ number }) => number);

export const condition = ({ text, clause, move: { how } }: Scene): Condition => {
  const amendment = pick(text?.amendments ?? [], how)?.number;
  if (amendment !== undefined && how % 3 === 0) return { kind: how % 2 === 0 ? 'with' : 'without', amendment };
  return how % 4 === 1 ? { kind: 'words', clause, words: 'Peace' } : { kind: how % 2 === 0 ? 'stays' : 'goes', clause };
};

export const signatory = ({ text, someone, names, move: { how, apt } }: Scene): string => {
  const signed = names.filter((name) => [...(text?.signatures.keys() ?? [])].some((id) => id === name));
  return (apt ? pick(signed, how) : undefined) ?? someone;
};

export const recovery = (world: World, { what }: Move): number =>
  1 + (what % Math.max(1, world.state.recoveries.length));

const WORDS = ['Peace.', 'Bread for all.', 'Clean rivers,', 'Forests that stand.', 'Work.', 'Roofs.'] as const;

export const wording = (n: number) => clauses(...WORDS.slice(n % 3, 1 + (n % 5)), 'Amen.');
