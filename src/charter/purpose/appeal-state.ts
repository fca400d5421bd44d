import type { Country, OrganisationId } from '../../base/ids.ts';
import type { Day } from '../../base/time.ts';
import type { Mark } from '../law/mark.ts';

/** What can be needed, and given. */
export const NEEDS = ['presence', 'goods', 'money', 'expertise', 'statements'] as const;

export type NeedKind = (typeof NEEDS)[number];

/** An appeal: what happened where an organisation is, what is needed there, and what others did (1.3). */
export interface Appeal {
  /** From 1. */
  readonly number: number;
  readonly by: OrganisationId;
  readonly title: string;
  readonly country: Country;
  /** The report that tells more; `null`: none. */
  readonly report: number | null;
  readonly language: string;
  readonly words: string;
  readonly needs: readonly { readonly kind: NeedKind; readonly words: string }[];
  /** How it is given: where to, by whom, through what. */
  readonly how: string;
  /** The last day on which it helps; `null`: as long as it is open. */
  readonly until: Day | null;
  readonly public: boolean;
  readonly on: Mark;
  /** The circulation by which all others were told. */
  readonly circulation: number;
  /** What each did, in the order in which it was said. Nobody is ranked by it. */
  readonly help: readonly Help[];
  /** `words`: thanks. */
  readonly closed: { readonly words: string | null; readonly on: Mark } | null;
}

/** What an organisation did. */
export interface Help {
  readonly number: number;
  readonly by: OrganisationId;
  readonly kind: NeedKind;
  readonly words: string;
  /** Whether everybody may read it, where the appeal is public. */
  readonly public: boolean;
  readonly on: Mark;
}
