import { fitProse } from '../base/fit.ts';
import { unreachable } from '../base/result.ts';
import { type Beginning, beginningOf, readLine } from './markdown-lines.ts';
import { type OpenLists, beginsList, goesOn, placePoint } from './point-levels.ts';

/** A source as blocks, one for each clause or the title: lines put together as a reader would. */

export interface Block {
  /** The line it begins on, from 1. */
  readonly line: number;
  readonly indent: number;
  readonly mark: Exclude<Beginning, { readonly kind: 'break' }> | null;
  /** Its words, with the tag behind them. */
  readonly text: string;
}

const linesOf = (source: string): readonly string[] => fitProse(source.replaceAll('\t', '    ')).split('\n');

/** A block while its lines come in. Its words are kept in pieces, so that long ones are not copied with every line. */
interface Open extends Omit<Block, 'text'> {
  readonly pieces: string[];
  goesOn: boolean;
}

/** Reads every line once. Never fails: what is wrong with a block is for the caller to say. */
export const readBlocks = (source: string): readonly Block[] => {
  const lines = linesOf(source);
  const spaced = isSpaced(lines);
  const blocks: Open[] = [];
  let lists: OpenLists = [];
  let numbered: Numbered = { indent: Number.POSITIVE_INFINITY, value: 0 };
  let gap = true;
  for (const [i, raw] of lines.entries()) {
    const last = blocks.at(-1);
    const content = raw.replace(/^ +/u, '').trimEnd();
    if (last?.goesOn === true && content !== '') {
      append(last, '\n', raw.replace(/^ +/u, ''));
      continue;
    }
    if (last !== undefined) last.goesOn = false;
    const indent = raw.search(/[^ ]/u);
    const mark = within(beginningOf(content), indent, numbered);
    if (content === '' || mark?.kind === 'break') {
      gap = true;
      continue;
    }
    const joint = last === undefined ? null : jointTo(last, mark, indent, { gap, spaced, lists, numbered });
    gap = false;
    if (last !== undefined && joint !== null) {
      append(last, joint, content);
      continue;
    }
    const block: Open = { line: i + 1, indent, mark, pieces: [], goesOn: false };
    append(block, '', mark === null ? content : mark.rest);
    blocks.push(block);
    lists = mark?.kind === 'point' ? placePoint(lists, indent, mark.marks) : [];
    if (mark?.kind === 'number') numbered = { indent, value: mark.value };
  }
  return blocks.map(({ line, indent, mark, pieces }) => ({ line, indent, mark, text: pieces.join('') }));
};

/** The last numbered clause. */
interface Numbered {
  readonly indent: number;
  readonly value: number;
}

const append = (block: Open, joint: string, line: string): void => {
  const { words, goesOn } = readLine(line);
  const last = block.pieces.pop();
  if (last !== undefined) block.pieces.push(joint === '\n' ? last : last.trimEnd(), joint);
  if (words !== '' || block.pieces.length > 0) block.pieces.push(words);
  block.goesOn = goesOn;
};

/** A number that stands further in than the last one numbers a point of it. */
const within = (mark: Beginning | null, indent: number, numbered: Numbered): Beginning | null =>
  mark?.kind === 'number' && indent >= numbered.indent + 2
    ? { kind: 'point', marks: [{ style: 'number', value: mark.value }], rest: mark.rest }
    : mark;

/** Whether the body has blank lines between its lines; where it has none, as when pasted from a page, a line is a clause. */
const isSpaced = (lines: readonly string[]): boolean => {
  const source = lines
    .join('\n')
    .trim()
    .replace(/^#.*\n\s*/u, '');
  return /\n\s*\n/u.test(source);
};

interface Context {
  /** Whether a blank line stands between. */
  readonly gap: boolean;
  readonly spaced: boolean;
  readonly lists: OpenLists;
  readonly numbered: Numbered;
}

/** What joins a line to the block before it; `null`: it begins a block of its own. */
const jointTo = (last: Open, mark: Block['mark'], indent: number, context: Context): string | null => {
  if (last.mark?.kind === 'heading') return null;
  if (mark !== null) return context.gap || interrupts(last, mark, context) ? null : ' ';
  if (last.pieces.length === 0) return context.gap ? null : '';
  if (context.gap) return last.mark !== null && indent >= last.indent + 2 ? '\n\n' : null;
  return !context.spaced && endsIn(last, /\p{P}$/u) ? null : ' ';
};

const endsIn = (block: Open, end: RegExp): boolean => end.test(block.pieces.at(-1)?.slice(-2) ?? '');

/** Whether a mark is meant as one though no blank line stands before it, and is no accident of where a line was broken. */
const interrupts = (last: Open, mark: Exclude<Block['mark'], null>, { lists, numbered }: Context): boolean => {
  switch (mark.kind) {
    case 'heading':
      return true;
    case 'number':
      return mark.value === 1 || mark.value === numbered.value + 1;
    case 'point':
      if (goesOn(lists, mark.marks) || /^(?:bullet|number)$/u.test(mark.marks[0]?.style ?? '')) return true;
      return beginsList(mark.marks) && endsIn(last, /[:;,.]$/u);
    default:
      return unreachable(mark);
  }
};
