import { readFile } from 'node:fs/promises';
import type { PageLanguage } from '../messages/index.ts';

/** The guide and its pictures, as they lie in `docs/`: of the sources two folders above, of a package beside what is built. */

const DOCS = new URL(import.meta.url.endsWith('.ts') ? '../../../docs/' : '../../../../docs/', import.meta.url);

const FILES: Readonly<Record<PageLanguage, string>> = { en: 'GUIDE.md', el: 'GUIDE.el.md' };

const read = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();

const once = (file: string): Promise<Uint8Array<ArrayBuffer>> => {
  const known = read.get(file) ?? readFile(new URL(file, DOCS)).then((bytes) => new Uint8Array(bytes));
  read.set(file, known);
  return known;
};

export const guideIn = async (language: PageLanguage): Promise<string> =>
  new TextDecoder().decode(await once(FILES[language]));

const PICTURES = ['today', 'text', 'points', 'decision', 'meetings', 'statement'];

/** English ones have the bare name; of each other language `today.el`. */
const NAMES = new Set(
  PICTURES.flatMap((name) => Object.keys(FILES).map((language) => (language === 'en' ? name : `${name}.${language}`))),
);

export const isGuidePicture = (name: string): boolean => NAMES.has(name);

/** A picture that {@link isGuidePicture}. */
export const guidePicture = (name: string): Promise<Uint8Array<ArrayBuffer>> => once(`pictures/${name}.png`);
