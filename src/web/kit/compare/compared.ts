import type { Wording } from '../../../text/bracketed-words.ts';
import { type PageLanguage, messagesIn } from '../../messages/index.ts';
import { bracketsHtml } from './brackets.ts';
import { diffHtml } from './diff-html.ts';

/** What takes a page long: two wordings compared, or a clause with all that is proposed for it. What it comes to hangs on nothing else but the page's language. */
export type Compared =
  | { readonly kind: 'words'; readonly before: string; readonly after: string }
  | { readonly kind: 'brackets'; readonly words: string; readonly wordings: readonly Wording[] };

/** As HTML; `null`: brackets that help nobody. */
export const comparedHtml = (language: PageLanguage, what: Compared): string | null => {
  const context = { t: messagesIn(language) };
  if (what.kind === 'words') return String(diffHtml(context, what.before, what.after));
  const shown = bracketsHtml(context, what.words, what.wordings);
  return shown === null ? null : String(shown);
};

/** How many characters are compared. */
export const lengthOf = (what: Compared): number =>
  what.kind === 'words'
    ? what.before.length + what.after.length
    : what.wordings.reduce((sum, { words }) => sum + words.length, what.words.length);

/** The job of a worker. */
export const allCompared = ({
  language,
  all,
}: {
  readonly language: PageLanguage;
  readonly all: readonly Compared[];
}): readonly (string | null)[] => all.map((what) => comparedHtml(language, what));
