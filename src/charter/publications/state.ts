import type { Fingerprint, OrganisationId, VersionHash } from '../../base/ids.ts';
import type { Instant } from '../../base/time.ts';
import type { Clause } from '../../text/clause.ts';
import type { Mark } from '../law/mark.ts';
import type { Disagreement } from '../members/vouched-state.ts';

/** Periodicals (11.1), as they follow from the record. */

/** Something that stands unless somebody disagrees with it in time. */
export interface Put {
  readonly by: OrganisationId;
  readonly on: Mark;
  /** The key by which it was put: public once it is. */
  readonly signer: Fingerprint;
  readonly deadline: Instant;
  readonly disagreements: readonly Disagreement[];
  readonly outcome: PutOutcome;
}

/**
 * - *refused*: somebody disagreed.
 * - *overtaken*: what it holds was published elsewhere or taken back by its author, or another periodical has the title.
 */
export type PutOutcome = 'open' | 'agreed' | 'refused' | 'withdrawn' | 'overtaken';

export interface Periodical extends Put {
  /** From 1. */
  readonly number: number;
  readonly title: string;
  readonly purpose: string;
  /** The language of title and purpose first. */
  readonly languages: readonly string[];
  /** Until when the coordinating group may publish issues at once; `null`: each is put to silence. */
  readonly byGroup: Instant | null;
  /** When it was decided. */
  readonly decided: Mark | null;
  /** The mandate that came with the decision, by number. */
  readonly mandate: number | null;
  /** The editorial list: since when each is on it. */
  readonly editors: ReadonlyMap<OrganisationId, Mark>;
  /** By number, from 1. */
  readonly articles: readonly Article[];
  /** The numbers of those that are neither published nor withdrawn. */
  readonly waiting: readonly number[];
  /** The entries by which words were written that were published. */
  readonly opened: ReadonlySet<number>;
  /** Every issue that was ever put, by number, from 1. */
  readonly issues: readonly Issue[];
  /** The numbers of those that are open. */
  readonly openIssues: readonly number[];
  /** The numbers of those that were published, in that order: the first is No. 1. */
  readonly published: readonly number[];
}

/** An article speaks for its author alone. */
export interface Article {
  readonly number: number;
  readonly by: OrganisationId;
  readonly on: Mark;
  /** In which it was written. */
  readonly language: string;
  /** By language. */
  readonly wordings: ReadonlyMap<string, Wording>;
  /** Covers all wordings. */
  readonly version: VersionHash;
  readonly withdrawn: Mark | null;
  /** The issue in which it was published, by its number; `null`: it was not. */
  readonly issue: number | null;
}

/** An article in one language. */
export interface Wording {
  readonly title: string;
  readonly clauses: readonly Clause[];
  readonly by: OrganisationId;
  readonly on: Mark;
  readonly signer: Fingerprint;
  readonly hash: VersionHash;
}

export interface Issue extends Put {
  /** Of those that were put. */
  readonly number: number;
  /** What it is about, in a line; `null`: it has a number alone. */
  readonly title: string | null;
  readonly items: readonly Item[];
  /** Covers its title and the version of each item. */
  readonly hash: VersionHash;
  /** Those of the mandate who would publish it at once. */
  readonly agreed: ReadonlyMap<OrganisationId, Mark>;
  readonly published: Publication | null;
  readonly errata: readonly Erratum[];
}

/** When and how an issue was published, and all that its imprint says. */
export interface Publication {
  /** No. 1 is the first that was published. */
  readonly nth: number;
  readonly on: Mark;
  /** The mandate under which it was published at once; `null`: nobody disagreed in time. */
  readonly mandate: number | null;
  /** Those who published it under the mandate. */
  readonly under: readonly OrganisationId[];
  readonly editors: readonly OrganisationId[];
}

export type Item =
  | {
      readonly kind: 'article';
      readonly number: number;
      readonly version: VersionHash;
      readonly by: OrganisationId;
      readonly language: string;
      /** As they stood when the issue was put. */
      readonly wordings: ReadonlyMap<string, Wording>;
    }
  | { readonly kind: 'text' | 'statement'; readonly number: number; readonly version: VersionHash };

/** What is wrong in an issue that was published, as an organisation says. */
export interface Erratum {
  readonly by: OrganisationId;
  readonly on: Mark;
  /** The item, by its place; `null`: the whole. */
  readonly item: number | null;
  readonly words: string;
}
