import type { ClauseId } from '../base/ids.ts';
import type { DocumentWarning } from '../conference/documents.ts';

/** What DOCX and ODT have in common: paragraphs of pieces, each with the tracked changes that stand around it. */

/** A tracked change around a piece, or around the end of a paragraph. */
export interface Tracked {
  readonly kind: 'inserted' | 'deleted';
  readonly author: string;
}

export interface Piece {
  /** Empty for a note. */
  readonly text: string;
  readonly emphasis: 'none' | 'italic' | 'bold';
  /** Where it leads to. */
  readonly link: string | null;
  /** A footnote's or endnote's words, which stand at this place. */
  readonly note: string | null;
  /** From the outside in. */
  readonly tracked: readonly Tracked[];
}

/** What a paragraph's formatting says that it is. */
export type Form =
  | { readonly kind: 'title' }
  | { readonly kind: 'heading'; readonly depth: number }
  /** Said by a style of our own. */
  | { readonly kind: 'preambular' | 'operative' | 'paragraph' }
  | { readonly kind: 'point'; readonly level: number }
  /** Numbered or marked by the program. */
  | ListItem
  | {
      readonly kind: 'plain';
      readonly indent: number;
      readonly centred: boolean;
      /** Set in larger or bolder letters than most of the document. */
      readonly prominent: boolean;
    };

export interface ListItem {
  readonly kind: 'item';
  /** From 0. */
  readonly depth: number;
  /** How it is marked: `number` for `1.` and its like, which mark clauses; anything else marks points. */
  readonly style: string;
  /** Whether the first depth of its list numbers clauses. */
  readonly below: boolean;
  /** In characters, about. */
  readonly indent: number;
}

export interface Paragraph {
  readonly form: Form;
  /** The clause that its mark names. */
  readonly clause: ClauseId | null;
  readonly pieces: readonly Piece[];
  /** The changes around its end: where the end is not there, the next paragraph goes on with this one. */
  readonly end: readonly Tracked[];
  readonly comments: readonly Comment[];
}

export interface Comment {
  readonly author: string;
  readonly words: string;
}

/** A file's whole text, before anything is made of it. */
export interface Manuscript {
  readonly paragraphs: readonly Paragraph[];
  readonly warnings: ReadonlySet<DocumentWarning>;
}

/** Whether what stands within these changes is there: for `null` all are rejected, else those of one author accepted alone. */
export const isThere = (tracked: readonly Tracked[], author: string | null): boolean =>
  tracked.every((change) => (change.kind === 'inserted') === (change.author === author));

/** A mark that names a clause, good in both formats: letters, digits and underscores, at most 40. */
export const markOf = (clause: ClauseId): string => `clause_${clause.replaceAll('-', '_')}`;

/** LibreOffice keeps those of deleted words as copies. */
const MARK = /^clause_([a-z][a-z0-9]*(?:_[a-z0-9]+)*)(?: Copy \d+)?$/u;

export const clauseOfMark = (mark: string): ClauseId | null => {
  const id = MARK.exec(mark)?.[1]?.replaceAll('_', '-');
  return id === undefined || id.length > 24 ? null : (id as ClauseId);
};
