import type { Translation } from '../../../charter/texts/negotiation-state.ts';
import type { Text } from '../../../charter/texts/state.ts';
import { alignedWith } from '../../../charter/texts/translations.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { renderingCounts } from '../parts/aligned.ts';
import { authenticLine, inLanguage, isAuthentic, languageText, originalText } from '../../kit/languages.ts';
import { mayWork } from '../parts/text-facts.ts';
import { textSheet } from '../parts/text-head.ts';
import { textPath } from '../parts/text-places.ts';
import { listText, nameOf } from '../../kit/words.ts';

/** The languages that a text stands in: how far each is, and who has worked on it. */
export const languagesPage = (context: Context, text: Text): Html => {
  const words = context.t.texts.languages;
  const versions = [...text.translations.values()];
  return textSheet(
    context,
    text,
    'languages',
    html`<p class="lede">${words.lede}</p>
      <h2>${words.versions}</h2>
      <p>
        ${text.language === null ? '' : `${words.inOriginal(originalText(context, text))}.`}
        ${authenticLine(context, text)}
      </p>
      ${
        versions.length === 0
          ? html`<p class="empty">${words.empty}</p>`
          : html`<ul class="rows">
              ${versions.map((translation) => version(context, text, translation))}
            </ul>`
      }
      ${mayTranslate(context, text) ? beginning(context, text) : ''}`,
  );
};

/** Whether the reader may work on the language versions of a text now. */
export const mayTranslate = (context: Context, { stage }: Text): boolean =>
  mayWork(context) && (stage === 'negotiation' || stage === 'decision' || stage === 'adopted');

const version = (context: Context, text: Text, translation: Translation): Html => {
  const words = context.t.texts.languages;
  const { language, title, clauses } = translation;
  const rows = alignedWith(text, translation);
  const names = (ids: Iterable<string>): string =>
    listText(
      context,
      [...new Set(ids)].map((id) => nameOf(context, id as Text['by'])),
    );
  const renderings = [...clauses.values()];
  const checkers = renderings.flatMap(({ checked }) => checked?.by ?? []);
  return html`<li>
    <span class="what"
      ><a href="${textPath(context, text, 'languages')}/${language}">${languageText(context, language)}</a>
      ${isAuthentic(text, language) ? html`<span class="quiet">· ${words.authentic}</span>` : ''}</span
    >
    <span class="block" ${inLanguage(language)}>${title}</span>
    <span class="why"
      >${words.of(rows.length)}
      ${renderingCounts(context, rows).map((part, i) => html`${i > 0 ? ' · ' : ''}${part}`)}</span
    >
    <span class="why"
      ><bdi>${words.workedBy(names(renderings.map(({ by }) => by)))}</bdi>${
        checkers.length === 0 ? '' : html`; <bdi>${words.checkedBy(names(checkers))}</bdi>`
      }</span
    >
  </li>`;
};

/** The conference's own languages one click away, and any other by its tag. */
const beginning = (context: Context, text: Text): Html => {
  const words = context.t.texts.languages;
  const path = `${context.base}/do/translation.publish`;
  const left = (context.reader.charter()?.charter.languages ?? []).filter(
    (tag) => tag !== text.language && !text.translations.has(tag),
  );
  return html`<form class="inline-form" method="get" action="${path}">
    <h2>${words.begin}</h2>
    ${left.map((tag) => html`<a href="${path}?text=${text.number}&language=${tag}">${words.beginIn(languageText(context, tag))}</a>`)}
    <input type="hidden" name="text" value="${text.number}" />
    <label
      >${words.another}
      <input name="language" required maxlength="35" size="8" autocapitalize="off" aria-describedby="tag-hint" />
    </label>
    <button class="second">${words.go}</button>
    <span class="hint" id="tag-hint">${words.anotherHint}</span>
  </form>`;
};
