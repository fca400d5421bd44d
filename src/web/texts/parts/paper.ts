import type { Language } from '../../../base/ids.ts';
import type { Final } from '../../../charter/final/final.ts';
import type { FinalSheet } from '../../../charter/final/sheet.ts';
import { headOfStatement } from '../../../charter/final/statement-sheet.ts';
import type { FinalStatement } from '../../../charter/final/statement.ts';
import type { Text } from '../../../charter/texts/state.ts';
import { COUNTS, type Paper } from '../../../conference/documents.ts';
import type { Context } from '../../kit/context.ts';
import { finalLanguage, finalSheet, foundingSheet, statementSheet } from './final-sheet.ts';

/** Finished texts as they are printed: their sheets, and what stands around them on paper. */

export const textPaper = (context: Context, text: Text, final: Final): Paper => {
  const sheet = finalSheet(context, text.number, final);
  const at = `decisions/${text.number}`;
  return paperOf(context, { sheet, head: sheet.symbol, language: text.language as Language | null, at, proven: true });
};

export const foundingPaper = (context: Context, final: Final): Paper => {
  const sheet = foundingSheet(context, final);
  return paperOf(context, { sheet, head: sheet.symbol, language: null, at: 'charters/1', proven: true });
};

/** A statement nobody has signed yet proves nothing. */
export const statementPaper = (context: Context, statement: FinalStatement): Paper =>
  paperOf(context, {
    sheet: statementSheet(context, statement),
    head: headOfStatement(statement, finalLanguage(context)),
    language: null,
    at: `statements/${statement.number}`,
    proven: statement.signatories.length > 0,
  });

interface Printed {
  readonly sheet: FinalSheet;
  readonly head: string;
  /** `null` where it is not known. */
  readonly language: Language | null;
  /** Its address below the conference's. */
  readonly at: string;
  /** Whether there is a proof of it. */
  readonly proven: boolean;
}

const paperOf = (context: Context, { sheet, head, language, at, proven }: Printed): Paper => {
  const words = context.t.texts.paper;
  const address = `${context.origin}${context.base}/${at}`;
  return {
    sheet,
    head,
    language,
    ours: context.language as string as Language,
    address: proven ? address : null,
    words: {
      page: words.page(COUNTS.page, COUNTS.pages),
      check: words.check(COUNTS.check),
      lacking: words.lacking(address),
      code: words.code(address),
    },
  };
};
