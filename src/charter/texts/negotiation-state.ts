import type { ClauseId, OrganisationId } from '../../base/ids.ts';
import type { Instant } from '../../base/time.ts';
import type { InPrinciple } from '../group/mandate-state.ts';
import type { Mark } from '../law/mark.ts';
import type { Target } from './position-state.ts';
import type { Disagreement } from '../members/vouched-state.ts';

/** What stands beside a text while it is negotiated, and after: debate, proposals under silence, translations. */

/** A thread of debate (6.2) on a text, a clause or an amendment. It stays when what it is about changes. */
export interface Thread {
  readonly number: number;
  readonly on: Target;
  readonly by: OrganisationId;
  /** Words of the text that it begins with. */
  readonly quote: string | null;
  /** The revision that it quotes. */
  readonly revision: number;
  readonly posts: readonly Post[];
  readonly resolved: Mark | null;
}

export interface Post {
  readonly by: OrganisationId;
  readonly words: string;
  /** A BCP 47 tag, where its writer said so. */
  readonly language: string | null;
  readonly mark: Mark;
}

/** A proposal about a text that stands unless a participant disagrees before its deadline. */
export interface Proposal {
  readonly number: number;
  readonly by: OrganisationId;
  readonly what: ProposalSubject;
  readonly reason: string;
  readonly on: Mark;
  readonly deadline: Instant;
  readonly disagreements: readonly Disagreement[];
  readonly outcome: 'open' | 'agreed' | 'refused' | 'withdrawn';
}

/** What a proposal is about. */
export type ProposalSubject =
  | { readonly kind: 'rapporteur'; readonly organisation: OrganisationId }
  | { readonly kind: 'weights'; readonly weights: readonly { readonly clause: ClauseId; readonly weight: number }[] }
  | ({ readonly kind: 'principle' } & InPrinciple)
  | { readonly kind: 'languages'; readonly authentic: readonly string[] }
  | { readonly kind: 'rectification'; readonly clause: ClauseId; readonly words: string }
  /** That it stands as a page of the conference’s own at `/about/` and this; `null`: that it no longer does. */
  | { readonly kind: 'page'; readonly address: string | null };

export interface Rectification {
  readonly clause: ClauseId;
  readonly before: string;
  readonly words: string;
  readonly proposal: number;
  readonly on: Mark;
}

/** A text in another language, clause by clause. */
export interface Translation {
  readonly language: string;
  readonly title: string;
  readonly clauses: ReadonlyMap<ClauseId, Rendering>;
  readonly since: Mark;
}

export interface Rendering {
  readonly words: string;
  readonly by: OrganisationId;
  /** The revision that it renders. */
  readonly revision: number;
  readonly on: Mark;
  /** By whom it was compared with the original, and when; `null`: a draft. */
  readonly checked: { readonly by: OrganisationId; readonly on: Mark } | null;
}
