import type { Language } from '../../../base/ids.ts';
import type { Final } from '../../../charter/final/final.ts';
import { headOfStatement } from '../../../charter/final/statement-sheet.ts';
import type { FinalStatement } from '../../../charter/final/statement.ts';
import type { Text } from '../../../charter/texts/state.ts';
import type { Paper } from '../../../conference/documents.ts';
import type { Context } from '../../kit/context.ts';
import { paperOf } from '../../kit/paper.ts';
import { checkPath } from './hand-on.ts';
import { finalLanguage, finalSheet, foundingSheet, statementSheet } from './final-sheet.ts';

/** Finished texts as they are printed: their sheets, and what stands around them on paper. */

export const textPaper = (context: Context, text: Text, final: Final): Paper => {
  const sheet = finalSheet(context, text.number, final);
  const at = `decisions/${text.number}`;
  return paperOf(context, {
    sheet,
    head: sheet.symbol,
    language: text.language as Language | null,
    at,
    code: checkPath(`${context.base}/${at}`),
  });
};

export const foundingPaper = (context: Context, final: Final): Paper => {
  const sheet = foundingSheet(context, final);
  return paperOf(context, {
    sheet,
    head: sheet.symbol,
    language: null,
    at: 'charters/1',
    code: checkPath(`${context.base}/charters/1`),
  });
};

/** A statement nobody has signed yet proves nothing. */
export const statementPaper = (context: Context, statement: FinalStatement): Paper =>
  paperOf(context, {
    sheet: statementSheet(context, statement),
    head: headOfStatement(statement, finalLanguage(context)),
    language: null,
    at: `statements/${statement.number}`,
    code: statement.signatories.length > 0 ? checkPath(`${context.base}/statements/${statement.number}`) : null,
  });
