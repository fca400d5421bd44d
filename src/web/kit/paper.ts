import type { Language } from '../../base/ids.ts';
import { COUNTS, type Enclosed, type Paper, type PaperSheet } from '../../conference/documents.ts';
import type { Context } from './context.ts';

/** What stands around a document on paper. */

interface Printed {
  readonly sheet: PaperSheet;
  readonly head: string;
  /** `null` where it is not known. */
  readonly language: Language | null;
  /** Its address below the conference's. */
  readonly at: string;
  /** Where its code leads, below the installation's address: to where it is checked, or read; `null`: it has none. */
  readonly code: string | null;
  /** What goes with it. */
  readonly enclosed?: readonly Enclosed[];
  /** In how many columns that is set. */
  readonly columns?: 1 | 2;
}

export const paperOf = (
  context: Context,
  { sheet, head, language, at, code, enclosed = [], columns = 1 }: Printed,
): Paper => {
  const words = context.t.texts.paper;
  const leads = code === null ? null : `${context.origin}${code}`;
  return {
    sheet,
    head,
    language,
    ours: context.language as string as Language,
    enclosed,
    columns,
    address: leads,
    words: {
      page: words.page(COUNTS.page, COUNTS.pages),
      check: words.check(COUNTS.check),
      contents: words.contents,
      lacking: words.lacking(`${context.origin}${context.base}/${at}`),
      code: words.code(leads ?? ''),
    },
  };
};
