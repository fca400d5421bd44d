import type { ClauseId } from '../../base/ids.ts';
import type { DocumentWarning } from '../../conference/documents.ts';
import { type Comment, type Piece, type Tracked, clauseOfMark } from '../paragraph.ts';
import { type Element, attribute, child, elementsIn, textOf } from '../xml.ts';
import type { Notes } from './notes.ts';
import { type Style, emphasisOf, onOff, valueOf } from './styles.ts';
import { changeOf } from './tracked.ts';

/** What stands within a paragraph of a DOCX file. */
export interface Inline {
  readonly pieces: readonly Piece[];
  readonly clause: ClauseId | null;
  readonly comments: readonly Comment[];
}

interface Around {
  readonly styleOf: (id: string | null) => Style;
  readonly notes: Notes;
  readonly link: (id: string) => string | null;
  readonly around: readonly Tracked[];
  readonly warnings: Set<DocumentWarning>;
}

interface Place {
  readonly link: string | null;
  readonly tracked: readonly Tracked[];
}

/** “Click here to enter text”: the program's words, and nobody's. */
export const isPlaceholder = (control: Element): boolean =>
  onOff(child(control, 'w:sdtPr'), 'w:showingPlcHdr') === true;

export const readInline = (paragraph: Element, { styleOf, notes, link, around, warnings }: Around): Inline => {
  const pieces: Piece[] = [];
  const comments: Comment[] = [];
  let clause: ClauseId | null = null;
  /** The fields that are open, outermost first; what stands before their result is their instruction, and no words. */
  const fields: { instruction: string; result: boolean }[] = [];

  const fieldLink = (): string | null =>
    fields.findLast(({ result }) => result)?.instruction.match(/^\s*HYPERLINK\s+"([^"]+)"/u)?.[1] ?? null;

  const readRun = (run: Element, place: Place): void => {
    const rPr = child(run, 'w:rPr');
    if (onOff(rPr, 'w:vanish') === true) return;
    if (child(rPr, 'w:rPrChange') !== null) warnings.add('formatting-changes');
    const character = valueOf(child(rPr, 'w:rStyle'));
    const style = character === null ? 'none' : styleOf(character).emphasis;
    const emphasis = emphasisOf(rPr, style);
    const put = (text: string, note: string | null = null): void => {
      if (text !== '' || note !== null)
        pieces.push({ text, emphasis, link: place.link ?? fieldLink(), note, tracked: place.tracked });
    };
    for (const part of elementsIn(run)) {
      switch (part.name) {
        case 'w:t':
        case 'w:delText':
          if (fields.every(({ result }) => result)) put(textOf(part));
          break;
        case 'w:tab':
        case 'w:ptab':
          put(' ');
          break;
        case 'w:br':
          put((attribute(part, 'w:type') ?? 'textWrapping') === 'textWrapping' ? '\n' : ' ');
          break;
        case 'w:cr':
          put('\n');
          break;
        case 'w:noBreakHyphen':
          put('\u2011');
          break;
        case 'w:footnoteReference':
        case 'w:endnoteReference': {
          const kind = part.name === 'w:footnoteReference' ? 'footnotes' : 'endnotes';
          put('', notes.note(kind, attribute(part, 'w:id') ?? ''));
          break;
        }
        case 'w:commentReference': {
          const comment = notes.comment(attribute(part, 'w:id') ?? '');
          if (comment !== null) comments.push(comment);
          break;
        }
        case 'w:fldChar':
          readField(attribute(part, 'w:fldCharType'));
          break;
        case 'w:instrText': {
          const field = fields.at(-1);
          if (field?.result === false) field.instruction += textOf(part);
          break;
        }
        case 'w:drawing':
        case 'w:pict':
        case 'w:object':
        case 'mc:AlternateContent':
          warnings.add('pictures');
          break;
        default:
          break;
      }
    }
  };

  const readField = (type: string | null): void => {
    if (type === 'begin') fields.push({ instruction: '', result: false });
    const field = fields.at(-1);
    if (type === 'separate' && field !== undefined) field.result = true;
    if (type === 'end') fields.pop();
  };

  const read = (parent: Element, place: Place): void => {
    for (const part of elementsIn(parent)) {
      switch (part.name) {
        case 'w:r':
          readRun(part, place);
          break;
        case 'w:hyperlink':
          read(part, { ...place, link: link(attribute(part, 'r:id') ?? '') });
          break;
        case 'w:ins':
        case 'w:del':
        case 'w:moveFrom':
        case 'w:moveTo':
          read(part, { ...place, tracked: [...place.tracked, ...changeOf(part)] });
          break;
        case 'w:bookmarkStart':
          clause ??= clauseOfMark(attribute(part, 'w:name') ?? '');
          break;
        case 'w:sdt':
          if (!isPlaceholder(part)) read(part, place);
          break;
        case 'mc:AlternateContent':
          read(child(part, 'mc:Choice') ?? part, place);
          break;
        case 'w:fldSimple':
        case 'w:smartTag':
        case 'w:customXml':
        case 'w:sdtContent':
        case 'w:dir':
        case 'w:bdo':
          read(part, place);
          break;
        default:
          break;
      }
    }
  };

  read(paragraph, { link: null, tracked: around });
  return { pieces, clause, comments };
};
