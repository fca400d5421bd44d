import { LANGUAGES, languageNameIn } from '../messages/index.ts';
import { type Html, html } from '../../markup/html.ts';
import type { FormContext } from './context.ts';
import { plainName } from './countries.ts';
import { languageTag } from './languages.ts';

/** Languages are typed, by their names in a language of the pages or in their own, or by their tags (BCP 47). */

/** Those that are offered while somebody types; any other is taken by its tag. */
const OFFERED =
  'ar bg bs ca cs cy da de el en es et eu fa fi fr ga gl he hr hu hy is it ja ka ko kk ku lb lt lv mk mt nl no pl pt rm rmy ro ru rup sk sl sq sr sv tr uk uz vi yi zh'.split(
    ' ',
  );

let byName: ReadonlyMap<string, string> | null = null;

const known = (): ReadonlyMap<string, string> =>
  (byName ??= new Map(
    OFFERED.flatMap((tag) =>
      [...LANGUAGES, tag].map((reader) => [plainName(languageNameIn(tag, reader)), tag] as const),
    ),
  ));

/** The tag of the language that was typed; `null`: it is none. */
export const languageTyped = (typed: string): string | null => known().get(plainName(typed)) ?? languageTag(typed);

/** As it stands in a field: by its name, where that is taken again for it. */
export const languageShown = ({ language }: Pick<FormContext, 'language'>, tag: string): string => {
  const name = languageNameIn(tag, language);
  return languageTyped(name) === tag ? name : tag;
};

export const LANGUAGE_LIST = 'languages-known';

export const languageList = ({ language }: Pick<FormContext, 'language'>): Html =>
  html`<datalist id="${LANGUAGE_LIST}">
    ${OFFERED.map((tag) => languageNameIn(tag, language))
      .toSorted(new Intl.Collator(language).compare)
      .map((name) => html`<option value="${name}"></option>`)}
  </datalist>`;
