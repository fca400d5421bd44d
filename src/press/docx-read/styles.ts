import { type Element, attribute, child, childrenOf } from '../xml.ts';

/** Styles of a DOCX file, each with what it takes over from those it is based on. */

export interface Style {
  /** As the program shows it, in lower case: ids differ from language to language. */
  readonly name: string;
  /** Outline level from 0; 9 and `null`: body text. */
  readonly outline: number | null;
  readonly numbering: NumberingOf | null;
  /** In twips. */
  readonly indent: number | null;
  readonly centred: boolean | null;
  /** In half-points. */
  readonly size: number | null;
  readonly emphasis: 'none' | 'italic' | 'bold';
}

/** To which list a paragraph belongs, and how deep; `list` `0` takes it out of any. */
export interface NumberingOf {
  readonly list: string | null;
  readonly depth: number | null;
}

const NO_STYLE: Style = {
  name: '',
  outline: null,
  numbering: null,
  indent: null,
  centred: null,
  size: null,
  emphasis: 'none',
};

/** How far one style may stand upon others. */
const MOST_BASES = 20;

export const stylesIn = (root: Element | null): ((id: string | null) => Style) => {
  const byId = new Map(childrenOf(root, 'w:style').map((style) => [attribute(style, 'w:styleId') ?? '', style]));
  const standard = [...byId.values()].find(
    (style) => attribute(style, 'w:type') === 'paragraph' && isOn(attribute(style, 'w:default')),
  );
  const known = new Map<Element, Style>();
  const styleOf = (style: Element | undefined, bases: number): Style => {
    if (style === undefined || bases > MOST_BASES) return NO_STYLE;
    const made = known.get(style);
    if (made !== undefined) return made;
    const based = valueOf(child(style, 'w:basedOn'));
    const base = based === null ? NO_STYLE : styleOf(byId.get(based), bases + 1);
    const paragraph = paragraphFormat(child(style, 'w:pPr'));
    const result: Style = {
      name: (valueOf(child(style, 'w:name')) ?? '').toLowerCase(),
      outline: paragraph.outline ?? base.outline,
      numbering: paragraph.numbering === null ? base.numbering : overlaid(paragraph.numbering, base.numbering),
      indent: paragraph.indent ?? base.indent,
      centred: paragraph.centred ?? base.centred,
      size: sizeOf(child(style, 'w:rPr')) ?? base.size,
      emphasis: emphasisOf(child(style, 'w:rPr'), base.emphasis),
    };
    known.set(style, result);
    return result;
  };
  return (id) => styleOf(id === null ? standard : (byId.get(id) ?? standard), 0);
};

export const overlaid = (own: NumberingOf, base: NumberingOf | null): NumberingOf => ({
  list: own.list ?? base?.list ?? null,
  depth: own.depth ?? base?.depth ?? null,
});

export const paragraphFormat = (pPr: Element | null): Pick<Style, 'outline' | 'numbering' | 'indent' | 'centred'> => {
  const numbering = child(pPr, 'w:numPr');
  const indent = child(pPr, 'w:ind');
  const alignment = valueOf(child(pPr, 'w:jc'));
  const left = indent === null ? null : (attribute(indent, 'w:left') ?? attribute(indent, 'w:start'));
  return {
    outline: numberOf(valueOf(child(pPr, 'w:outlineLvl'))),
    numbering:
      numbering === null
        ? null
        : { list: valueOf(child(numbering, 'w:numId')), depth: numberOf(valueOf(child(numbering, 'w:ilvl'))) },
    indent: numberOf(left),
    centred: alignment === null ? null : alignment === 'center',
  };
};

/** Of letters, in half-points. */
export const sizeOf = (rPr: Element | null): number | null => numberOf(valueOf(child(rPr, 'w:sz')));

export const emphasisOf = (rPr: Element | null, otherwise: Style['emphasis']): Style['emphasis'] => {
  const italic = onOff(rPr, 'w:i') ?? onOff(rPr, 'w:iCs');
  const bold = onOff(rPr, 'w:b') ?? onOff(rPr, 'w:bCs');
  if (bold === true) return 'bold';
  if (italic === true) return 'italic';
  const off = (otherwise === 'bold' && bold === false) || (otherwise === 'italic' && italic === false);
  return off ? 'none' : otherwise;
};

/** Whether a property is on; `null` where it is not said. */
export const onOff = (parent: Element | null, name: string): boolean | null => {
  const property = child(parent, name);
  return property === null ? null : isOn(attribute(property, 'w:val') ?? 'true');
};

const isOn = (value: string | null): boolean => value !== null && !['0', 'false', 'off', 'none'].includes(value);

export const valueOf = (element: Element | null): string | null =>
  element === null ? null : attribute(element, 'w:val');

const numberOf = (text: string | null): number | null =>
  text !== null && /^-?\d{1,7}$/u.test(text) ? Number(text) : null;
