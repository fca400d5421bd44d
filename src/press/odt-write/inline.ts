import { type Said, plainly } from '../../charter/final/said.ts';
import { type Run, runsOf } from '../../text/runs.ts';
import { isRightToLeft } from '../direction.ts';
import { el, escaped } from '../xml-write.ts';
import { LOOKS, paragraphXml } from './names.ts';

/** Words within a paragraph. A reader of ODT takes all space for one, so that more of it is written by its count. */

const SPACES = /^ +| {2,}|\t|\n/gu;

export const spaced = (text: string): string => {
  const parts: string[] = [];
  let at = 0;
  for (const { 0: found, index } of text.matchAll(SPACES)) {
    parts.push(escaped(text.slice(at, index)), spaceXml(found));
    at = index + found.length;
  }
  return [...parts, escaped(text.slice(at))].join('');
};

const spaceXml = (found: string): string => {
  if (found === '\n') return el('text:line-break', {});
  return found === '\t' ? el('text:tab', {}) : el('text:s', { 'text:c': found.length });
};

interface Look {
  readonly emphasis?: boolean;
  readonly struck?: boolean;
}

const looking = (inside: string, { emphasis = false, struck = false }: Look): string => {
  if (!emphasis && !struck) return inside;
  const name = emphasis && struck ? LOOKS.both : emphasis ? LOOKS.emphasis : LOOKS.struck;
  return el('text:span', { 'text:style-name': name }, inside);
};

/** Somebody's words without marks. */
export const plainXml = (words: string, look: Look = {}): string => looking(spaced(words), look);

export const saidXml = (said: Said, look: Look = {}): string => plainXml(plainly(said), look);

/** Footnotes, numbered as they come. */
export type Marked = (words: string) => string;

/** Writes words with their marks: a clause's, and others that have them. */
export const createMarked = (): Marked => {
  let notes = 0;
  const runXml = (run: Run): string => {
    if (run.kind === 'words') return plainXml(run.text, run);
    const inside = run.words.map(runXml).join('');
    if (run.kind === 'link') return el('text:a', { 'xlink:type': 'simple', 'xlink:href': run.href }, inside);
    notes += 1;
    const rightToLeft = isRightToLeft(run.words.map((one) => ('text' in one ? one.text : '')).join(''));
    return el(
      'text:note',
      { 'text:id': `note${notes}`, 'text:note-class': 'footnote' },
      el('text:note-citation', {}, `${notes}`),
      el('text:note-body', {}, paragraphXml('Footnote', rightToLeft, inside)),
    );
  };
  return (words) => runsOf(words).map(runXml).join('');
};
