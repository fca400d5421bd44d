import { looksLikeMore } from '../../text/markdown-lines.ts';
import { toMarkdown } from '../../text/markdown.ts';
import { plain } from '../../text/runs.ts';
import { piecesOf, plainly } from './said.ts';
import type { Block, FinalSheet, Line, Section } from './sheet.ts';

/** A finished text as Markdown: its body in the form of `src/text/markdown.ts`, and behind it what a treaty ends with. */
export const markdownOfSheet = ({ letterhead, symbol, title, lines, clauses, back }: FinalSheet): string => {
  const head = [
    ...letterheadLines(letterhead),
    symbol,
    toMarkdown({ title, clauses: [] }).trim(),
    ...lines.map(saidOf),
  ];
  return [...head, toMarkdown({ title: null, clauses })].join('\n\n') + back.map(sectionOf).join('');
};

const letterheadLines = (letterhead: FinalSheet['letterhead']): readonly string[] =>
  letterhead === null || letterhead.length === 0 ? [] : [letterhead.map(escaped).join(' · ')];

const sectionOf = ({ title, blocks }: Section): string =>
  `${title === null ? '' : `\n## ${title}\n`}${blocks.map((block) => `\n${blockOf(block)}\n`).join('')}`;

const blockOf = (block: Block): string => {
  switch (block.kind) {
    case 'paragraph':
      return saidOf(block.words);
    case 'list':
      return block.items.map((item) => `- ${saidOf(item)}`).join('\n');
    case 'words':
      return quoted(block.words);
    case 'calls':
      return block.items.map((words, i) => `${i + 1}. ${callOf(words)}`).join('\n');
    case 'table':
      return [block.columns, block.columns.map(() => '---'), ...block.rows.map((row) => row.map(cellOf))]
        .map((cells) => `| ${cells.join(' | ')} |`)
        .join('\n');
    case 'quotation':
      return `${saidOf(block.head)}:\n\n${quoted(block.words)}`;
    case 'slip': {
      const { head, before, now } = block;
      const said = [before, now].map(({ label, words }) => `${label}:\n\n${quoted(plain(words))}`);
      return `${saidOf(head)}.\n\n${said.join('\n\n')}`;
    }
  }
};

const callOf = (words: string): string =>
  words
    .split(/\n+/u)
    .map((line) => `${looksLikeMore(line) ? '\\' : ''}${line}`)
    .join('\n   ');

const cellOf = (lines: readonly Line[]): string =>
  lines.map(({ words, struck }) => (struck ? `~~${saidOf(words)}~~` : saidOf(words))).join('; ');

const saidOf = (said: string): string =>
  piecesOf(said)
    .map((piece, i) => (i % 2 === 0 ? piece : escaped(piece)))
    .join('');

const quoted = (words: string): string =>
  words
    .split('\n')
    .map((line) => `> ${escaped(line)}`.trimEnd())
    .join('\n');

/** What somebody wrote, with nothing in it that Markdown takes for more than letters. */
const escaped = (words: string): string =>
  words.replaceAll(/\s+/gu, ' ').replaceAll(/[\\`*_{}[\]<>()#+!|~&$]/gu, String.raw`\$&`);

/** For whoever compares forms: the sheet as lines of plain words. */
export const linesOfSheet = ({ letterhead, symbol, title, lines, clauses, back }: FinalSheet): readonly string[] => [
  ...(letterhead ?? []),
  symbol,
  title,
  ...lines.map(plainly),
  ...clauses.map(({ words }) => plain(words)),
  ...back.flatMap(({ title: over, blocks }) => [...(over === null ? [] : [over]), ...blocks.flatMap(linesOf)]),
];

const linesOf = (block: Block): readonly string[] => {
  switch (block.kind) {
    case 'paragraph':
      return [plainly(block.words)];
    case 'list':
      return block.items.map(plainly);
    case 'words':
      return [block.words];
    case 'calls':
      return block.items.map(plain);
    case 'table':
      return block.rows.flatMap((row) => row.flatMap((cell) => cell.map(({ words }) => plainly(words))));
    case 'quotation':
      return [plainly(block.head), block.words];
    case 'slip':
      return [plainly(block.head), plain(block.before.words), plain(block.now.words)];
  }
};
