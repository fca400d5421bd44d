import type { OutgoingAmendment } from '../../conference/documents.ts';
import type { Clause } from '../../text/clause.ts';
import { plain } from '../../text/runs.ts';
import { markOf } from '../paragraph.ts';
import { el } from '../xml-write.ts';
import type { Span } from './plan.ts';
import { styleOf } from './styles.ts';
import { type Compared, type Token, compared } from './tokens.ts';
import { isRightToLeft } from '../direction.ts';
import { type Writer, dateOf, runXml } from './writer.ts';

/** A span as paragraphs: what is kept, inserted and deleted in each, and what became of its end. */

export interface WrittenParagraph {
  /** Whose kind and words it has once everything is accepted, or the clause that goes. */
  readonly clause: Clause;
  /** The clause of the text that begins in it. */
  readonly begins: Clause | null;
  readonly pieces: readonly Compared[];
  readonly end: Compared['change'];
}

export const paragraphsOf = ({ before, after }: Span): readonly WrittenParagraph[] => {
  const paragraphs: WrittenParagraph[] = [];
  let [x, y] = [0, 0];
  let begun = -1;
  let begins: Clause | null = null;
  let pieces: Compared[] = [];
  for (const item of compared(before, after)) {
    const { change, token } = item;
    if (change !== 'added' && begun < x) {
      begun = x;
      begins ??= before[x] ?? null;
    }
    if (token.kind !== 'end') {
      pieces.push(item);
      continue;
    }
    // Where clauses are joined the last paragraph keeps its own format; where one is split, the last is new.
    const clause = change === 'added' || (change === 'same' && before.length === 1) ? after[y] : before[x];
    if (clause !== undefined) paragraphs.push({ clause, begins, pieces, end: change });
    if (change !== 'added') x += 1;
    if (change !== 'removed') y += 1;
    [pieces, begins] = [[], null];
  }
  return paragraphs;
};

/** What is said of the list that a paragraph stands in, where that is not its style's. */
export interface Restart {
  readonly list: number;
  readonly depth: number;
}

interface Frame {
  readonly span: Span;
  readonly restart: Restart | null;
  /** The numbers of the comments anchored here. */
  readonly comments: readonly number[];
}

export const paragraphXml = (
  writer: Writer,
  { clause, begins, pieces, end }: WrittenParagraph,
  { span, restart, comments }: Frame,
): string => {
  const { by, move } = span;
  const mark = end === 'same' || by === null ? '' : el('w:rPr', {}, changeXml(writer, end, by, move));
  const format = el(
    'w:pPr',
    {},
    el('w:pStyle', { 'w:val': styleOf(clause) }),
    restart === null
      ? ''
      : el('w:numPr', {}, el('w:ilvl', { 'w:val': restart.depth }), el('w:numId', { 'w:val': restart.list })),
    isRightToLeft(plain(clause.words)) ? el('w:bidi', {}) : '',
    mark,
  );
  const name = begins === null ? null : { 'w:id': writer.nextId() };
  return el(
    'w:p',
    {},
    format,
    name === null || begins === null ? '' : el('w:bookmarkStart', { ...name, 'w:name': markOf(begins.id) }),
    ...comments.map((id) => el('w:commentRangeStart', { 'w:id': id })),
    moved(writer, span, runsXml(writer, pieces, span)),
    ...comments.map((id) => el('w:commentRangeEnd', { 'w:id': id }) + commentMark(id)),
    name === null ? '' : el('w:bookmarkEnd', name),
  );
};

const commentMark = (id: number): string =>
  el(
    'w:r',
    {},
    el('w:rPr', {}, el('w:rStyle', { 'w:val': 'CommentReference' })),
    el('w:commentReference', { 'w:id': id }),
  );

/** The element of a tracked change, around runs or, empty, for the end of a paragraph. */
const changeXml = (
  writer: Writer,
  change: 'added' | 'removed',
  { author, on }: OutgoingAmendment,
  move: number | null,
  ...inside: readonly string[]
): string => {
  const name = change === 'added' ? (move === null ? 'w:ins' : 'w:moveTo') : move === null ? 'w:del' : 'w:moveFrom';
  return el(name, { 'w:id': writer.nextId(), 'w:author': author, 'w:date': dateOf(on) }, ...inside);
};

/** The two halves of a move find each other by name. */
const moved = (writer: Writer, { before, by, move }: Span, runs: string): string => {
  if (move === null || by === null) return runs;
  const name = before.length > 0 ? 'w:moveFromRange' : 'w:moveToRange';
  const id = { 'w:id': writer.nextId() };
  const start = { ...id, 'w:author': by.author, 'w:date': dateOf(by.on), 'w:name': `move${move}` };
  return el(`${name}Start`, start) + runs + el(`${name}End`, id);
};

/** Tokens that look alike become one run. */
const runsXml = (writer: Writer, pieces: readonly Compared[], { by, move }: Span): string => {
  const runs: Compared[] = [];
  for (const piece of pieces) {
    const last = runs.at(-1);
    const text = last === undefined ? null : together(last, piece);
    if (text === null) runs.push(piece);
    else runs[runs.length - 1] = { change: piece.change, token: text };
  }
  return runs
    .map(({ change, token }) => {
      const deleted = change === 'removed' && move === null;
      const run = tokenXml(writer, token, deleted);
      const tracked = change === 'same' || by === null ? run : changeXml(writer, change, by, move, run);
      const linked = token.kind === 'word' && token.href !== null;
      return linked
        ? el('w:hyperlink', { 'r:id': writer.link(token.href ?? ''), 'w:tooltip': token.href ?? '' }, tracked)
        : tracked;
    })
    .join('');
};

const together = (a: Compared, b: Compared): Token | null => {
  if (a.change !== b.change || a.token.kind !== 'word' || b.token.kind !== 'word') return null;
  if (a.token.emphasis !== b.token.emphasis || a.token.href !== b.token.href) return null;
  return { ...b.token, text: a.token.text + b.token.text };
};

const tokenXml = (writer: Writer, token: Token, deleted: boolean): string => {
  switch (token.kind) {
    case 'word':
      return runXml(token.text, { emphasis: token.emphasis, linked: token.href !== null, deleted });
    case 'note':
      return el(
        'w:r',
        {},
        el('w:rPr', {}, el('w:rStyle', { 'w:val': 'FootnoteReference' })),
        el('w:footnoteReference', { 'w:id': writer.footnote(token.words) }),
      );
    case 'end':
      return '';
  }
};
