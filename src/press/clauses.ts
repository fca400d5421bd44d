import type { ClauseId } from '../base/ids.ts';
import { type Clause, MOST_CLAUSES, MOST_WORDS } from '../text/clause.ts';
import type { Unnamed } from '../text/keep-ids.ts';
import { beginningOf } from '../text/markdown-lines.ts';
import { MOST_TITLE, unmarkedKind } from '../text/markdown.ts';
import { type OpenLists, levelOf, placePoint } from '../text/point-levels.ts';
import { unreadable } from './fault.ts';
import type { Line } from './version.ts';
import { plainLine, wordsOf } from './words.ts';

/** Lines of a document as clauses: by our own styles, by headings and numbering, else by how they begin and end, as in Markdown. */

export interface Found {
  /** Its id is named by a mark in the document, or `null`. */
  readonly clause: Unnamed;
  /** See {@link Line}. */
  readonly source: number;
}

export interface Outline {
  readonly title: string | null;
  readonly clauses: readonly Found[];
}

/** @throws Unreadable where the text breaches a limit */
export const outlineOf = (lines: readonly Line[]): Outline => {
  const titled = titleIn(lines);
  const title = titled === null ? null : plainLine(titled.runs);
  if (title !== null && title.length > MOST_TITLE) unreadable({ kind: 'title-too-long', most: MOST_TITLE });
  const body = lines.filter((line) => line !== titled);
  if (body.length > MOST_CLAUSES) unreadable({ kind: 'too-many-clauses', most: MOST_CLAUSES });
  const placed = placedIn(body.map((line) => ({ line, ...markOf(line) })));
  const operative = placed.findIndex(({ kind }) => kind === 'operative');
  const named = new Set<ClauseId>();
  const clauses = placed.map(({ line, kind, level, words }, i): Found => {
    if (words.length > MOST_WORDS) unreadable({ kind: 'clause-too-long', number: i + 1, most: MOST_WORDS });
    const id = line.clause === null || named.has(line.clause) ? null : line.clause;
    if (id !== null) named.add(id);
    const { source } = line;
    if (kind === 'point') return { source, clause: { id, kind, level, words } };
    return { source, clause: { id, kind: kind === 'unmarked' ? unmarkedKind(words, i < operative) : kind, words } };
  });
  return { title: title === '' ? null : title, clauses };
};

/** The line that a style calls the title; else a first line that is the only heading of its depth. */
export const titleIn = (lines: readonly Line[]): Line | null => {
  const called = lines.find(({ form }) => form.kind === 'title');
  if (called !== undefined) return called;
  const [first] = lines;
  if (first?.form.kind !== 'heading') return null;
  const { depth } = first.form;
  return lines.every(({ form }, i) => i === 0 || form.kind !== 'heading' || form.depth > depth) ? first : null;
};

type PointMark = Parameters<typeof placePoint>[2];

/** How a line is marked as a clause. `indent` is in characters. */
type Mark = { readonly words: string } & (
  | { readonly kind: 'heading' | 'preambular' | 'paragraph' | 'unmarked' }
  | { readonly kind: 'operative'; readonly indent: number }
  /** `level: null`: its indentation and its mark tell. */
  | { readonly kind: 'point'; readonly indent: number; readonly marks: PointMark; readonly level: number | null }
);

const markOf = ({ form, runs }: Line): Mark => {
  const words = wordsOf(runs);
  switch (form.kind) {
    case 'title':
    case 'heading':
      return { kind: 'heading', words };
    case 'preambular':
    case 'paragraph':
      return { kind: form.kind, words };
    case 'operative':
      return { kind: 'operative', indent: 0, words };
    case 'point':
      return { kind: 'point', indent: 3 * form.level, marks: [], level: form.level, words };
    case 'item': {
      const { style, depth, indent, below } = form;
      if (style === 'number' && depth === 0) return { kind: 'operative', indent, words };
      // Lists are told apart by how they are marked; deeper ones stand further in, if only a little.
      const marks = [{ style, value: null }];
      return { kind: 'point', indent: indent + depth, marks, level: below ? Math.min(4, depth) : null, words };
    }
    case 'plain':
      return typedMarkOf(runs, words, form.indent);
  }
};

/** A number or a letter that somebody typed is a mark; a whole short line in bold is a heading. */
const typedMarkOf = (runs: Line['runs'], words: string, indent: number): Mark => {
  const beginning = beginningOf(words.replace(/^(\S+)\s+/u, '$1 '));
  const rest = beginning !== null && 'rest' in beginning ? beginning.rest.trim() : '';
  if (beginning?.kind === 'number' && rest !== '') return { kind: 'operative', indent, words: rest };
  if (beginning?.kind === 'point' && rest !== '')
    return { kind: 'point', indent, marks: beginning.marks, level: null, words: rest };
  const bold = runs.every(({ text, emphasis }) => emphasis === 'bold' || text.trim() === '');
  const isHeading = bold && words.length <= LONGEST_HEADING && !/[.,;:]\*?$/u.test(words);
  return isHeading ? { kind: 'heading', words: plainLine(runs) } : { kind: 'unmarked', words };
};

const LONGEST_HEADING = 120;

interface Placed {
  readonly line: Line;
  readonly words: string;
  readonly kind: Clause['kind'] | 'unmarked';
  /** Of a point. */
  readonly level: number;
}

/** Gives every point its level. A number that stands further in than the last one numbers a point of it. */
const placedIn = (marked: readonly (Mark & { readonly line: Line })[]): readonly Placed[] => {
  let lists: OpenLists = [];
  let numbered = Number.POSITIVE_INFINITY;
  return marked.map((mark): Placed => {
    const { line, words } = mark;
    const within = mark.kind === 'operative' && mark.indent >= numbered + 2;
    if (mark.kind === 'point' || within) {
      const { marks, level } = mark.kind === 'point' ? mark : { marks: WITHIN, level: null };
      lists = placePoint(lists, mark.indent, marks, level);
      return { line, words, kind: 'point', level: levelOf(lists) };
    }
    lists = [];
    if (mark.kind === 'operative') numbered = mark.indent;
    return { line, words, kind: mark.kind, level: 0 };
  });
};

const WITHIN: PointMark = [{ style: 'number', value: null }];
