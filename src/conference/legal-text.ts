import type { Language } from '../base/ids.ts';
import type { Instant } from '../base/time.ts';
import type { FinalSheet } from '../charter/final/sheet.ts';
import type { Slip } from '../charter/final/final.ts';
import type { Clause } from '../text/clause.ts';

/** A finished text with what it is, whose it is and what became of it, for systems that keep laws and treaties. */
export interface LegalText {
  readonly sheet: FinalSheet;
  readonly kind: 'resolution' | 'charter' | 'statement';
  /** Of its words; `null` where it is not known. */
  readonly language: Language | null;
  /** Of what the house says around them. */
  readonly ours: Language;
  /** Where it stands. */
  readonly address: string;
  /** The same wherever that is: a URN. */
  readonly urn: string;
  /** Who says all this of it. */
  readonly host: Party;
  /** Whose words it is: the conference, or a statement's signatories. */
  readonly authors: readonly Party[];
  /** In the order of the sheet's table. */
  readonly signatories: readonly SignedBy[];
  /** When it became what it is: adopted, founded with, or opened for signature. */
  readonly made: Instant;
  /** When the last thing happened that it tells of. */
  readonly modified: Instant;
  readonly slips: readonly Slip[];
  /** What it is in other languages. */
  readonly renderings: readonly RenderedText[];
}

export interface Party {
  /** Within the text: of letters, digits and hyphens, each once. */
  readonly id: string;
  readonly name: string;
  /** Where it is told of. */
  readonly address: string;
}

export interface SignedBy extends Party {
  readonly on: Instant;
  /** Of a signature ad referendum. */
  readonly confirmed: Instant | null;
  readonly withdrawn: Instant | null;
}

export interface RenderedText {
  readonly language: Language;
  readonly title: string;
  /** Whether it holds as the original does. */
  readonly authentic: boolean;
  readonly since: Instant;
  /** Of what is not rendered, or of earlier words only, the original's. */
  readonly clauses: readonly (Clause & { readonly state: ClauseState })[];
}

/** `checked`: somebody compared it with the original. */
export type ClauseState = 'checked' | 'draft' | 'outdated' | 'missing';
