import { fitLine, fitProse } from '../../base/fit.ts';
import { type Comment, type Piece, isThere } from '../paragraph.ts';
import { wordsOf } from '../words.ts';
import { type Element, attribute, childrenOf, descendants, textOf } from '../xml.ts';
import type { DocxParts, Part } from './package.ts';

/** What stands beside the body of a DOCX file, by its id: footnotes, endnotes, comments. */
export interface Notes {
  /** A note's words, with their marks; its own tracked changes are rejected. */
  readonly note: (kind: 'footnotes' | 'endnotes', id: string) => string | null;
  readonly comment: (id: string) => Comment | null;
}

/** Reads what stands within a paragraph of a part. */
export type InlineReader = (paragraph: Element, part: Part) => readonly Piece[];

export const notesIn = (parts: DocxParts, read: InlineReader): Notes => {
  const byId = (type: string, name: string): ReadonlyMap<string, Element> =>
    new Map(
      childrenOf(parts.part(type)?.root ?? null, name).map((element) => [attribute(element, 'w:id') ?? '', element]),
    );
  const notes = { footnotes: byId('footnotes', 'w:footnote'), endnotes: byId('endnotes', 'w:endnote') };
  const comments = byId('comments', 'w:comment');
  return {
    note: (kind, id) => {
      const [note, part] = [notes[kind].get(id), parts.part(kind)];
      if (note === undefined || part === null) return null;
      const pieces = descendants(note, 'w:p').map((paragraph) => read(paragraph, part));
      return pieces.map((line) => wordsOf(line.filter(({ tracked }) => isThere(tracked, null)))).join(' ');
    },
    comment: (id) => {
      const comment = comments.get(id);
      if (comment === undefined) return null;
      const lines = descendants(comment, 'w:p').map((line) => descendants(line, 'w:t').map(textOf).join(''));
      return { author: fitLine(attribute(comment, 'w:author') ?? ''), words: fitProse(lines.join('\n')).trim() };
    },
  };
};
