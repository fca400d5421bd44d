import { type Said, piecesOf, plainly } from '../../charter/final/said.ts';
import type { Block, Line, Section } from '../../charter/final/sheet.ts';
import { plain } from '../../text/runs.ts';
import { el } from '../xml-write.ts';
import { isRightToLeft } from '../direction.ts';
import { runXml } from './writer.ts';

/**
 * What stands behind the body of a finished text. Its paragraphs have styles of their own, by which they are known for no clauses when the file comes back: see `named-form.ts`.
 */
export const backXml = (sections: readonly Section[]): readonly string[] =>
  sections.flatMap(({ title, blocks }) => [
    ...(title === null ? [] : [paragraph('DocumentHeading', runXml(title, {}))]),
    ...blocks.flatMap(blockXml),
  ]);

/** Whose words it is, above all else. */
export const letterheadXml = (names: readonly string[] | null): readonly string[] =>
  (names ?? []).map((name) => paragraph('DocumentLetterhead', runXml(name, {}), isRightToLeft(name)));

/** What stands below the title. */
export const linesXml = (lines: readonly Said[]): readonly string[] =>
  lines.map((words) => paragraph('DocumentText', saidXml(words)));

/** What the text is cited by, above its title. */
export const symbolXml = (symbol: string): string => paragraph('DocumentSymbol', runXml(symbol, {}));

type Style =
  'DocumentLetterhead' | 'DocumentSymbol' | 'DocumentHeading' | 'DocumentText' | 'DocumentQuotation' | 'DocumentCell';

const paragraph = (style: Style, runs: string, rightToLeft = false): string =>
  el('w:p', {}, el('w:pPr', {}, el('w:pStyle', { 'w:val': style }), rightToLeft ? el('w:bidi', {}) : ''), runs);

const blockXml = (block: Block): readonly string[] => {
  switch (block.kind) {
    case 'paragraph':
      return [paragraph('DocumentText', saidXml(block.words))];
    case 'list':
      return block.items.map((item) => paragraph('DocumentText', runXml('– ', {}) + saidXml(item)));
    case 'words':
      return quotationXml(block.words, false);
    case 'calls':
      return block.items.map((words, i) =>
        paragraph('DocumentText', runXml(`${i + 1}. ${plain(words)}`, {}), isRightToLeft(words)),
      );
    case 'table':
      // A table needs a paragraph behind it.
      return [tableXml(block), paragraph('DocumentText', '')];
    case 'quotation':
      return [paragraph('DocumentText', saidXml(block.head)), ...quotationXml(block.words, block.struck)];
    case 'slip':
      return [
        paragraph('DocumentText', saidXml(block.head)),
        ...[block.before, block.now].flatMap(({ label, words }) => [
          paragraph('DocumentText', runXml(`${label}:`, {})),
          ...quotationXml(plain(words), false),
        ]),
      ];
  }
};

const saidXml = (said: string, struck = false): string =>
  piecesOf(said)
    .map((piece) => runXml(piece, { struck }))
    .join('');

const quotationXml = (words: string, struck: boolean): readonly string[] =>
  words
    .split(/\n{2,}/u)
    .map((piece) => paragraph('DocumentQuotation', runXml(piece, { struck }), isRightToLeft(piece)));

/** The columns take what room they need. */
const tableXml = ({ columns, rows }: Extract<Block, { readonly kind: 'table' }>): string => {
  const border = (side: string): string => el(`w:${side}`, { 'w:val': 'single', 'w:sz': 4, 'w:color': '999999' });
  const cell = (inner: readonly string[]): string =>
    el('w:tc', {}, el('w:tcPr', {}, el('w:tcW', { 'w:w': 0, 'w:type': 'auto' })), ...inner);
  const head = columns.map((column) => cell([paragraph('DocumentCell', runXml(column, { strong: true }))]));
  return el(
    'w:tbl',
    {},
    el(
      'w:tblPr',
      {},
      el('w:tblW', { 'w:w': 5000, 'w:type': 'pct' }),
      el('w:tblBorders', {}, border('top'), border('bottom'), border('insideH')),
    ),
    el('w:tblGrid', {}, ...columns.map(() => el('w:gridCol', { 'w:w': Math.floor(9000 / columns.length) }))),
    el('w:tr', {}, el('w:trPr', {}, el('w:cantSplit', {}), el('w:tblHeader', {})), ...head),
    ...rows.map((row) =>
      el('w:tr', {}, el('w:trPr', {}, el('w:cantSplit', {})), ...row.map((lines) => cell(lines.map(lineXml)))),
    ),
  );
};

const lineXml = ({ words, struck }: Line): string =>
  paragraph('DocumentCell', saidXml(words, struck), isRightToLeft(plainly(words)));

const field = (name: string): string =>
  el('w:fldSimple', { 'w:instr': ` ${name} ` }, el('w:r', {}, el('w:t', {}, '1')));

const space = (text: string): string => el('w:r', {}, el('w:t', { 'xml:space': 'preserve' }, text));

/** What stands at the head of each page. */
export const headerXml = (head: string): string => paragraph('DocumentSymbol', runXml(head, {}));

/** And at its foot: which page of how many it is. */
export const footerXml = (): string => paragraph('DocumentSymbol', field('PAGE') + space(' / ') + field('NUMPAGES'));
