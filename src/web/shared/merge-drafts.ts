import type { ClauseId } from '../../base/ids.ts';
import type { Clause } from '../../text/clause.ts';
import { MOST_TITLE } from '../../text/markdown.ts';
import { tokensOf } from '../../text/tokens.ts';
import { type Collision, mergeClauses } from './merge-clauses.ts';
import { type Typed, bodyOf, readTyped } from './typed-source.ts';
import { mergeRows } from './merge-words.ts';

/**
 * Two versions of one draft put together: what either wrote is there, and nothing of it twice. Of titles that clash both stand, one behind the other;
 * where that is too long for one, ours becomes a heading.
 */

export type DraftText = Typed;

export type { Collision };

export interface Merged extends DraftText {
  readonly collisions: readonly Collision[];
  /** What clauses of ours are called in `body`, where ours calls them otherwise. */
  readonly renamed: Renamed;
}

export type Renamed = readonly (readonly [ClauseId, ClauseId])[];

/** One renaming after another. */
export const thenRenamed = (first: Renamed, then: Renamed): Renamed => {
  const [names, known] = [new Map(then), new Set(first.map(([, to]) => to))];
  return [
    ...first.map(([from, to]) => [from, names.get(to) ?? to] as const),
    ...then.filter(([from]) => !known.has(from)),
  ];
};

/** `null`: one of them cannot be read as clauses. `newId` names the clauses that stand beside others. */
export const mergeDrafts = (
  base: DraftText,
  ours: DraftText,
  theirs: DraftText,
  newId: (kind: string) => ClauseId,
): Merged | null => {
  const [before, mine, other] = [readIn(base), readIn(ours), readIn(theirs)];
  if (before === null || mine === null || other === null) return null;
  const { clauses, collisions, renamed } = mergeClauses(before.clauses, mine.clauses, other.clauses, newId);
  const { title, clash } = mergeTitles(before.title, mine.title, other.title);
  const both = clash ? `${other.title} / ${mine.title}` : title;
  const fits = both.length <= MOST_TITLE;
  const beside = fits ? [] : [{ id: newId('heading'), kind: 'heading' as const, words: mine.title }];
  return {
    title: fits ? both : other.title,
    body: bodyOf([...beside, ...clauses]),
    collisions: [...(clash ? [{ clause: null, kept: other.title, beside: mine.title }] : []), ...collisions],
    renamed: [...renamed],
  };
};

/** The same draft by the names that {@link Merged} gives its clauses. */
export const renamedIn = (text: DraftText, renamed: Renamed): DraftText => {
  const read = renamed.length === 0 ? null : readIn(text);
  // A text and nothing else: what is sent holds more, which is for nobody to keep.
  if (read === null) return { title: text.title, body: text.body };
  const names = new Map(renamed);
  const clauses = read.clauses.map((clause) => ({ ...clause, id: names.get(clause.id) ?? clause.id }));
  return { title: read.title, body: bodyOf(clauses) };
};

const readIn = (text: DraftText): { readonly title: string; readonly clauses: readonly Clause[] } | null => {
  const read = readTyped(text);
  if (read.ok) return { title: read.value.title ?? '', clauses: read.value.clauses };
  return read.error.kind === 'no-clauses' ? { title: text.title, clauses: [] } : null;
};

/** A `clash` is where both put other words in place of the same. */
const mergeTitles = (base: string, ours: string, theirs: string) => {
  const { row, clashes } = mergeRows(tokensOf(base), tokensOf(ours), tokensOf(theirs));
  return { title: row.join('').trim(), clash: clashes.length > 0 };
};
