import { plainly } from '../../charter/final/said.ts';
import type { Block, Line, Section } from '../../charter/final/sheet.ts';
import { plain } from '../../text/runs.ts';
import { isRightToLeft } from '../direction.ts';
import { el } from '../xml-write.ts';
import { type Marked, plainXml, saidXml } from './inline.ts';
import { type StyleName, paragraphXml } from './names.ts';

/** What stands around the body of a finished text, in styles by which it is left out when the file comes back. */

export const ownXml = (style: StyleName, words: string): string =>
  paragraphXml(style, isRightToLeft(words), plainXml(words));

export const textXml = (said: string): string =>
  paragraphXml('Document: text', isRightToLeft(plainly(said)), saidXml(said));

/** @param marked writes words with their marks */
export const backXml = (sections: readonly Section[], marked: Marked): string => {
  let tables = 0;
  const blockXml = (block: Block): string => {
    switch (block.kind) {
      case 'paragraph':
        return textXml(block.words);
      case 'list':
        return block.items.map((item) => textXml(`– ${item}`)).join('');
      case 'words':
        return quotationXml(block.words, false);
      case 'calls':
        return block.items
          .map((words, i) =>
            paragraphXml('Document: text', isRightToLeft(plain(words)), plainXml(`${i + 1}. `), marked(words)),
          )
          .join('');
      case 'table':
        tables += 1;
        return tableXml(block, `Table${tables}`);
      case 'quotation':
        return textXml(block.head) + quotationXml(block.words, block.struck);
      case 'slip':
        return [
          textXml(block.head),
          ...[block.before, block.now].map(
            ({ label, words }) => textXml(`${label}:`) + quotationXml(plain(words), false),
          ),
        ].join('');
    }
  };
  return sections
    .map(
      ({ title, blocks }) => (title === null ? '' : ownXml('Document: heading', title)) + blocks.map(blockXml).join(''),
    )
    .join('');
};

const quotationXml = (words: string, struck: boolean): string =>
  words
    .split(/\n{2,}/u)
    .map((piece) => paragraphXml('Document: quotation', isRightToLeft(piece), plainXml(piece, { struck })))
    .join('');

const tableXml = ({ columns, rows }: Extract<Block, { readonly kind: 'table' }>, name: string): string => {
  const cell = (...inside: readonly string[]): string =>
    el('table:table-cell', { 'table:style-name': 'Cell', 'office:value-type': 'string' }, ...inside);
  return el(
    'table:table',
    { 'table:name': name, 'table:style-name': 'Table' },
    el('table:table-column', { 'table:number-columns-repeated': columns.length }),
    el(
      'table:table-header-rows',
      {},
      el('table:table-row', {}, ...columns.map((column) => cell(ownXml('Document: column', column)))),
    ),
    ...rows.map((row) =>
      el('table:table-row', { 'table:style-name': 'Row' }, ...row.map((lines) => cell(...lines.map(lineXml)))),
    ),
  );
};

const lineXml = ({ words, struck }: Line): string =>
  paragraphXml('Document: cell', isRightToLeft(plainly(words)), saidXml(words, { struck }));
