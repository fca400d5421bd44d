import type { ClauseId, OrganisationId, VersionHash } from '../../base/ids.ts';
import type { Instant } from '../../base/time.ts';
import type { Ended } from '../../text/carry.ts';
import type { Change } from '../../text/change.ts';
import type { Clause } from '../../text/clause.ts';
import type { Footprint } from '../../text/footprint.ts';
import type { Live } from './live-state.ts';
import type { Mark } from '../law/mark.ts';
import type { Printed } from '../names/printed.ts';
import type { NthMeeting } from '../group/mandate-state.ts';
import type { Proposal, Rectification, Thread, Translation } from './negotiation-state.ts';
import type { Position, Consultation, Stand, Target } from './position-state.ts';
import type { Terms } from '../law/charter.ts';
import type { Disagreement } from '../members/vouched-state.ts';

/** The part of the state that chapters 6, 7 and 13 work on: texts, from the first draft to the last signature. */

/** A text's stages. `decision`: its final version is put to decision. */
export type Stage = 'negotiation' | 'decision' | 'adopted' | 'not-adopted' | 'withdrawn';

export interface Text {
  readonly number: number;
  readonly kind: 'resolution' | 'charter';
  readonly by: OrganisationId;
  readonly tabled: Mark;
  readonly cosponsors: readonly OrganisationId[];
  /** The language it was tabled in, where the tabling organisation said so: a BCP 47 tag. */
  readonly language: string | null;
  /** Who proposes revisions, where the participants named somebody; else the one whose text it is. */
  readonly rapporteur: OrganisationId | null;
  readonly stage: Stage;
  /** By number, from 1. The last one is the present version. */
  readonly revisions: readonly Revision[];
  readonly amendments: readonly Amendment[];
  /** Those of them that are open or agreed, ready to be asked about. */
  readonly live: Live;
  /** Every position ever taken, in order. */
  readonly positions: readonly Position[];
  /** The position each organisation holds now, by target ({@link targetKey}). Ones on wording that has since changed are gone. */
  readonly standing: ReadonlyMap<string, ReadonlyMap<OrganisationId, Position>>;
  readonly consultations: readonly Consultation[];
  readonly threads: readonly Thread[];
  readonly proposals: readonly Proposal[];
  /** The numbers of those that are open. */
  readonly openProposals: readonly number[];
  /** It is taken in principle (13.3): when that was, and the mandates to complete it, by number; the last one counts. From then on it belongs to all, whoever tabled it. */
  readonly principle: { readonly on: Mark; readonly mandates: readonly number[] } | null;
  /** What each clause counts for in the common text, where the participants agreed otherwise than 1. */
  readonly weights: ReadonlyMap<ClauseId, number>;
  /** The languages whose versions are equally authentic; none: the one it was tabled in. */
  readonly authentic: readonly string[];
  /** By language. */
  readonly translations: ReadonlyMap<string, Translation>;
  readonly decision: Decision | null;
  /** Decisions on it that came to nothing and, as it is taken in principle, took nothing away. */
  readonly failed: readonly Decision[];
  /** Slips put right in the final version, in order. The version that was signed stays as it is. */
  readonly rectifications: readonly Rectification[];
  /** As they stand; one that was given anew after it was withdrawn stands here once. */
  readonly signatures: ReadonlyMap<OrganisationId, Signature>;
  /** Every act by which it was signed, confirmed or withdrawn from, in order. */
  readonly signing: readonly Mark[];
}

export interface Revision {
  readonly number: number;
  readonly title: string;
  readonly clauses: readonly Clause[];
  /** Of a charter only. */
  readonly charter: Terms | null;
  readonly hash: VersionHash;
  /** The numbers of the amendments it took in. */
  readonly tookIn: readonly number[];
  readonly note: string | null;
  readonly by: OrganisationId;
  readonly on: Mark;
  /** Who finds that it does not reflect what was agreed. */
  readonly objections: readonly Disagreement[];
}

