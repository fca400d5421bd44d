import { type Html, html, keptHtml } from '../../../markup/html.ts';
import type { SiteContext } from '../context.ts';
import { inserted, struck } from './diff-html.ts';

/** What changed between two wordings; one in place of the other where comparing them takes longer than a page may. */
export const wordDiff = (context: SiteContext, before: string, after: string): Html => {
  const shown = context.comparing.shown({ kind: 'words', before, after }) ?? null;
  if (shown !== null) return keptHtml(shown);
  return html`${before === '' ? '' : struck(context, before)} ${after === '' ? '' : inserted(context, after)}`;
};
