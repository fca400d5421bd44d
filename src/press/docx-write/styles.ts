import type { Clause } from '../../text/clause.ts';
import { el, xmlDocument } from '../xml-write.ts';

export const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** The styles of a DOCX file. Those of clauses are told by their names when the file comes back: see `named-form.ts`. */

/** The style of a clause's paragraph. */
export const styleOf = ({ kind, level = 1 }: Pick<Clause, 'kind' | 'level'>): string =>
  kind === 'heading' ? 'Heading1' : kind === 'point' ? `ClausePoint${level}` : STYLE_IDS[kind];

const STYLE_IDS = {
  preambular: 'ClausePreambular',
  operative: 'ClauseOperative',
  paragraph: 'ClauseParagraph',
} as const;

const on = (name: string): string => el(name, {});
const spaced = (before: number, after: number): string => el('w:spacing', { 'w:before': before, 'w:after': after });
const indented = (left: number, hanging: number): string => el('w:ind', { 'w:left': left, 'w:hanging': hanging });
const sized = (half: number): string => el('w:sz', { 'w:val': half }) + el('w:szCs', { 'w:val': half });

interface StyleSheet {
  readonly id: string;
  readonly name: string;
  readonly type?: 'paragraph' | 'character';
  readonly base?: string;
  readonly paragraph?: string;
  readonly run?: string;
}

const numbered = (depth: number): string =>
  el('w:numPr', {}, depth === 0 ? '' : el('w:ilvl', { 'w:val': depth }), el('w:numId', { 'w:val': 1 })) +
  spaced(0, 120);

const STYLES: readonly StyleSheet[] = [
  { id: 'Title', name: 'Title', paragraph: spaced(0, 360), run: on('w:b') + on('w:bCs') + sized(36) },
  {
    id: 'Heading1',
    name: 'heading 1',
    paragraph: on('w:keepNext') + spaced(240, 120) + el('w:outlineLvl', { 'w:val': 0 }),
    run: on('w:b') + on('w:bCs') + sized(26),
  },
  { id: 'ClausePreambular', name: 'Clause: preambular', paragraph: spaced(0, 120) + el('w:ind', { 'w:left': 567 }) },
  { id: 'ClauseOperative', name: 'Clause: operative', paragraph: numbered(0) },
  ...[1, 2, 3, 4].map((level) => ({
    id: `ClausePoint${level}`,
    name: `Clause: point ${level}`,
    paragraph: numbered(level),
  })),
  { id: 'ClauseParagraph', name: 'Clause: paragraph', paragraph: spaced(0, 120) },
  {
    id: 'DocumentLetterhead',
    name: 'Document: letterhead',
    paragraph: spaced(0, 40) + el('w:jc', { 'w:val': 'center' }),
  },
  { id: 'DocumentSymbol', name: 'Document: symbol', paragraph: spaced(0, 120), run: sized(20) },
  {
    id: 'DocumentHeading',
    name: 'Document: heading',
    paragraph: on('w:keepNext') + spaced(360, 120),
    run: on('w:b') + on('w:bCs') + sized(26),
  },
  { id: 'DocumentText', name: 'Document: text', paragraph: spaced(0, 120) },
  { id: 'DocumentQuotation', name: 'Document: quotation', paragraph: spaced(0, 120) + el('w:ind', { 'w:left': 567 }) },
  { id: 'DocumentCell', name: 'Document: cell', paragraph: spaced(40, 40), run: sized(21) },
  { id: 'FootnoteText', name: 'footnote text', run: sized(18) },
  {
    id: 'FootnoteReference',
    name: 'footnote reference',
    type: 'character',
    run: el('w:vertAlign', { 'w:val': 'superscript' }),
  },
  { id: 'CommentText', name: 'annotation text', run: sized(20) },
  { id: 'CommentReference', name: 'annotation reference', type: 'character', run: sized(16) },
  {
    id: 'Hyperlink',
    name: 'Hyperlink',
    type: 'character',
    run: el('w:color', { 'w:val': '0563C1' }) + el('w:u', { 'w:val': 'single' }),
  },
];

const styleElement = ({ id, name, type = 'paragraph', paragraph = '', run = '' }: StyleSheet): string =>
  el(
    'w:style',
    { 'w:type': type, 'w:styleId': id },
    el('w:name', { 'w:val': name }),
    type === 'paragraph' ? el('w:basedOn', { 'w:val': 'Normal' }) : '',
    on('w:qFormat'),
    paragraph === '' ? '' : el('w:pPr', {}, paragraph),
    run === '' ? '' : el('w:rPr', {}, run),
  );

const FONT = 'Times New Roman';

export const stylesXml = (language: string | null): string =>
  xmlDocument(
    el(
      'w:styles',
      { 'xmlns:w': W },
      el(
        'w:docDefaults',
        {},
        el(
          'w:rPrDefault',
          {},
          el(
            'w:rPr',
            {},
            el('w:rFonts', { 'w:ascii': FONT, 'w:hAnsi': FONT, 'w:cs': FONT, 'w:eastAsia': FONT }),
            sized(23),
            language === null ? '' : el('w:lang', { 'w:val': language, 'w:bidi': language, 'w:eastAsia': language }),
          ),
        ),
      ),
      el(
        'w:style',
        { 'w:type': 'paragraph', 'w:default': 1, 'w:styleId': 'Normal' },
        el('w:name', { 'w:val': 'Normal' }),
      ),
      ...STYLES.map(styleElement),
    ),
  );

/** How operative clauses and points are numbered, as `numbering` of the text does. */
const LEVELS = [
  ['decimal', '%1.', 567],
  ['lowerLetter', '(%2)', 1134],
  ['lowerRoman', '(%3)', 1701],
  ['upperLetter', '(%4)', 2268],
  ['decimal', '(%5)', 2835],
] as const;

/**
 * One list for all clauses and their points, and `restarts` more for points that stand below no numbered clause, each of which begins
 * anew.
 */
export const numberingXml = (restarts: number): string => {
  const levels = LEVELS.map(([format, text, left], depth) =>
    el(
      'w:lvl',
      { 'w:ilvl': depth },
      el('w:start', { 'w:val': 1 }),
      el('w:numFmt', { 'w:val': format }),
      el('w:pStyle', { 'w:val': depth === 0 ? 'ClauseOperative' : `ClausePoint${depth}` }),
      el('w:lvlText', { 'w:val': text }),
      el('w:lvlJc', { 'w:val': 'left' }),
      el('w:pPr', {}, indented(left, 567)),
    ),
  );
  const loose = levels.map((level) => level.replace(/<w:pStyle[^>]*>/u, ''));
  const list = (id: number, of: readonly string[]): string =>
    el('w:abstractNum', { 'w:abstractNumId': id }, el('w:multiLevelType', { 'w:val': 'multilevel' }), ...of);
  const num = (id: number, abstract: number): string =>
    el('w:num', { 'w:numId': id }, el('w:abstractNumId', { 'w:val': abstract }));
  const more = Array.from({ length: restarts }, (_, i) => i + 1);
  return xmlDocument(
    el(
      'w:numbering',
      { 'xmlns:w': W },
      list(0, levels),
      ...more.map((id) => list(id, loose)),
      num(1, 0),
      ...more.map((id) => num(id + 1, id)),
    ),
  );
};
