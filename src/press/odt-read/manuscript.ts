import type { ClauseId } from '../../base/ids.ts';
import type { DocumentWarning } from '../../conference/documents.ts';
import { atDepth, isApart, namedForm } from '../named-form.ts';
import {
  type Comment,
  type Form,
  type Manuscript,
  type Paragraph,
  type Piece,
  type Tracked,
  clauseOfMark,
  isThere,
} from '../paragraph.ts';
import { wordsOf } from '../words.ts';
import { type Element, attribute, child, descendants, elementsIn } from '../xml.ts';
import { type Region, regionsIn } from './changes.ts';
import { commentOf } from './notes.ts';
import type { OdtStyles } from './styles.ts';

/** The list that a block stands in. */
interface InList {
  readonly style: string | null;
  /** From 0. */
  readonly depth: number;
  /** Whether the paragraph is the first of its item, and so the one that is marked. */
  readonly marked: boolean;
}

/** What surrounds words within a paragraph. */
interface Place {
  readonly emphasis: Piece['emphasis'];
  readonly link: string | null;
}

interface Open {
  form: Form;
  clause: ClauseId | null;
  /** The last mark of a clause, and how many pieces stood before it. */
  mark: { readonly clause: ClauseId; readonly at: number } | null;
  readonly pieces: Piece[];
  readonly comments: Comment[];
}

/**
 * The body of an ODT file as paragraphs. Insertions stand between two marks, which may be paragraphs apart; a deletion is one mark,
 * and what it took away stands elsewhere and is put back here.
 */
