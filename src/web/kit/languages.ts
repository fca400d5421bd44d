import { languageSchema } from '../../base/ids.ts';
import type { Text } from '../../charter/texts/state.ts';
import { type Html, html } from '../../markup/html.ts';
import type { Context, SiteContext } from './context.ts';
import { languageNameIn } from '../messages/index.ts';
import { listText } from './words.ts';

/** Languages of texts: their names, the direction they are written in, and which versions are authentic. */

/** A language by its name in the reader's. */
export const languageText = ({ language }: SiteContext, tag: string): string => languageNameIn(tag, language);

/** The language that a text was tabled in, by name; `Original` where that was not said. */
export const originalText = (context: SiteContext, { language }: Pick<Text, 'language'>): string =>
  language === null ? context.t.texts.languages.original : languageText(context, language);

/** The direction in which a language is written; where the tag does not say, the words themselves decide. */
const directionOf = (tag: string): 'ltr' | 'rtl' | 'auto' => {
  try {
    const direction = (new Intl.Locale(tag) as Intl.Locale & Partial<TextInfo>).getTextInfo?.().direction;
    return direction === 'rtl' || direction === 'ltr' ? direction : 'auto';
  } catch {
    return 'auto';
  }
};

interface TextInfo {
  readonly getTextInfo: () => { readonly direction?: string };
}

/** The attributes of words in a language; `null`: nobody said in which. */
export const inLanguage = (tag: string | null): Html =>
  tag === null ? html`dir="auto"` : html`lang="${tag}" dir="${directionOf(tag)}"`;

/** The tag as it is usually written, or `null` where it is none. */
export const languageTag = (typed: string): string | null => {
  try {
    const [tag] = Intl.getCanonicalLocales(typed.trim().replaceAll('_', '-'));
    return tag !== undefined && languageSchema.safeParse(tag).success ? tag : null;
  } catch {
    return null;
  }
};

/** Whether words in this language are the authentic ones, alone or with others. */
export const isAuthentic = ({ authentic, language }: Text, tag: string | null): boolean =>
  authentic.length === 0 ? tag === language : tag !== null && authentic.includes(tag);

/** Which language versions hold (13.3). */
export const authenticLine = (context: Context, { authentic, language }: Text): string => {
  const words = context.t.texts.languages;
  const tags = authentic.length > 0 ? authentic : language === null ? [] : [language];
  if (tags.length === 0) return words.authenticOriginal;
  return words.authenticAre(
    listText(
      context,
      tags.map((tag) => languageText(context, tag)),
    ),
    tags.length,
  );
};
