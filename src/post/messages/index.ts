import { el } from './el.ts';
import { en } from './en.ts';

/** Every sentence that the post sends, in each language. A language is complete or it does not compile: `en` gives the shape. */
export type PostMessages = typeof en;

/** The languages that the post speaks, the first being the one for readers of any other. */
const SPOKEN = { en, el } as const;

export type PostLanguage = keyof typeof SPOKEN;

/** The language in which somebody is written to who reads `language` (BCP 47). */
export const postLanguage = (language: string): PostLanguage => {
  const [primary = ''] = language.toLowerCase().split('-');
  return Object.hasOwn(SPOKEN, primary) ? (primary as PostLanguage) : 'en';
};

export const postMessages = (language: string): PostMessages => SPOKEN[postLanguage(language)];