export const odtManuscript = (text: Element, styles: OdtStyles): Manuscript => {
  const regions = regionsIn(text);
  const warnings = new Set<DocumentWarning>();
  const paragraphs: Paragraph[] = [];
  const inserted = new Map<string, Tracked>();
  let deleting: readonly Tracked[] = [];
  let open: Open | null = null;

  const around = (): readonly Tracked[] => [...inserted.values(), ...deleting];
  const begin = (form: Form): void => {
    open = { form, clause: null, mark: null, pieces: [], comments: [] };
  };
  const end = (): void => {
    if (open === null) return;
    const { form, clause, pieces, comments } = open;
    paragraphs.push({ form, clause, pieces, comments, end: around() });
    open = null;
  };
  const put = (text: string, { emphasis, link }: Place, note: string | null = null): void => {
    if (text !== '' || note !== null) open?.pieces.push({ text, emphasis, link, note, tracked: around() });
  };

  const usual = styles.sizeOf('Standard') ?? USUAL_SIZE;

  const formOf = (block: Element, list: InList | null): Form => {
    const style = attribute(block, 'text:style-name');
    const outline =
      block.name === 'text:h' ? Number(attribute(block, 'text:outline-level') ?? 1) : styles.outlineOf(style);
    const depth = list?.marked === true ? list.depth : null;
    const named = namedForm(styles.nameOf(style), outline);
    if (named !== null) return atDepth(named, depth);
    const indent = styles.indentOf(style);
    const item = depth === null ? null : styles.itemOf(list?.style ?? styles.listOf(style), depth, indent);
    if (item !== null && item.depth > 4) warnings.add('deep-points');
    const prominent = styles.boldness(style) === 'bold' || (styles.sizeOf(style) ?? usual) >= usual + LARGER;
    return item ?? { kind: 'plain', indent, centred: styles.isCentred(style), prominent };
  };

  const mark = (clause: ClauseId | null): void => {
    if (open === null || clause === null) return;
    open.clause ??= clause;
    open.mark = { clause, at: open.pieces.length };
  };
  /** A mark that stands right before what a deletion puts back, and behind other words, is of the paragraph that follows it. */
  const markOfNext = (): ClauseId | null =>
    open !== null && open.mark !== null && open.mark.at > 0 && open.mark.at === open.pieces.length
      ? open.mark.clause
      : null;

  const PLAIN: Place = { emphasis: 'none', link: null };

  /** Puts what was deleted back: its first paragraph goes on with the one that is open, and what follows goes on with its last. */
  const restore = ({ tracked, deleted }: Region): void => {
    if (tracked === null || deleted === null || open === null) return;
    const before = deleting;
    const atStart = open.pieces.length === 0;
    const next = markOfNext();
    deleting = [...before, tracked];
    let first = true;
    readBlocks(deleted, null, (block, list) => {
      if (!first) end();
      if (!first) begin(formOf(block, list));
      else if (atStart && open !== null && hasMore(deleted)) open.form = formOf(block, list);
      first = false;
      readInline(block, PLAIN);
    });
    deleting = before;
    if (!first && next !== null && open.clause === null) mark(next);
  };

  const change = (mark: Element): void => {
    const id = attribute(mark, 'text:change-id') ?? '';
    const region = regions.get(id);
    if (region === undefined) return;
    if (region.tracked === null) warnings.add('formatting-changes');
    else if (mark.name === 'text:change-start') inserted.set(id, region.tracked);
    else if (mark.name === 'text:change-end') inserted.delete(id);
    else restore(region);
  };

  const readInline = (parent: Element, place: Place): void => {
    for (const node of parent.children) {
      if (typeof node === 'string') put(node.replaceAll(/[ \t\r\n]+/gu, ' '), place);
      else readPart(node, place);
    }
  };

  /** A note's words with their marks; what is changed within it is rejected. */
  const noteIn = (note: Element): string | null => {
    const body = child(note, 'text:note-body');
    if (body === null) return null;
    const [outside, above] = [open, around()];
    const lines = descendants(body, 'text:p').map((line) => {
      const within: Open = { form: { kind: 'title' }, clause: null, mark: null, pieces: [], comments: [] };
      open = within;
      readInline(line, PLAIN);
      return wordsOf(
        within.pieces.filter(({ tracked }) =>
          isThere(
            tracked.filter((one) => !above.includes(one)),
            null,
          ),
        ),
      );
    });
    open = outside;
    return lines.join(' ').trim();
  };

  const readPart = (part: Element, place: Place): void => {
    switch (part.name) {
      case 'text:span': {
        const emphasis = styles.emphasisOf(attribute(part, 'text:style-name')) ?? place.emphasis;
        readInline(part, { ...place, emphasis });
        break;
      }
      case 'text:a':
        readInline(part, { ...place, link: attribute(part, 'xlink:href') });
        break;
      case 'text:s':
        put(' '.repeat(Math.min(100, Number(attribute(part, 'text:c') ?? 1) || 1)), place);
        break;
      case 'text:tab':
        put(' ', place);
        break;
      case 'text:line-break':
        put('\n', place);
        break;
      case 'text:note':
        put('', place, noteIn(part));
        break;
      case 'text:bookmark':
      case 'text:bookmark-start':
        mark(clauseOfMark(attribute(part, 'text:name') ?? ''));
        break;
      case 'office:annotation':
        open?.comments.push(commentOf(part));
        break;
      case 'text:change':
      case 'text:change-start':
      case 'text:change-end':
        change(part);
        break;
      case 'text:ruby-text':
        break;
      default:
        if (part.name.startsWith('draw:')) warnings.add('pictures');
        else readInline(part, place);
    }
  };

  type Reader = (block: Element, list: InList | null) => void;

  const readBlocks = (parent: Element, list: InList | null, paragraph: Reader): void => {
    let first = true;
    for (const block of elementsIn(parent)) {
      switch (block.name) {
        case 'text:p':
        case 'text:h':
          paragraph(block, list === null ? null : { ...list, marked: list.marked && first });
          first = false;
          break;
        case 'text:list':
          readList(block, list, paragraph);
          break;
        case 'text:section':
        case 'text:numbered-paragraph':
          readBlocks(block, list, paragraph);
          break;
        case 'table:table': {
          const before = paragraphs.length;
          readTable(block, paragraph);
          if (paragraphs.length > before) warnings.add('tables');
          break;
        }
        case 'text:change':
        case 'text:change-start':
        case 'text:change-end':
          change(block);
          break;
        default:
          if (block.name.startsWith('draw:')) warnings.add('pictures');
      }
    }
  };

  const readList = (block: Element, outer: InList | null, paragraph: Reader): void => {
    const style = attribute(block, 'text:style-name') ?? outer?.style ?? null;
    const depth = outer === null ? 0 : outer.depth + 1;
    for (const item of elementsIn(block))
      readBlocks(item, { style, depth, marked: item.name === 'text:list-item' }, paragraph);
  };

  const readTable = (table: Element, paragraph: Reader): void => {
    for (const part of elementsIn(table)) {
      if (part.name === 'table:table-cell') readBlocks(part, null, paragraph);
      else if (part.name.startsWith('table:table-')) readTable(part, paragraph);
    }
  };

  readBlocks(text, null, (block, list) => {
    // What is none of the text's is read for the marks of changes that it may hold, and for nothing else.
    if (!isApart(styles.nameOf(attribute(block, 'text:style-name')))) begin(formOf(block, list));
    readInline(block, PLAIN);
    end();
  });
  return { paragraphs, warnings };
};

const hasMore = (deleted: Element): boolean =>
  elementsIn(deleted).filter(({ name }) => name !== 'office:change-info').length > 1;

/** In points: the letters of a document that says nothing of them, and by how much those of a heading are larger. */
const USUAL_SIZE = 12;
const LARGER = 1.5;
