import type { Continued, Imported } from '../conference/documents.ts';
import { MOST_CLAUSES, MOST_WORDS } from '../text/clause.ts';
import { keepIds } from '../text/keep-ids.ts';
import { MOST_TITLE } from '../text/markdown.ts';
import { assembled } from '../text/structure/assemble.ts';
import { MOST_PARAGRAPHS, type PlainParagraph } from '../text/structure/role.ts';
import { structureOf } from '../text/structure/structure.ts';
import { unreadable } from './fault.ts';

/** A document that says little or nothing of its structure: it is told from its words, and what was found is given with it. */

export interface Plain {
  readonly imported: Pick<Imported, 'title' | 'clauses' | 'structure'>;
  /** For each clause, the place of its paragraph. */
  readonly places: readonly number[];
}

/** @throws Unreadable where the text breaches a limit */
export const plainText = (paragraphs: readonly PlainParagraph[], { before, taken }: Continued): Plain => {
  if (paragraphs.length > MOST_PARAGRAPHS) unreadable({ kind: 'too-many-clauses', most: MOST_CLAUSES });
  const structure = structureOf(paragraphs);
  const { title, clauses, places } = assembled(structure);
  if (clauses.length === 0) unreadable({ kind: 'no-clauses' });
  if (clauses.length > MOST_CLAUSES) unreadable({ kind: 'too-many-clauses', most: MOST_CLAUSES });
  if (title !== null && title.length > MOST_TITLE) unreadable({ kind: 'title-too-long', most: MOST_TITLE });
  const long = clauses.findIndex(({ words }) => words.length > MOST_WORDS);
  if (long >= 0) unreadable({ kind: 'clause-too-long', number: long + 1, most: MOST_WORDS });
  return { imported: { title, clauses: keepIds(before, clauses, taken), structure }, places };
};
