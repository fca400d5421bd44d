import type { Clause } from '../../../text/clause.ts';
import { type Inline, writeInline } from './inline.ts';
import { type Mark, beginningOf } from '../../../text/markdown-lines.ts';
import { type OpenLists, levelOf, placePoint } from '../../../text/point-levels.ts';

/** What was pasted, block by block, as clauses. */

export interface PastedBlock {
  readonly kind: 'heading' | 'item' | 'paragraph';
  /** How deep an item's list stands, from 1. */
  readonly depth: number;
  /**
   * What stands before an item: a number or mark as its document showed it (`1.`, `(a)`, `·`), or `number` and `bullet` where a browser made it.
   */
  readonly mark: string;
  readonly content: readonly Inline[];
}

export type PastedClause = Omit<Clause, 'id'>;

/** The clauses; blocks without words are left out. */
export const clausesIn = (blocks: readonly PastedBlock[]): readonly PastedClause[] => {
  const several = blocks.length > 1;
  const rows = blocks.flatMap((block) => rowOf(block, several) ?? []);
  const numbered = rows.findIndex(({ place }) => place.kind === 'number');
  let lists: OpenLists = [];
  return rows.map(({ place, words }, i): PastedClause => {
    if (place.kind === 'point') {
      lists = placePoint(lists, place.indent, place.marks, place.level);
      return { kind: 'point', level: Math.min(4, Math.max(1, levelOf(lists))), words };
    }
    lists = [];
    if (place.kind === 'heading') return { kind: 'heading', words };
    if (place.kind === 'number') return { kind: 'operative', words };
    return { kind: i < numbered && /[,،、，]$/u.test(words) ? 'preambular' : 'paragraph', words };
  });
};

type Place =
  | { readonly kind: 'heading' | 'number' | 'plain' }
  | { readonly kind: 'point'; readonly indent: number; readonly marks: readonly Mark[]; readonly level: number | null };

interface Row {
  readonly place: Place;
  readonly words: string;
}

const rowOf = (block: PastedBlock, several: boolean): Row | null => {
  const words = writeInline(block.kind === 'heading' ? block.content.map(calm) : block.content)
    .replaceAll(/ *\n */gu, '\n')
    .trim();
  if (words === '') return null;
  if (block.kind === 'heading') return { place: { kind: 'heading' }, words: words.replaceAll('\n', ' ') };
  if (block.kind === 'item') return { place: placeOfItem(block), words };
  // A number that somebody typed by hand; in a piece of a paragraph it is only words.
  const typed = several ? beginningOf(words) : null;
  if (typed?.kind === 'number' && typed.rest !== '')
    return { place: { kind: 'number' }, words: rest(words, typed.rest) };
  if (typed?.kind === 'point' && typed.rest !== '')
    return { place: { kind: 'point', indent: 0, marks: typed.marks, level: null }, words: rest(words, typed.rest) };
  return { place: { kind: 'plain' }, words };
};

/** Whole headings are set in bold by themselves. */
const calm = (piece: Inline): Inline => (piece.kind === 'words' ? { ...piece, emphasis: false } : piece);

/** The words behind a mark, the later lines with them. */
const rest = (words: string, first: string): string => [first, ...words.split('\n').slice(1)].join('\n');

const placeOfItem = ({ depth, mark }: PastedBlock): Place => {
  const sections = /^\d+((?:\.\d+)+)\.?$/u.exec(mark)?.[1];
  if (sections !== undefined)
    return { kind: 'point', indent: depth, marks: [bullet('sections')], level: sections.split('.').length - 1 };
  const read = mark === 'number' ? beginningOf('1. -') : mark === 'bullet' ? null : beginningOf(`${mark} -`);
  // “Article 2” numbers a clause as well as “2.” does.
  if (depth === 1 && (read?.kind === 'number' || (read === null && /\d/u.test(mark)))) return { kind: 'number' };
  const marks = read?.kind === 'point' ? read.marks : [bullet(read === null ? 'bullet' : 'number')];
  return { kind: 'point', indent: depth, marks, level: null };
};

const bullet = (style: string): Mark => ({ style, value: null });
