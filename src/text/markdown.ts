import type { ClauseId } from '../base/ids.ts';
import { type Result, err, ok } from '../base/result.ts';
import { type Clause, MOST_CLAUSES, MOST_WORDS } from './clause.ts';
import { type Unnamed, keepIds } from './keep-ids.ts';
import { type Block, readBlocks } from './markdown-blocks.ts';
import { type As, type Tag, beginningOf, splitTag, writeTag, writeWords } from './markdown-lines.ts';
import { numbering } from './numbering.ts';
import { type OpenLists, levelOf, placePoint } from './point-levels.ts';

/**
 * Texts as Markdown, both ways. A blank line ends a clause.
 *
 *     # The title
 *
 *     *Recalling* the charter,
 *
 *     ## A heading
 *
 *     1. An operative clause:
 *
 *        (a) a point of the first level;
 *
 *           (i) one of the second.
 *
 *     A paragraph. {#p7}
 *
 * Unmarked words before the first number that end in a comma are preambular; other unmarked words are a paragraph. Points are
 * marked `(a)`, `a)`, `-` or `*`, in any script; indentation and the style of the mark tell their level. A tag in braces at
 * the end gives a clause's id, and `.paragraph`, `.preambular` or `.level-3` where its place would tell otherwise. A backslash
 * before a mark takes its meaning away; one at the end of a line is a line feed within the clause. Within the words, `*…*`
 * is emphasis, `[…](https://…)` a link and `^[…]` a footnote (`runs.ts`); they are kept as they are written.
 */

/** The most UTF-16 units of a source; an act holds at most 64 KiB. */
export const MOST_SOURCE = 200_000;
export const MOST_TITLE = 300;

/** Why a source cannot be read. `line` counts from 1. */
export type MarkdownFault = { readonly line: number } & (
  | { readonly kind: 'no-clauses' }
  /** `number`: the clause, from 1 at the top. */
  | { readonly kind: 'empty-clause'; readonly number: number }
  | { readonly kind: 'source-too-long'; readonly most: number }
  | { readonly kind: 'too-many-clauses'; readonly now: number; readonly most: number }
  | {
      readonly kind: 'clause-too-long';
      readonly number: number;
      readonly words: string;
      readonly most: number;
    }
  | { readonly kind: 'title-too-long'; readonly most: number }
  | { readonly kind: 'repeated-id'; readonly number: number; readonly id: ClauseId }
);

export interface Written {
  /** `null` where the source begins without one. */
  readonly title: string | null;
  readonly clauses: readonly Clause[];
}

/**
 * Reads a source. A clause without a tag takes the id of the clause of `before` that it continues ({@link keepIds}); a new one gets an
 * id that neither `before` nor `taken` has.
 */
export const fromMarkdown = (
  source: string,
  { before = [], taken = [] }: { readonly before?: readonly Clause[]; readonly taken?: Iterable<ClauseId> } = {},
): Result<Written, MarkdownFault> => {
  if (source.length > MOST_SOURCE) return err({ kind: 'source-too-long', line: 1, most: MOST_SOURCE });
  const blocks = readBlocks(source);
  const head = blocks[0]?.mark?.kind === 'heading' && blocks[0].mark.depth === 1 ? blocks[0] : null;
  const title = head === null ? null : splitTag(head.text).words.trim();
  if (title !== null && title.length > MOST_TITLE) return err({ kind: 'title-too-long', line: 1, most: MOST_TITLE });
  const body = head === null ? blocks : blocks.slice(1);
  const fault = faultIn(body);
  if (fault !== null) return err(fault);
  return ok({ title: title === '' ? null : title, clauses: keepIds(before, named(body), taken) });
};

const faultIn = (blocks: readonly Block[]): MarkdownFault | null => {
  const ids = new Set<ClauseId>();
  if (blocks.length === 0) return { kind: 'no-clauses', line: 1 };
  for (const [i, { line, text }] of blocks.entries()) {
    const { words, tag } = splitTag(text);
    if (i >= MOST_CLAUSES) return { kind: 'too-many-clauses', line, now: blocks.length, most: MOST_CLAUSES };
    if (words.trim() === '') return { kind: 'empty-clause', line, number: i + 1 };
    if (words.length > MOST_WORDS) return { kind: 'clause-too-long', line, number: i + 1, words, most: MOST_WORDS };
    if (tag === null || tag.id === null) continue;
    if (ids.has(tag.id)) return { kind: 'repeated-id', line, number: i + 1, id: tag.id };
    ids.add(tag.id);
  }
  return null;
};

const named = (blocks: readonly Block[]): readonly Unnamed[] => {
  const operative = blocks.findIndex(({ mark }) => mark?.kind === 'number');
  let lists: OpenLists = [];
  return blocks.map(({ mark, indent, text }, i): Unnamed => {
    const { words: untrimmed, tag } = splitTag(text);
    const words = untrimmed.trim();
    const id = tag?.id ?? null;
    if (mark?.kind === 'point') {
      lists = placePoint(lists, indent, mark.marks, forcedLevel(tag));
      return { id, kind: 'point', level: levelOf(lists), words };
    }
    lists = [];
    if (mark !== null) return { id, kind: mark.kind === 'heading' ? 'heading' : 'operative', words };
    return { id, kind: forcedKind(tag) ?? unmarkedKind(words, i < operative), words };
  });
};

export const unmarkedKind = (words: string, beforeOperative: boolean): 'preambular' | 'paragraph' =>
  beforeOperative && /[,،、，]$/u.test(words) ? 'preambular' : 'paragraph';

const forcedKind = (tag: Tag | null): 'preambular' | 'paragraph' | null =>
  tag?.as === 'preambular' || tag?.as === 'paragraph' ? tag.as : null;

const forcedLevel = (tag: Tag | null): number | null =>
  tag?.as?.startsWith('level-') === true ? Number(tag.as.slice('level-'.length)) : null;

/**
 * Writes a text. `fromMarkdown(toMarkdown(text))` gives the same title and clauses; with `ids: false` the same but for their ids, which
 * is what people edit.
 */
export const toMarkdown = (
  { title, clauses }: { readonly title: string | null; readonly clauses: readonly Clause[] },
  { ids = true }: { readonly ids?: boolean } = {},
): string => {
  const numbers = numbering(clauses);
  const operative = clauses.findIndex(({ kind }) => kind === 'operative');
  const blocks = title === null ? [] : [writeWords('# ', title + writeTag(title, { id: null, as: null }))];
  let lists: OpenLists = [];
  for (const [i, clause] of clauses.entries()) {
    const { kind, words } = clause;
    const number = numbers.get(clause.id) ?? '';
    let as: As | null = null;
    let prefix = kind === 'heading' ? '## ' : kind === 'operative' ? `${number}. ` : '';
    if (kind === 'point') {
      const { level = 1 } = clause;
      prefix = `${' '.repeat(3 * level)}${number} `;
      const mark = beginningOf(prefix.trim());
      const marks = mark?.kind === 'point' ? mark.marks : [];
      as = levelOf(placePoint(lists, 3 * level, marks)) === level ? null : (`level-${level}` as As);
      lists = placePoint(lists, 3 * level, marks, level);
    } else {
      lists = [];
      const unmarked = kind === 'preambular' || kind === 'paragraph';
      if (unmarked && unmarkedKind(words, i < operative) !== kind) as = kind;
    }
    blocks.push(writeWords(prefix, words + writeTag(words, { id: ids ? clause.id : null, as })));
  }
  return `${blocks.join('\n\n')}\n`;
};
