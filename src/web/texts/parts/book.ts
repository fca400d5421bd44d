import type { Language } from '../../../base/ids.ts';
import type { Instant } from '../../../base/time.ts';
import { uuidOf } from '../../../base/uuid.ts';
import type { Statement } from '../../../charter/decisions/statement-state.ts';
import type { Final } from '../../../charter/final/final.ts';
import { latestOf, latestOfStatement } from '../../../charter/final/latest.ts';
import type { FinalSheet } from '../../../charter/final/sheet.ts';
import type { FinalStatement } from '../../../charter/final/statement.ts';
import type { Text } from '../../../charter/texts/state.ts';
import type { Book } from '../../../conference/documents.ts';
import type { Context } from '../../kit/context.ts';
import { finalSheet, foundingSheet, statementSheet } from './final-sheet.ts';

/** Finished texts as books for reading devices. */

export const textBook = (context: Context, text: Text, final: Final): Book =>
  bookOf(context, `texts/${text.number}`, {
    sheet: finalSheet(context, text.number, final),
    language: text.language as Language | null,
    modified: latestOf(final),
  });

export const foundingBook = (context: Context, final: Final): Book =>
  bookOf(context, 'charters/1', {
    sheet: foundingSheet(context, final),
    language: null,
    modified: latestOf(final),
  });

export const statementBook = (context: Context, statement: Statement, final: FinalStatement): Book =>
  bookOf(context, `statements/${statement.number}`, {
    sheet: statementSheet(context, final),
    language: null,
    modified: latestOfStatement(final, statement.opened.at),
  });

/** What is said around the words differs by language, so each language is a book of its own. Where the conference is kept makes no difference: a reader has one book of each. */
const bookOf = (
  context: Context,
  what: string,
  text: { readonly sheet: FinalSheet; readonly language: Language | null; readonly modified: Instant },
): Book => ({
  ...text,
  ours: context.language as string as Language,
  identifier: `urn:uuid:${uuidOf(`${context.conference.state().conference} ${what} book ${context.language}`)}`,
  contents: context.t.texts.paper.contents,
});
