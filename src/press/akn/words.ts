import { type Said, plainly } from '../../charter/final/said.ts';
import { type Run, runsOf } from '../../text/runs.ts';
import { el, escaped } from '../xml-write.ts';
import type { Names } from './names.ts';

/** A clause's words, or others with its marks. @param at the element that they stand in */
export const inlineXml = (words: string, names: Names, at: string): string => {
  const runXml = (run: Run): string => {
    if (run.kind === 'words') return run.emphasis ? el('i', {}, lined(run.text)) : lined(run.text);
    const inside = run.words.map(runXml).join('');
    if (run.kind === 'link') return el('a', { href: URL.parse(run.href)?.href ?? run.href }, inside);
    return el('authorialNote', { eId: names(at, 'authorialNote'), placement: 'bottom' }, el('p', {}, inside));
  };
  return runsOf(words).map(runXml).join('');
};

/** Somebody's words without marks. */
export const lined = (words: string): string => words.split('\n').map(escaped).join('<eol/>');

export const saidXml = (said: Said): string => lined(plainly(said));
