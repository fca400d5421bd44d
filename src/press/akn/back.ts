import { plainly } from '../../charter/final/said.ts';
import type { Block, Line, Section } from '../../charter/final/sheet.ts';
import type { SignedBy } from '../../conference/legal-text.ts';
import { el, escaped } from '../xml-write.ts';
import type { Names } from './names.ts';
import { inlineXml, lined, saidXml } from './words.ts';

/** What stands behind a finished text, as blocks: containers named by what they are. */
export interface Behind {
  readonly names: Names;
  /** In the order of the table of signatories. */
  readonly signatories: readonly SignedBy[];
}

/** Below the element `at`. */
export const sectionXml = ({ kind, title, blocks }: Section, at: string, behind: Behind): string => {
  const eId = behind.names(at, kind);
  const heading = title === null ? '' : el('block', { name: 'heading' }, escaped(title));
  return el('container', { name: kind, eId }, heading, blocksXml(kind, blocks, eId, behind));
};

export const blocksXml = (
  kind: Section['kind'],
  blocks: readonly Block[],
  at: string,
  { names, signatories }: Behind,
): string =>
  blocks.map((block) => blockXml(block, { at, names, signers: kind === 'signatories' ? signatories : [] })).join('');

interface Within {
  readonly at: string;
  readonly names: Names;
  readonly signers: readonly SignedBy[];
}

const blockXml = (block: Block, within: Within): string => {
  const { at, names } = within;
  switch (block.kind) {
    case 'paragraph':
      return el('p', {}, saidXml(block.words));
    case 'list':
      if (block.items.length === 0) return '';
      return el('ul', { eId: names(at, 'ul') }, ...block.items.map((item) => el('li', {}, saidXml(item))));
    case 'words':
      return el('p', {}, lined(block.words));
    case 'calls':
      return block.items.map((words) => el('p', {}, inlineXml(words, names, at))).join('');
    case 'table':
      return tableXml(block, within);
    case 'quotation':
      return el('p', {}, saidXml(block.head)) + quotation('quotation', lined(block.words), block.struck, within);
    case 'slip':
      return [
        el('p', {}, saidXml(block.head)),
        ...[block.before, block.now].map(({ label, words }, i) => {
          const said = inlineXml(words, names, at);
          return el('p', {}, escaped(`${label}:`)) + quotation(i === 0 ? 'before' : 'now', said, false, within);
        }),
      ].join('');
  }
};

const quotation = (name: string, inside: string, struck: boolean, { at, names }: Within): string =>
  el('container', { name, eId: names(at, name) }, el('p', {}, struck ? el('del', {}, inside) : inside));

const tableXml = (
  { columns, rows }: Extract<Block, { readonly kind: 'table' }>,
  { at, names, signers }: Within,
): string =>
  el(
    'table',
    { eId: names(at, 'table') },
    el('tr', {}, ...columns.map((column) => el('th', {}, el('p', {}, escaped(column))))),
    ...rows.map((row, i) =>
      el(
        'tr',
        {},
        ...row.map((lines, column) =>
          el(column === 0 ? 'th' : 'td', {}, ...cellXml(lines, column === 0 ? signers[i] : undefined)),
        ),
      ),
    ),
  );

/** The first line of a signatory's cell is its name, and its signature. */
const cellXml = (lines: readonly Line[], signer: SignedBy | undefined): readonly string[] =>
  lines.map(({ words, struck }, i) => {
    const said = lined(plainly(words));
    const named =
      i > 0 || signer === undefined
        ? said
        : el('signature', {}, el('organization', { refersTo: `#${signer.id}` }, said));
    return el('p', {}, struck ? el('del', {}, named) : named);
  });
