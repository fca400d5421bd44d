import type { Country, OrganisationId } from '../../base/ids.ts';
import type { Day } from '../../base/time.ts';
import type { KeptFile } from '../law/kept.ts';
import type { Mark } from '../law/mark.ts';
import type { Post } from '../texts/negotiation-state.ts';

/** The part of the state that chapter 1 works on: what organisations report of where they are. */

/** What an organisation makes known of the situation where it is (1.2). It speaks for itself alone. */
export interface Report {
  /** From 1. */
  readonly number: number;
  readonly by: OrganisationId;
  /** As it was first told, and as its author has corrected it since; the last one counts. */
  readonly versions: readonly ReportVersion[];
  /** What others say to it, among the participants. */
  readonly comments: readonly Post[];
}

export interface ReportVersion {
  /** From 1. */
  readonly number: number;
  readonly title: string;
  /** The country whose people it is about. */
  readonly country: Country;
  /** From when to when it tells; `null`: its author did not say. */
  readonly period: { readonly from: Day; readonly to: Day } | null;
  /** What happened, where it tells of one thing. */
  readonly occasion: string | null;
  /** The BCP 47 tag of the language that it is written in. */
  readonly language: string;
  readonly words: string;
  readonly files: readonly KeptFile[];
  /** Whether everybody may read it, or the participants alone. */
  readonly public: boolean;
  readonly on: Mark;
  /** This version in other languages, by their tags. */
  readonly renderings: ReadonlyMap<string, Rendering>;
}

/** A version of a report in another language, by its author or by whoever translated it. */
export interface Rendering {
  readonly by: OrganisationId;
  readonly title: string;
  readonly words: string;
  readonly on: Mark;
}
