import { el } from './el.ts';
import { en } from './en.ts';
import type { Messages } from './messages.ts';

export { languageName } from './language-names.ts';
export type { Messages } from './messages.ts';

/** The languages the pages speak, the first being the one used when a reader's is not among them. */
export const LANGUAGES = ['en', 'el'] as const;

export type PageLanguage = (typeof LANGUAGES)[number];

const SPOKEN: Readonly<Record<PageLanguage, Messages>> = { en, el };

export const messagesIn = (language: PageLanguage): Messages => SPOKEN[language];

const isPageLanguage = (tag: string): tag is PageLanguage => (LANGUAGES as readonly string[]).includes(tag);

/** The best of our languages for a reader: the one they chose, else the first of `Accept-Language` (RFC 9110, 12.5.4) that we speak. */
export const chooseLanguage = (chosen: string | undefined, accept: string | undefined): PageLanguage => {
  if (chosen !== undefined && isPageLanguage(chosen)) return chosen;
  const ranked = (accept ?? '')
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const q = parameters
        .map((parameter) => /^\s*q=([01](?:\.\d{1,3})?)\s*$/u.exec(parameter)?.[1])
        .find((value) => value !== undefined);
      return { tag: tag.toLowerCase().split('-')[0] ?? '', q: q === undefined ? 1 : Number(q) };
    })
    .filter(({ tag, q }) => q > 0 && isPageLanguage(tag))
    .toSorted((a, b) => b.q - a.q);
  const best = ranked[0]?.tag;
  return best !== undefined && isPageLanguage(best) ? best : LANGUAGES[0];
};

/** The name of a language in another one, or its tag. */
export const languageNameIn = (tag: string, reader: string): string => {
  try {
    return new Intl.DisplayNames([reader], { type: 'language' }).of(tag) ?? tag;
  } catch {
    // What somebody has typed into a form or an address may be none.
    return tag;
  }
};
