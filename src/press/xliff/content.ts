import { unreadable } from '../fault.ts';
import type { Piece } from '../paragraph.ts';
import { wordsOf } from '../words.ts';
import { type Element, attribute } from '../xml.ts';
import { NOTE } from './inline.ts';

/** What surrounds text within a segment. */
interface Place {
  readonly emphasis: Piece['emphasis'];
  readonly link: string | null;
}

/** As deep as elements may stand within each other. */
const MOST_OPEN = 200;

/** The content of a source or target. `data`: the original data of its unit, where the addresses of links are. */
export const contentOf = (content: Element, data: ReadonlyMap<string, string>): readonly Piece[] => {
  const pieces: Piece[] = [];
  /** Codes whose beginning and end stand apart: `sc` and `ec`. */
  const open = new Map<string, Place>();
  const put = (text: string, place: Place, note: string | null = null): void => {
    const emphasis = [...open.values()].some((code) => code.emphasis !== 'none') ? 'italic' : place.emphasis;
    const link = place.link ?? [...open.values()].findLast((code) => code.link !== null)?.link ?? null;
    pieces.push({ text, emphasis, link, note, tracked: [] });
  };
  const codeOf = (code: Element, place: Place): Place => {
    const type = attribute(code, 'type');
    const href = data.get(attribute(code, 'dataRefStart') ?? '') ?? null;
    return { emphasis: type === 'fmt' ? 'italic' : place.emphasis, link: type === 'link' ? href : place.link };
  };
  const read = (parent: Element, place: Place): void => {
    for (const node of parent.children) {
      if (typeof node === 'string') put(node, place);
      else readCode(node, place);
    }
  };
  const readCode = (code: Element, place: Place): void => {
    switch (code.name) {
      case 'x:pc':
        if (attribute(code, 'subType') === NOTE) put('', place, wordsOf(contentOf(code, data)));
        else read(code, codeOf(code, place));
        break;
      case 'x:sc':
        if (open.size >= MOST_OPEN) unreadable('hostile');
        open.set(attribute(code, 'id') ?? '', codeOf(code, { emphasis: 'none', link: null }));
        break;
      case 'x:ec':
        open.delete(attribute(code, 'startRef') ?? '');
        break;
      case 'x:ph':
        if (attribute(code, 'subType') === 'xlf:lb') put('\n', place);
        break;
      case 'x:mrk':
        read(code, place);
        break;
      default:
        break;
    }
  };
  read(content, { emphasis: 'none', link: null });
  return pieces;
};
