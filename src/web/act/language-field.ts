import { type Result, err, ok } from '../../base/result.ts';
import { type Html, html } from '../../markup/html.ts';
import { type FormState, lineInput, select } from '../kit/controls.ts';
import type { Fields } from '../kit/fields.ts';
import { languageTag, languageText } from '../kit/languages.ts';
import type { FormProblem } from '../kit/problem.ts';

/** In which language something is written: one of the conference's, or any other by its tag. */

const OTHER = 'other';

/** The fields; `without`: languages in which it is there already. */
export const languageFields = (state: FormState, without: readonly string[] = []): Html => {
  const { context, fields } = state;
  const words = context.t.common.writtenIn;
  const languages = (context.reader.charter()?.charter.languages ?? []).filter((tag) => !without.includes(tag));
  const known = languages.map((tag) => [tag, languageText(context, tag)] as const);
  return html`${select(state, {
    name: 'language',
    label: words.language,
    initial: languages.includes(context.language as never) ? context.language : (languages[0] ?? OTHER),
    options: [...known, [OTHER, words.other]],
  })}
  ${
    fields.text('language') === OTHER || languages.length === 0
      ? lineInput(state, { name: 'otherLanguage', label: words.other, hint: words.otherHint, max: 35 })
      : ''
  }`;
};

/** A language as {@link languageFields} shows it again. */
export const languageTyped = ({ reader }: FormState['context'], tag: string): Readonly<Record<string, string>> =>
  (reader.charter()?.charter.languages ?? []).some((one) => one === tag)
    ? { language: tag }
    : { language: OTHER, otherLanguage: tag };

/** The tag of the language that was chosen. */
export const languageIn = (fields: Fields): Result<string, Extract<FormProblem, { readonly kind: 'field' }>> => {
  const named = fields.text('language');
  const field = named === OTHER ? 'otherLanguage' : 'language';
  const tag = languageTag(fields.text(field));
  return tag === null ? err({ kind: 'field', field, why: 'not-a-language' }) : ok(tag);
};
