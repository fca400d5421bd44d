import { plainly } from '../../charter/final/said.ts';
import type { Block, Line } from '../../charter/final/sheet.ts';
import type { PaperSection } from '../../conference/documents.ts';
import type { Clause } from '../../text/clause.ts';
import { numbering } from '../../text/numbering.ts';
import { plain } from '../../text/runs.ts';
import type { Lines, SetLine } from './lines.ts';
import { columnsOf } from './columns.ts';

/** The parts of a printed document, as the template takes them. */
export type Part =
  | { readonly kind: 'heading'; readonly level: number; readonly line: SetLine }
  /** A lead stands with what follows it. */
  | { readonly kind: 'paragraph' | 'indented' | 'lead'; readonly line: SetLine }
  | { readonly kind: 'list'; readonly items: readonly Item[] }
  | { readonly kind: 'bullets' | 'quotation'; readonly lines: readonly SetLine[] }
  | {
      readonly kind: 'table';
      readonly widths: readonly number[];
      readonly columns: readonly SetLine[];
      readonly rows: readonly Row[];
    }
  /** Here stands how to check it. */
  | { readonly kind: 'check' };

interface Row {
  /** Whether it stands on one page. */
  readonly whole: boolean;
  /** Each is of lines. */
  readonly cells: readonly (readonly SetLine[])[];
}

interface Item {
  readonly label: string;
  /** Room for the label, in its letters' size. */
  readonly width: number;
  readonly line: SetLine;
  readonly children: readonly Item[];
}

/** Room for a label: the same for all of usual length. */
const widthOf = (label: string): number => Math.max(2, label.length * 0.6);

/** A bookmark needs words: a heading without any is a paragraph. */
const headed = (line: SetLine, level: 1 | 2): Part =>
  line.runs.some((run) => run.kind === 'link' || (run.kind === 'words' && run.text.trim() !== ''))
    ? { kind: 'heading', level, line }
    : { kind: 'paragraph', line };

/** Clauses as they are numbered; those that stand in a row are one list. */
export const clauseParts = (clauses: readonly Clause[], lines: Lines, headings: 1 | 2): readonly Part[] => {
  const numbers = numbering(clauses);
  const parts: Part[] = [];
  /** The list that is open, and below it the last item of each depth. */
  let open: Growing[][] = [];
  for (const { id, kind, level = 0, words } of clauses) {
    if (kind === 'heading') parts.push(headed(lines.marked(words, lines.room.title), headings));
    else if (kind === 'preambular') parts.push({ kind: 'indented', line: lines.marked(words) });
    else if (kind === 'paragraph') parts.push({ kind, line: lines.marked(words) });
    if (kind !== 'operative' && kind !== 'point') {
      open = [];
      continue;
    }
    const label = numbers.get(id) ?? '';
    const item: Growing = { label, width: widthOf(label), line: lines.marked(words), children: [] };
    if (open.length === 0) {
      const items: Growing[] = [];
      parts.push({ kind: 'list', items });
      open = [items];
    }
    const depth = Math.min(level, open.length - 1);
    open[depth]?.push(item);
    open = [...open.slice(0, depth + 1), item.children];
  }
  return parts;
};

interface Growing extends Item {
  readonly children: Growing[];
}

/** What stands behind the body. */
export const backParts = (sections: readonly PaperSection[], lines: Lines, headings: 1 | 2): readonly Part[] =>
  sections.flatMap(({ kind, title, blocks }) => [
    ...(title === null ? [] : [headed(lines.bare(title, {}, lines.room.title), headings)]),
    ...(kind === 'check' ? [{ kind }] : []),
    ...blocks.flatMap((block) => blockParts(block, lines)),
  ]);

const blockParts = (block: Block, lines: Lines): readonly Part[] => {
  switch (block.kind) {
    case 'paragraph':
      return [{ kind: 'paragraph', line: lines.said(block.words) }];
    case 'list':
      return [{ kind: 'bullets', lines: block.items.map((item) => lines.said(item)) }];
    case 'words':
      return piecesOf(block.words).map((piece) => ({ kind: 'paragraph', line: lines.bare(piece) }));
    case 'calls':
      return [
        {
          kind: 'list',
          items: block.items.map((words, i) => ({
            label: `${i + 1}.`,
            width: widthOf(`${i + 1}.`),
            line: lines.marked(words),
            children: [],
          })),
        },
      ];
    case 'table':
      return [tablePart(block, lines)];
    case 'quotation':
      return [{ kind: 'lead', line: lines.said(block.head) }, quotation(block.words, block.struck, lines)];
    case 'slip':
      return [
        { kind: 'lead', line: lines.said(block.head) },
        ...[block.before, block.now].flatMap(({ label, words }): readonly Part[] => [
          { kind: 'lead', line: lines.bare(`${label}:`) },
          quotation(plain(words), false, lines),
        ]),
      ];
  }
};

const quotation = (words: string, struck: boolean, lines: Lines): Part => ({
  kind: 'quotation',
  lines: piecesOf(words).map((piece) => lines.bare(piece, { struck })),
});

/** An empty line ends a paragraph. */
const piecesOf = (words: string): readonly string[] => words.split(/\n{2,}/u);

const tablePart = ({ columns, rows }: Extract<Block, { readonly kind: 'table' }>, lines: Lines): Part => {
  const inColumn = (i: number): readonly string[] => rows.flatMap((row) => (row[i] ?? []).map(wordsOf));
  const widths = columnsOf(columns.map((column, i) => [column, ...inColumn(i)]));
  const roomOf = (i: number): number => widths[i]?.room ?? lines.room.text;
  return {
    kind: 'table',
    widths: widths.map(({ width }) => width),
    columns: columns.map((column, i) => lines.bare(column, {}, roomOf(i))),
    rows: rows.map((row) => ({
      whole: row.every((cell, i) => linesIn(cell, roomOf(i)) <= MOST_WHOLE),
      cells: row.map((cell, i) => cell.map(({ words, struck }) => lines.said(words, { struck }, roomOf(i)))),
    })),
  };
};

/** A row of more lines goes over the end of a page. */
const MOST_WHOLE = 20;

const linesIn = (cell: readonly Line[], room: number): number =>
  cell.reduce((sum, line) => sum + Math.ceil(wordsOf(line).length / room), 0);

const wordsOf = ({ words }: Line): string => plainly(words);
