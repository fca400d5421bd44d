import { fitLine, fitProse } from '../../base/fit.ts';

/** Makes text from outside fit to be kept and shown: well-formed, NFC, nothing hidden. */

/** Running text with lines that end in LF, at most `most` UTF-16 units, never half a character. */
export const cleanProse = (text: string, most: number): string => cut(fitProse(text), most);

/** One line without line breaks or outer space. */
export const cleanLine = (text: string, most: number): string => cut(fitLine(text), most).trim();

const cut = (text: string, most: number): string =>
  text.length <= most
    ? text
    : text
        .slice(0, most)
        .toWellFormed()
        .replace(/\ufffd$/u, '');

const MOST_NAME = 120;

/** A name under which a file can be kept anywhere: what stood before the last slash is gone, and so are dots at the front. */
export const safeFileName = (name: string | null, otherwise: string): string => {
  const base = (name ?? '').split(/[/\\]/u).at(-1) ?? '';
  const plain = cleanLine(base.replaceAll(/[<>:"|?*\p{Cc}]/gu, '_'), 4 * MOST_NAME).replaceAll(/^[.\s]+|[.\s]+$/gu, '');
  if (plain === '') return otherwise;
  if (plain.length <= MOST_NAME) return plain;
  const ending = /\.[a-z0-9]{1,8}(?:\.sig)?$/iu.exec(plain)?.[0] ?? '';
  return `${cut(plain, MOST_NAME - ending.length).trim()}${ending}`;
};
