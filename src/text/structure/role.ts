import { MOST_CLAUSES } from '../clause.ts';
import type { Mark } from '../markdown-lines.ts';

/** What a paragraph of a plain document was taken for, and by what. */

/** More paragraphs, names under the text among them, are not taken apart. */
export const MOST_PARAGRAPHS = 2 * MOST_CLAUSES;

/** A paragraph as it comes from anywhere: its words on one line or several, and how they are set. */
export interface PlainParagraph {
  readonly words: string;
  /** In characters, about. */
  readonly indent: number;
  /** Whether a blank line, or as much space, stands before it. */
  readonly gap: boolean;
  /** All of it is bold, or larger than what surrounds it. */
  readonly bold: boolean;
  readonly centred: boolean;
  /** What its document says of it, or somebody who read it: nothing is guessed then. */
  readonly given: Given | null;
}

export interface Given {
  readonly role: Role;
  /** Of a list item, from 1; `null`: its indentation and its mark tell. */
  readonly level: number | null;
  /** How its list marks it, where its words do not. */
  readonly marks: readonly Mark[] | null;
}

/**
 * `note`: stands at the end, and its mark in the words. `signatory`: a name under a text, or the line above such names. `call`: what a statement calls for, and `lead`: the line that
 * leads in to it; of no other text.
 */
export const ROLES = [
  'title',
  'heading',
  'preambular',
  'operative',
  'point',
  'lead',
  'call',
  'paragraph',
  'note',
  'signatory',
  'left-out',
] as const;

export type Role = (typeof ROLES)[number];

/** Why a paragraph was taken for what it is; the page says each in words. */
export const REASONS = [
  'given',
  'first-line',
  'title-goes-on',
  'typed-title',
  'underlined',
  'numbered-heading',
  'names-a-part',
  'name-below-number',
  'names-a-text',
  'short-line',
  'capitals',
  'bold',
  'colon-before-sentences',
  'number',
  'number-begins-anew',
  'mark',
  'under-colon',
  'comma-before-number',
  'mark-in-words',
  'last-list',
  'leads-in',
  'signed-line',
  'under-signed',
  'rule',
  'contents',
  'nothing',
  'chosen',
] as const;

export type Reason = (typeof REASONS)[number];

/** A paragraph with what it was taken for. The mark and the words together X. */
export interface Taken {
  readonly role: Role;
  readonly reason: Reason;
  /** The number, letter or bullet that somebody typed before the words; empty: none. */
  readonly mark: string;
  readonly words: string;
  readonly indent: number;
  /** How its mark may be read, for telling how deep a list item stands. */
  readonly marks: readonly Mark[];
  /** Of a list item, where its document says it. */
  readonly level: number | null;
}
