import type { ListItem } from '../paragraph.ts';
import { type Element, attribute, child, childrenOf } from '../xml.ts';
import { paragraphFormat, valueOf } from './styles.ts';

/** Numbering definitions of a DOCX file: how each level of each list is marked. */

interface Level {
  readonly style: string;
  /** In twips. */
  readonly indent: number | null;
}

/** The item that a paragraph of a list is, or `null` where it is not marked at all. `indent` is the paragraph's own, in twips. */
export type Items = (list: string, depth: number, indent: number | null) => ListItem | null;

/** Twips in a character, about. */
export const TWIPS = 120;

export const itemsIn = (root: Element | null): Items => {
  const definitions = childrenOf(root, 'w:abstractNum');
  const styled = new Map(definitions.map((list) => [valueOf(child(list, 'w:styleLink')), list]));
  const abstract = new Map(
    definitions.map((list) => {
      // A list may be said by its style alone, which another definition is of (17.9.21).
      const style = valueOf(child(list, 'w:numStyleLink'));
      const own = style === null ? list : (styled.get(style) ?? list);
      return [attribute(list, 'w:abstractNumId'), levelsIn(own)];
    }),
  );
  const lists = new Map(
    childrenOf(root, 'w:num').map((list) => {
      const levels = new Map(abstract.get(valueOf(child(list, 'w:abstractNumId'))));
      for (const override of childrenOf(list, 'w:lvlOverride'))
        for (const [depth, level] of levelsIn(override)) levels.set(depth, level);
      return [attribute(list, 'w:numId'), levels];
    }),
  );
  return (list, depth, indent) => {
    const levels = lists.get(list);
    const level = levels?.get(depth);
    if (level === undefined || level.style === 'none') return null;
    return {
      kind: 'item',
      depth,
      style: level.style,
      below: depth > 0 && levels?.get(0)?.style === 'number',
      indent: Math.round((indent ?? level.indent ?? 0) / TWIPS),
    };
  };
};

const levelsIn = (list: Element): ReadonlyMap<number, Level> =>
  new Map(
    childrenOf(list, 'w:lvl').map((level) => [
      Number(attribute(level, 'w:ilvl') ?? 0),
      {
        style: styleOf(valueOf(child(level, 'w:numFmt')) ?? 'decimal', valueOf(child(level, 'w:lvlText')) ?? ''),
        indent: paragraphFormat(child(level, 'w:pPr')).indent,
      },
    ]),
  );

/** Plain decimal numbers mark clauses; a number in brackets, a letter or a bullet marks a point. */
const styleOf = (format: string, text: string): string => {
  if (format === 'none' || (format !== 'bullet' && !text.includes('%'))) return 'none';
  if (format.startsWith('decimal') && !text.trim().startsWith('(')) return 'number';
  return format === 'bullet' ? `bullet ${text}` : `${format} ${text.replaceAll(/%\d/gu, '%')}`;
};