export interface Amendment {
  readonly number: number;
  /** Who moves it now: its author, or who took it over. */
  readonly by: OrganisationId;
  readonly author: OrganisationId;
  /** Who moves it jointly with `by`. */
  readonly joint: readonly OrganisationId[];
  /** The amendment that this one would replace: a sub-amendment. */
  readonly to: number | null;
  /** A person's name that the wording came with, from a document with tracked changes. */
  readonly credit: string | null;
  /** As it was proposed, to `revision`. */
  readonly change: Change;
  readonly reason: string;
  /** The revision it was proposed to. */
  readonly revision: number;
  /**
   * What it does to the clauses of the revision `over`; and the same as changes, for readers: one, or several where its words have come into several clauses. Where it is to
   * be renewed, what it would do then.
   */
  readonly footprint: Footprint;
  readonly current: readonly Change[];
  /** The present revision, or the one in which it was last open, agreed or to be renewed. */
  readonly over: number;
  /** Whether silence can make it agreed: not once a revision has changed otherwise what it is about. */
  readonly bySilence: boolean;
  /** When its movers last renewed it. */
  readonly renewed: Mark | null;
  /** Those whose positions on it lapsed with a revision, and who have taken none since. */
  readonly lapsed: readonly OrganisationId[];
  readonly on: Mark;
  /** When its no-objection period ends; `null`: none runs, for want of such a period in the rules or because something stands against it. */
  readonly period: Instant | null;
  /** When it was agreed, whatever came of it after; `null`: not, or under rules that say nothing of it. */
  readonly agreed: Mark | null;
  readonly fate:
    | { readonly kind: 'open' }
    /** It goes into the text: everyone accepted it, or nobody objected in time. The next revision takes it in. */
    | { readonly kind: 'agreed'; readonly on: Mark; readonly how: 'accepted' | 'no-objection' }
    /** A sub-amendment to it was agreed in its place. */
    | { readonly kind: 'replaced'; readonly on: Mark; readonly amendment: number }
    | { readonly kind: 'withdrawn'; readonly on: Mark }
    | { readonly kind: 'taken-in'; readonly revision: number }
    /** A revision changed otherwise what it is about, by taking in the amendments `against` or, where there are none, in its maker's words. Its movers may renew it. */
    | { readonly kind: 'to-renew'; readonly on: Mark; readonly revision: number; readonly against: readonly number[] }
    /** It came to nothing: by a revision that says it already, has its clauses no more or made them others; or with a decision. */
    | { readonly kind: 'fallen'; readonly on: Mark; readonly why: Ended | 'decision' };
}

export type FateKind = Amendment['fate']['kind'];

export interface Decision {
  readonly version: VersionHash;
  readonly revision: number;
  readonly opened: Mark;
  readonly by: OrganisationId;
  readonly deadline: Instant;
  /** Where it is decided (13.3), as its meeting says. */
  readonly where: Where;
  /** The meeting in whose room it is decided; `null`: in writing, by the deadline alone. */
  readonly meeting: number | null;
  /** Those in the room when it was ended there, where they have agreed by themselves and the absent may still object; `null`: not so. */
  readonly room: { readonly on: Mark; readonly present: readonly OrganisationId[] } | null;
  /** The mandate under which it is, by number; `null`: none. */
  readonly mandate: number | null;
  /** What was open and fell with it, and who had said what of it: while a text is taken in principle a decision that comes to nothing gives it back. */
  readonly fell: readonly Fallen[];
  readonly outcome: Outcome | null;
}

export type Where =
  | { readonly kind: 'writing' }
  /** `place`: as the meeting's notice says; `null`: online. */
  | ({ readonly kind: 'meeting'; readonly place: string | null } & NthMeeting);

/** An amendment as it was before a decision. */
export interface Fallen {
  readonly amendment: number;
  readonly fate: Extract<Amendment['fate'], { readonly kind: 'open' | 'to-renew' }>;
  readonly positions: ReadonlyMap<OrganisationId, Position>;
  /** How long it would still have lain open to objection, in milliseconds; `null`: it did not. */
  readonly left: number | null;
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
  readonly on: Target;
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
  /** How it and its country are printed, as it stated when it signed. */
  readonly printed: Printed;
  /** `null`: the whole. */
  readonly clauses: readonly ClauseId[] | null;
  readonly riders: readonly Rider[];
  readonly on: Mark;
  /** When its maker made the last act about it: the signature, its confirmation or its withdrawal. */
  readonly made: Instant;
  /** Signed after the first signing (7.1). */
  readonly accession: boolean;
  /** Given ad referendum: definitive once confirmed. */
  readonly referendum: { readonly confirmed: Mark | null } | null;
  readonly withdrawn: { readonly on: Mark; readonly reason: string } | null;
}
