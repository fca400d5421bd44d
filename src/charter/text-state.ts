import type { ClauseId, OrganisationId, VersionHash } from '../base/ids.ts';
import type { Instant } from '../base/time.ts';
import type { Change } from '../text/change.ts';
import type { Clause } from '../text/clause.ts';
import type { Rules } from './rules.ts';
import type { Mark } from './state.ts';

/** The part of the state that chapters 6, 7 and 13 work on: texts, from the first draft to the last signature. */

/** A text's stages. `decision`: its final version is put to decision. */
export type Stage = 'negotiation' | 'decision' | 'adopted' | 'not-adopted' | 'withdrawn';

export interface Text {
  readonly number: number;
  readonly kind: 'resolution' | 'charter';
  readonly by: OrganisationId;
  readonly tabled: Mark;
  readonly cosponsors: readonly OrganisationId[];
  readonly stage: Stage;
  /** By number, from 1. The last one is the present version. */
  readonly revisions: readonly Revision[];
  readonly amendments: readonly Amendment[];
  /** Every position ever taken, in order. */
  readonly positions: readonly Position[];
  /** The position each organisation holds now, by target ({@link targetKey}). Ones on wording that has since changed are gone. */
  readonly standing: ReadonlyMap<string, ReadonlyMap<OrganisationId, Position>>;
  readonly consultations: readonly Consultation[];
  readonly decision: Decision | null;
  readonly signatures: ReadonlyMap<OrganisationId, Signature>;
}

export interface Revision {
  readonly number: number;
  readonly title: string;
  readonly clauses: readonly Clause[];
  readonly rules: Rules | null;
  readonly hash: VersionHash;
  /** The numbers of the amendments it took in. */
  readonly tookIn: readonly number[];
  readonly note: string | null;
  readonly on: Mark;
}

export interface Amendment {
  readonly number: number;
  readonly by: OrganisationId;
  readonly change: Change;
  readonly reason: string;
  /** The revision it was proposed to. */
  readonly revision: number;
  readonly on: Mark;
  readonly fate:
    | { readonly kind: 'open' }
    | { readonly kind: 'withdrawn'; readonly on: Mark }
    | { readonly kind: 'taken-in'; readonly revision: number }
    | { readonly kind: 'fallen'; readonly on: Mark };
}

export type Stand = 'support' | 'accept' | 'stand-aside' | 'object';

export type Target =
  | { readonly kind: 'whole' }
  | { readonly kind: 'clause'; readonly clause: ClauseId }
  | { readonly kind: 'amendment'; readonly amendment: number };

export const targetKey = (target: Target): string =>
  target.kind === 'whole'
    ? 'whole'
    : target.kind === 'clause'
      ? `clause:${target.clause}`
      : `amendment:${target.amendment}`;

export interface Position {
  readonly by: OrganisationId;
  readonly on: Target;
  /** `null`: it takes back what it said and has no position. */
  readonly stand: Stand | null;
  readonly reason: string | null;
  readonly revision: number;
  readonly mark: Mark;
}

export interface Consultation {
  readonly number: number;
  /** The point of friction: a clause or the whole. */
  readonly on: Exclude<Target, { readonly kind: 'amendment' }>;
  readonly by: OrganisationId;
  /** Who met, the recording organisation included. */
  readonly with: readonly OrganisationId[];
  readonly held: Instant;
  readonly tried: string;
  readonly result: string;
  readonly mark: Mark;
}

export interface Decision {
  readonly version: VersionHash;
  readonly revision: number;
  readonly opened: Mark;
  readonly by: OrganisationId;
  readonly deadline: Instant;
  /** Where and how it is decided (13.3), in the proposer's words. */
  readonly place: string;
  readonly outcome: Outcome | null;
}

export interface Outcome {
  readonly result: 'unanimous' | 'broad-consensus' | 'not-adopted';
  readonly at: Instant;
  /** Every participant at that moment, in the order of its entering. */
  readonly answers: readonly Answer[];
  readonly friction: readonly Friction[];
  /** What stood in the way, where it was not adopted. */
  readonly obstacles: readonly Obstacle[];
  /** The final number, `2026/3`, where it was adopted. */
  readonly symbol: string | null;
}

export interface Answer {
  readonly organisation: OrganisationId;
  readonly stand: Stand;
  /** It did not answer on the whole, and counts as `stand`: what the rules make of silence, or `object` where it objects to a clause. */
  readonly silent: boolean;
  readonly reason: string | null;
}

/** A point of friction: who objects, and the consultations recorded on it. */
export interface Friction {
  readonly on: Exclude<Target, { readonly kind: 'amendment' }>;
  readonly objections: readonly OrganisationId[];
  readonly consultations: readonly number[];
}

export type Obstacle =
  | { readonly kind: 'objections'; readonly count: number; readonly most: number }
  | { readonly kind: 'not-agreeing'; readonly count: number; readonly most: number }
  | { readonly kind: 'no-consultation'; readonly on: Friction['on'] }
  | { readonly kind: 'unanimity-only' };

/** Words beside a signature, on one clause or, with `clause: null`, the whole. */
export interface Rider {
  readonly kind: 'reservation' | 'interpretation';
  readonly clause: ClauseId | null;
  readonly words: string;
}

export interface Signature {
  readonly by: OrganisationId;
  /** `null`: the whole. */
  readonly clauses: readonly ClauseId[] | null;
  readonly riders: readonly Rider[];
  readonly on: Mark;
  /** Signed after the first signing (7.1). */
  readonly accession: boolean;
  /** Given ad referendum: definitive once confirmed. */
  readonly referendum: { readonly confirmed: Mark | null } | null;
  readonly withdrawn: { readonly on: Mark; readonly reason: string } | null;
}
