import type { Translation } from '../../../charter/texts/negotiation-state.ts';
import type { Text } from '../../../charter/texts/state.ts';
import { alignedWith } from '../../../charter/texts/translations.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { alignedTable, renderedCell, renderingCounts } from '../parts/aligned.ts';
import { authenticLine, inLanguage, isAuthentic, languageText } from '../../kit/languages.ts';
import { textSheet } from '../parts/text-head.ts';
import { mayTranslate } from './languages.ts';

/** One language version of a text beside the original, clause by clause. */
export const languagePage = (context: Context, text: Text, translation: Translation): Html => {
  const words = context.t.texts.languages;
  const { language, title } = translation;
  const rows = alignedWith(text, translation);
  const act = (kind: string, label: string, look: string): Html =>
    html`<a class="${look}" href="${context.base}/do/${kind}?text=${text.number}&language=${language}">${label}</a>`;
  const drafts = rows.some(
    ({ state, rendering }) => state === 'draft' && rendering?.by !== context.me?.organisation.id,
  );
  return textSheet(
    context,
    text,
    'languages',
    html`<h2>${languageText(context, language)}: <span ${inLanguage(language)}>${title}</span></h2>
      <p class="status">${renderingCounts(context, rows)}</p>
      <p>${authenticLine(context, text)} ${isAuthentic(text, language) ? '' : words.translationOnly}</p>
      ${
        mayTranslate(context, text)
          ? html`<p class="actions">
              ${act('translation.publish', words.translate, 'button second')}
              ${drafts ? act('translation.check', words.check, 'button second') : ''}
            </p>`
          : ''
      }
      ${alignedTable(context, { text, language, rows, cell: (row) => renderedCell(context, text, language, row) })}`,
  );
};
