import type { Translation } from '../../../charter/texts/negotiation-state.ts';
import type { Text } from '../../../charter/texts/state.ts';
import { present } from '../../../charter/texts/texts.ts';
import { alignedWith } from '../../../charter/texts/translations.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { alignedTable, renderedCell, renderingCounts } from '../parts/aligned.ts';
import { authenticLine, inLanguage, isAuthentic, languageText } from '../../kit/languages.ts';
import { page } from '../../kit/layout.ts';
import { symbolLine } from '../parts/text-head.ts';
import { becameFinal } from './documents.ts';

/** An adopted text in another language, beside its final words, and which of the two hold (13.3). */
export const documentLanguagePage = (context: Context, text: Text, translation: Translation): Html => {
  const words = context.t.texts.languages;
  const { language, title } = translation;
  const rows = alignedWith(text, translation);
  return page(context, {
    title: `${title} (${languageText(context, language)})`,
    about: [`texts/${text.number}`],
    width: 'wide',
    body: html`<article class="document">
      <p class="symbol">${symbolLine(context, text)}</p>
      <h1 ${inLanguage(language)}>${title}</h1>
      <p class="about" ${inLanguage(text.language)}>
        <a href="${context.base}/decisions/${text.number}">${present(text).title}</a>
      </p>
      <p class="quiet">${becameFinal(context, text)}.</p>
      <p>
        ${authenticLine(context, text)} ${isAuthentic(text, language) ? words.equallyAuthentic : words.translationOnly}
      </p>
      <p class="status">${renderingCounts(context, rows)}</p>
      ${alignedTable(context, { text, language, rows, cell: (row) => renderedCell(context, text, language, row) })}
    </article>`,
  });
};

/** Under the head of a document: the languages that it can be read in. */
export const otherLanguages = (context: Context, text: Text): Html | '' => {
  const words = context.t.texts.languages;
  if (text.translations.size === 0) return '';
  return html`<p class="languages">
    ${words.documentIn}:
    ${[...text.translations.keys()].map(
      (tag, i) =>
        html`${i > 0 ? ', ' : ''}<a href="${context.base}/decisions/${text.number}/${tag}" hreflang="${tag}"
            >${languageText(context, tag)}</a
          >${isAuthentic(text, tag) ? ` (${words.authentic})` : ''}`,
    )}.
    ${authenticLine(context, text)}
  </p>`;
};
