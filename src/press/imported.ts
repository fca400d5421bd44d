import type { ClauseId } from '../base/ids.ts';
import type { AuthorsText, Continued, DocumentWarning, Imported, ImportedComment } from '../conference/documents.ts';
import { keepIds } from '../text/keep-ids.ts';
import { type Found, outlineOf } from './clauses.ts';
import { unreadable } from './fault.ts';
import type { Manuscript, Paragraph } from './paragraph.ts';
import { plainLines, isOurs } from './plain-lines.ts';
import { plainText } from './plain.ts';
import { type Line, versionOf } from './version.ts';

/**
 * A manuscript as a text and, for each author of tracked changes, the text as that author would have it. A clause that goes on from
 * one to the other has one id in both, because it stands in one paragraph.
 *
 * @throws Unreadable
 */
export const importedFrom = ({ paragraphs, warnings }: Manuscript, continued: Continued): Imported => {
  const lines = versionOf(paragraphs, null);
  if (authorsIn(paragraphs).length === 0 && !isOurs(lines))
    return fromPlain({ paragraphs, warnings }, lines, continued);
  const { before, taken } = continued;
  const outline = outlineOf(lines);
  if (outline.clauses.length === 0) unreadable({ kind: 'no-clauses' });
  const clauses = keepIds(
    before,
    outline.clauses.map(({ clause }) => clause),
    taken,
  );
  const ids = new Map(outline.clauses.map(({ source }, i) => [source, clauses[i]?.id ?? null]));
  const spent = new Set<ClauseId>([...taken, ...before.map(({ id }) => id)]);
  const places = new Map(ids);
  /** The id that a paragraph brought along from elsewhere, where its old place is empty. */
  const movedHere = ({ clause: { id } }: Found, kept: ReadonlySet<ClauseId | null | undefined>): ClauseId | null =>
    id !== null && !kept.has(id) && clauses.some((clause) => clause.id === id) ? id : null;
  const byAuthor = authorsIn(paragraphs).map((author): AuthorsText => {
    const found = outlineOf(versionOf(paragraphs, author)).clauses;
    const kept = new Set(found.map(({ source }) => ids.get(source)));
    const known = found.map((line) => ({ ...line.clause, id: ids.get(line.source) ?? movedHere(line, kept) }));
    const named = keepIds(clauses, known, spent);
    for (const [i, { id }] of named.entries()) {
      spent.add(id);
      const source = found[i]?.source;
      if (source !== undefined && !places.has(source)) places.set(source, id);
    }
    return { author, clauses: named };
  });
  return {
    title: outline.title,
    clauses,
    byAuthor: byAuthor.filter((text) => text.clauses.length > 0),
    comments: commentsIn(paragraphs, places),
    warnings: [...warnings, ...(hasNested(paragraphs) ? NESTED : [])],
    structure: null,
    encoding: null,
  };
};

/** What no style of ours says and nobody has changed: what it is, its words and how they are set must tell. */
const fromPlain = ({ paragraphs, warnings }: Manuscript, lines: readonly Line[], continued: Continued): Imported => {
  const { imported, places } = plainText(plainLines(lines, paragraphs), continued);
  const ids = new Map(places.map((at, i) => [lines[at]?.source ?? at, imported.clauses[i]?.id ?? null]));
  return {
    ...imported,
    byAuthor: [],
    comments: commentsIn(paragraphs, ids),
    warnings: [...warnings],
    encoding: null,
  };
};

const authorsIn = (paragraphs: readonly Paragraph[]): readonly string[] => [
  ...new Set(
    paragraphs.flatMap(({ pieces, end }) =>
      [...pieces.flatMap(({ tracked }) => tracked), ...end].map(({ author }) => author),
    ),
  ),
];

/** A comment belongs to the clause of its paragraph or, where that is in no version, to the one before it. */
const commentsIn = (
  paragraphs: readonly Paragraph[],
  places: ReadonlyMap<number, ClauseId | null>,
): readonly ImportedComment[] => {
  let clause: ClauseId | null = null;
  return paragraphs.flatMap(({ comments }, i) => {
    clause = places.get(i) ?? clause;
    return comments.map(({ author, words }) => ({ author, clause, words }));
  });
};

const NESTED: readonly DocumentWarning[] = ['nested-changes'];

const hasNested = (paragraphs: readonly Paragraph[]): boolean =>
  paragraphs.some(({ pieces, end }) =>
    [...pieces.map(({ tracked }) => tracked), end].some(
      (tracked) => new Set(tracked.map(({ author }) => author)).size > 1,
    ),
  );
