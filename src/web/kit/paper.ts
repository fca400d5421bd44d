import type { Language } from '../../base/ids.ts';
import { COUNTS, type Paper, type PaperSheet } from '../../conference/documents.ts';
import type { Context } from './context.ts';

/** What stands around a document on paper. */

interface Printed {
  readonly sheet: PaperSheet;
  readonly head: string;
  /** `null` where it is not known. */
  readonly language: Language | null;
  /** Its address below the conference's. */
  readonly at: string;
  /** Whether it can be checked there. */
  readonly proven: boolean;
}

export const paperOf = (context: Context, { sheet, head, language, at, proven }: Printed): Paper => {
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
