import { type Said, piecesOf } from '../../charter/final/said.ts';
import { type Run, runsOf } from '../../text/runs.ts';
import { el, escaped } from '../xml-write.ts';

/** Footnotes of one page, numbered as they come. */
export interface Notes {
  /** A clause's words, or others with its marks; a line feed is a new line. */
  readonly marked: (words: string) => string;
  /** What was referred to since this was asked the last time. */
  readonly taken: () => string;
}

export const createNotes = (): Notes => {
  let count = 0;
  let notes: string[] = [];
  const runXml = (run: Run): string => {
    if (run.kind === 'words') return run.emphasis ? el('em', {}, lined(run.text)) : lined(run.text);
    const inside = run.words.map(runXml).join('');
    if (run.kind === 'link') return el('a', { href: URL.parse(run.href)?.href ?? run.href }, inside);
    count += 1;
    const number = `${count}`;
    notes.push(
      el(
        'aside',
        { 'epub:type': 'footnote', role: 'doc-footnote', id: `note-${number}` },
        el('p', { dir: 'auto' }, el('a', { href: `#to-note-${number}` }, number), ' ', inside),
      ),
    );
    const to = { 'epub:type': 'noteref', role: 'doc-noteref', id: `to-note-${number}`, href: `#note-${number}` };
    return el('sup', {}, el('a', to, number));
  };
  return {
    marked: (words) => runsOf(words).map(runXml).join(''),
    taken: () => {
      const taken = notes.join('');
      notes = [];
      return taken;
    },
  };
};

/** Somebody's words without marks. */
export const lined = (words: string): string => words.split('\n').map(escaped).join('<br/>');

/** A sentence of ours; what others wrote in it has a direction of its own. */
export const saidXml = (said: Said): string =>
  piecesOf(said)
    .map((piece, i) => (i % 2 === 0 ? escaped(piece) : el('bdi', {}, escaped(piece))))
    .join('');
