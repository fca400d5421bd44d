import type { ClauseId } from '../../base/ids.ts';
import type { Clause } from '../../text/clause.ts';
import { fromMarkdown, toMarkdown } from '../../text/markdown.ts';
import { mergeEdits } from '../../text/merge-edits.ts';

/**
 * Two people's versions of one draft put together. What either changed, added or moved is there; what both changed in different ways stands
 * there twice, so that nothing anybody wrote is lost.
 */

export interface DraftText {
  readonly title: string;
  /** The clauses in the Markdown-like form. */
  readonly body: string;
}

/** What both changed: the words that stand in its place, and those that were put beside it or, for a title, given up. */
export interface Collision {
  readonly clause: ClauseId | null;
  readonly kept: string;
  readonly beside: string;
}

export interface Merged extends DraftText {
  readonly collisions: readonly Collision[];
}

/** `null`: one of them cannot be read as clauses. `newId` names the clauses that stand there twice. */
export const mergeDrafts = (
  base: DraftText,
  ours: DraftText,
  theirs: DraftText,
  newId: (kind: string) => ClauseId,
): Merged | null => {
  const [before, mine, other] = [clausesIn(base.body), clausesIn(ours.body), clausesIn(theirs.body)];
  if (before === null || mine === null || other === null) return null;
  const { clauses, collisions } = mergeClauses(before, mine, other, newId);
  const title = ours.title === base.title ? theirs.title : ours.title;
  const lost = theirs.title !== base.title && title !== theirs.title;
  return {
    title,
    body: clauses.length === 0 ? '' : toMarkdown({ title: null, clauses }).trimEnd(),
    collisions: [...(lost ? [{ clause: null, kept: title, beside: theirs.title }] : []), ...collisions],
  };
};

const clausesIn = (body: string): readonly Clause[] | null => {
  const read = fromMarkdown(body.replace(/^# /u, '## '));
  return read.ok ? read.value.clauses : read.error.kind === 'no-clauses' ? [] : null;
};

/** As `mergeEdits`, theirs first; what it leaves out of ours stands behind what it kept, under its own name where that is free. */
export const mergeClauses = (
  before: readonly Clause[],
  ours: readonly Clause[],
  theirs: readonly Clause[],
  newId: (kind: string) => ClauseId,
): { readonly clauses: readonly Clause[]; readonly collisions: readonly Collision[] } => {
  const merged = mergeEdits(before, theirs, ours);
  const clauses = [...merged.clauses];
  const place = (id: ClauseId): number => clauses.findIndex((clause) => clause.id === id);
  const collisions = merged.collisions.flatMap(({ clause, ours: kept, theirs: left }): readonly Collision[] => {
    const lost = left.filter(({ words }) => !kept.some((one) => one.words === words));
    if (lost.length === 0) return [];
    const beside = lost.map((one) => (place(one.id) < 0 ? one : { ...one, id: newId(one.kind) }));
    const last = Math.max(...[clause, ...kept.map(({ id }) => id)].map(place));
    clauses.splice((last < 0 ? placeBefore(clause) : last) + 1, 0, ...beside);
    return [{ clause, kept: wordsOf(kept), beside: wordsOf(lost) }];
  });
  return { clauses, collisions };

  /** The place of what stood before a clause that is gone. */
  function placeBefore(id: ClauseId): number {
    const at = ours.findIndex((clause) => clause.id === id);
    const behind = ours.slice(0, Math.max(0, at)).findLast((clause) => place(clause.id) >= 0);
    return behind === undefined ? -1 : place(behind.id);
  }
};

const wordsOf = (clauses: readonly Clause[]): string => clauses.map(({ words }) => words).join('\n\n');
