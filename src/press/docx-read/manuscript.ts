import type { DocumentWarning } from '../../conference/documents.ts';
import type { Form, Manuscript, Paragraph, Tracked } from '../paragraph.ts';
import { atDepth, isApart, namedForm } from '../named-form.ts';
import { type Element, child, childrenOf, elementsIn } from '../xml.ts';
import { notesIn } from './notes.ts';
import { TWIPS, itemsIn } from './numbering.ts';
import type { DocxParts } from './package.ts';
import { type Inline, isPlaceholder, readInline } from './inline.ts';
import { changeOf } from './tracked.ts';
import { type Style, overlaid, paragraphFormat, sizeOf, stylesIn, valueOf } from './styles.ts';

/** The body of a DOCX file as paragraphs (ECMA-376 part 1, chapter 17). */
export const docxManuscript = (parts: DocxParts): Manuscript => {
  const styleOf = stylesIn(parts.part('styles')?.root ?? null);
  const itemOf = itemsIn(parts.part('numbering')?.root ?? null);
  const warnings = new Set<DocumentWarning>();
  const notes = notesIn(parts, (paragraph, { link }) => {
    // A note within a note has no place in a text.
    const none = { note: () => null, comment: () => null };
    return readInline(paragraph, { styleOf, notes: none, link, around: [], warnings }).pieces;
  });
  const paragraphs: Paragraph[] = [];

  const usual = styleOf(null).size ?? USUAL_SIZE;

  const formOf = (style: Style, pPr: Element | null, size: number | null): Form => {
    const own = paragraphFormat(pPr);
    const outline = own.outline ?? style.outline;
    const named = namedForm(style.name, outline === null ? null : outline + 1);
    if (named !== null) return atDepth(named, own.numbering?.depth ?? null);
    const numbering = own.numbering === null ? style.numbering : overlaid(own.numbering, style.numbering);
    const indent = own.indent ?? style.indent;
    const list = numbering?.list ?? null;
    const item = list === null ? null : itemOf(list, numbering?.depth ?? 0, own.indent);
    if (item !== null && item.depth > 4) warnings.add('deep-points');
    return (
      item ?? {
        kind: 'plain',
        indent: Math.round((indent ?? 0) / TWIPS),
        centred: (own.centred ?? style.centred) === true,
        prominent: style.emphasis === 'bold' || (size ?? style.size ?? usual) >= usual + LARGER,
      }
    );
  };

  const readParagraph = (element: Element, around: readonly Tracked[]): void => {
    const pPr = child(element, 'w:pPr');
    const style = styleOf(valueOf(child(pPr, 'w:pStyle')));
    if (/^toc \d|^toc heading/u.test(style.name) || isApart(style.name)) return;
    const read: Inline = readInline(element, { styleOf, notes, link: parts.document.link, around, warnings });
    paragraphs.push({
      form: formOf(style, pPr, sizeIn(element)),
      clause: read.clause,
      pieces: read.pieces,
      end: [...around, ...endOf(child(pPr, 'w:rPr'))],
      comments: read.comments,
    });
    if (child(pPr, 'w:pPrChange') !== null) warnings.add('formatting-changes');
  };

  const readBlocks = (parent: Element, around: readonly Tracked[]): void => {
    for (const block of elementsIn(parent)) {
      switch (block.name) {
        case 'w:p':
          readParagraph(block, around);
          break;
        case 'w:tbl': {
          const before = paragraphs.length;
          for (const row of childrenOf(block, 'w:tr'))
            for (const cell of childrenOf(row, 'w:tc')) readBlocks(cell, [...around, ...rowChanges(row)]);
          if (paragraphs.length > before) warnings.add('tables');
          break;
        }
        case 'w:sdt':
          if (!isPlaceholder(block)) readBlocks(block, around);
          break;
        case 'mc:AlternateContent':
          readBlocks(child(block, 'mc:Choice') ?? block, around);
          break;
        case 'w:sdtContent':
        case 'w:customXml':
        case 'w:smartTag':
        case 'w:ins':
        case 'w:del':
        case 'w:moveFrom':
        case 'w:moveTo':
          readBlocks(block, [...around, ...changeOf(block)]);
          break;
        default:
          break;
      }
    }
  };

  const body = child(parts.document.root, 'w:body');
  if (body !== null) readBlocks(body, []);
  return { paragraphs, warnings };
};

/** In half-points: the letters of a document that says nothing of them, and by how much those of a heading are larger. */
const USUAL_SIZE = 22;
const LARGER = 3;

/** The size that all runs of a paragraph say; `null`: they say none, or several. */
const sizeIn = (paragraph: Element): number | null => {
  const sizes = new Set(
    childrenOf(paragraph, 'w:r')
      .filter((run) => child(run, 'w:t') !== null)
      .map((run) => sizeOf(child(run, 'w:rPr'))),
  );
  const [size = null] = sizes;
  return sizes.size === 1 ? size : null;
};

/** The changes of a paragraph's end stand among the properties of its mark. */
const endOf = (rPr: Element | null): readonly Tracked[] => (rPr === null ? [] : elementsIn(rPr).flatMap(changeOf));

const rowChanges = (row: Element): readonly Tracked[] => {
  const properties = child(row, 'w:trPr');
  return properties === null ? [] : elementsIn(properties).flatMap(changeOf);
};
