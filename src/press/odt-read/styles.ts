import type { ListItem, Piece } from '../paragraph.ts';
import { type Element, attribute, child, descendants } from '../xml.ts';

/** Styles of an ODT file: paragraphs and words by name, each upon its parent; lists by name and depth. */

export interface OdtStyles {
  /** The display name, in lower case, of the first style that is not automatic. */
  readonly nameOf: (style: string | null) => string;
  readonly outlineOf: (style: string | null) => number | null;
  readonly listOf: (style: string | null) => string | null;
  /** In characters, about. */
  readonly indentOf: (style: string | null) => number;
  readonly isCentred: (style: string | null) => boolean;
  /** All of a paragraph's words, where its style says it. */
  readonly boldness: (style: string | null) => Piece['emphasis'] | null;
  /** In points. */
  readonly sizeOf: (style: string | null) => number | null;
  readonly emphasisOf: (style: string | null) => Piece['emphasis'] | null;
  readonly itemOf: (list: string | null, depth: number, indent: number) => ListItem | null;
}

const MOST_PARENTS = 20;

export const stylesIn = (roots: readonly Element[]): OdtStyles => {
  const styles = new Map<string, Element>();
  const lists = new Map<string, Element>();
  for (const root of roots) {
    for (const style of descendants(root, 'style:style'))
      styles.set(`${attribute(style, 'style:family')} ${attribute(style, 'style:name')}`, style);
    for (const list of descendants(root, 'text:list-style')) lists.set(attribute(list, 'style:name') ?? '', list);
  }

  /** The style and those it stands upon, nearest first. */
  const lineage = (family: string, name: string | null): readonly Element[] => {
    const found: Element[] = [];
    let at = name;
    while (at !== null && found.length < MOST_PARENTS) {
      const style = styles.get(`${family} ${at}`);
      if (style === undefined) break;
      found.push(style);
      at = attribute(style, 'style:parent-style-name');
    }
    return found;
  };
  const first = <T>(family: string, name: string | null, read: (style: Element) => T | null): T | null => {
    for (const style of lineage(family, name)) {
      const value = read(style);
      if (value !== null) return value;
    }
    return null;
  };

  return {
    nameOf: (name) => {
      const named = lineage('paragraph', name).find((style) => !isAutomatic(style, roots));
      const text =
        named === undefined ? name : (attribute(named, 'style:display-name') ?? attribute(named, 'style:name'));
      return (text ?? '')
        .replaceAll(/_([0-9a-f]{2})_/gu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
        .toLowerCase();
    },
    outlineOf: (name) => {
      const level = first('paragraph', name, (style) => attribute(style, 'style:default-outline-level'));
      return level === null || level === '' ? null : Number(level);
    },
    listOf: (name) => first('paragraph', name, (style) => attribute(style, 'style:list-style-name')),
    indentOf: (name) =>
      first('paragraph', name, (style) =>
        charactersIn(attribute(child(style, 'style:paragraph-properties') ?? style, 'fo:margin-left')),
      ) ?? 0,
    isCentred: (name) =>
      first('paragraph', name, (style) =>
        attribute(child(style, 'style:paragraph-properties') ?? style, 'fo:text-align'),
      ) === 'center',
    boldness: (name) => first('paragraph', name, (style) => emphasisIn(child(style, 'style:text-properties') ?? style)),
    sizeOf: (name) =>
      first('paragraph', name, (style) => {
        const size = attribute(child(style, 'style:text-properties') ?? style, 'fo:font-size');
        return size?.endsWith('pt') === true ? Number.parseFloat(size) || null : null;
      }),
    emphasisOf: (name) =>
      first('text', name, (style) => {
        const properties = child(style, 'style:text-properties');
        return properties === null ? null : emphasisIn(properties);
      }),
    itemOf: (list, depth, indent) => {
      const levels = list === null ? [] : (lists.get(list)?.children ?? []);
      const levelAt = (at: number): Element | undefined =>
        levels.find(
          (level): level is Element => typeof level !== 'string' && attribute(level, 'text:level') === `${at + 1}`,
        );
      const level = levelAt(depth);
      const style = level === undefined ? null : styleOf(level);
      if (style === null) return null;
      const top = levelAt(0);
      return { kind: 'item', depth, style, below: depth > 0 && top !== undefined && styleOf(top) === 'number', indent };
    },
  };
};

/** Automatic styles hold what was changed by hand; they have names that mean nothing. */
const isAutomatic = (style: Element, roots: readonly Element[]): boolean =>
  roots.some((root) => child(root, 'office:automatic-styles')?.children.includes(style) === true);

const emphasisIn = (properties: Element): Piece['emphasis'] | null => {
  const weight = attribute(properties, 'fo:font-weight');
  const slant = attribute(properties, 'fo:font-style');
  if (weight === 'bold' || Number(weight) >= 600) return 'bold';
  if (slant === 'italic' || slant === 'oblique') return 'italic';
  return weight === null && slant === null ? null : 'none';
};

const styleOf = (level: Element): string | null => {
  if (level.name === 'text:list-level-style-bullet') return `bullet ${attribute(level, 'text:bullet-char') ?? ''}`;
  const format = attribute(level, 'style:num-format') ?? '';
  if (level.name !== 'text:list-level-style-number' || format === '') return null;
  const prefix = attribute(level, 'style:num-prefix') ?? '';
  // Since ODF 1.3 LibreOffice writes the whole as one pattern beside.
  const pattern = attribute(level, 'num-list-format') ?? '';
  const bracketed = prefix.includes('(') || pattern.startsWith('(');
  return format === '1' && !bracketed ? 'number' : `${format} ${bracketed ? '(' : ''}`;
};

const CHARACTERS: Readonly<Record<string, number>> = { cm: 5, mm: 0.5, in: 12, pt: 1 / 6, pc: 2 };

const charactersIn = (length: string | null): number | null => {
  const match = /^(-?[\d.]+)(cm|mm|in|pt|pc)$/u.exec(length ?? '');
  return match === null ? null : Math.round(Number(match[1]) * (CHARACTERS[match[2] ?? ''] ?? 0));
};
