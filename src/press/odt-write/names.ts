import { el } from '../xml-write.ts';

/** The styles of paragraphs, by their names: those of clauses and of what stands around a text are told by them when the file comes back (`named-form.ts`). */
export type StyleName =
  | 'Standard'
  | 'Title'
  | 'Heading 1'
  | 'Footnote'
  | 'Header'
  | 'Clause: preambular'
  | 'Clause: operative'
  | `Clause: point ${1 | 2 | 3 | 4}`
  | 'Clause: paragraph'
  | 'Document: letterhead'
  | 'Document: symbol'
  | 'Document: heading'
  | 'Document: text'
  | 'Document: quotation'
  | 'Document: column'
  | 'Document: cell';

/** A name as an id: what no XML name may hold stands by its number, as LibreOffice writes it. */
export const idOf = (name: StyleName): string =>
  name.replaceAll(/[^A-Za-z0-9]/gu, (character) => `_${character.charCodeAt(0).toString(16).padStart(2, '0')}_`);

/** The same from right to left. */
export const rightToLeftOf = (name: StyleName): string => `${idOf(name)}_rtl`;

/** How words may look. */
export const LOOKS = { emphasis: 'Emphasised', struck: 'Struck', both: 'EmphasisedStruck' } as const;

export const paragraphXml = (style: StyleName, rightToLeft: boolean, ...inside: readonly string[]): string =>
  el('text:p', { 'text:style-name': rightToLeft ? rightToLeftOf(style) : idOf(style) }, ...inside);
