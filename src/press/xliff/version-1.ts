import type { RenderedState } from '../../conference/documents.ts';
import { unreadable } from '../fault.ts';
import type { Piece } from '../paragraph.ts';
import { wordsOf } from '../words.ts';
import { type Element, type Node, attribute, child, descendants } from '../xml.ts';
import { type Code, type Codes, PLAIN_CODE } from './inline.ts';
import { NOTE_1 } from './write-1.ts';
import type { Dialect } from './unit.ts';

/**
 * XLIFF 1.2 (OASIS Standard, 1 February 2008), as it went out or as tools make it of a file of ours. Codes that went out are known by their ids. The
 * text of native codes, other translations and notes are passed over.
 */
export const version1: Dialect = {
  languages: (root) =>
    descendants(root, 'o:file').map((file) => [attribute(file, 'source-language'), attribute(file, 'target-language')]),
  units: (root) => descendants(root, 'o:trans-unit'),
  read: (unit, sent) => {
    const [source, target] = [child(unit, 'o:source'), child(unit, 'o:target')];
    return {
      source: source === null ? [] : contentOf(source, sent),
      target: target === null ? null : contentOf(target, sent),
      state: stateOf(attribute(target ?? unit, 'state'), attribute(unit, 'approved') === 'yes'),
    };
  },
};

const stateOf = (said: string | null, approved: boolean): RenderedState => {
  if (said === 'final') return 'final';
  if (said === 'signed-off' || approved) return 'reviewed';
  return said === null || /^(?:translated|needs-review-.*|x-.*)$/u.test(said) ? 'translated' : 'initial';
};

interface Place {
  readonly emphasis: Piece['emphasis'];
  readonly link: string | null;
}

const contentOf = (content: Element, sent: Codes): readonly Piece[] => {
  const read = (nodes: readonly Node[], place: Place): readonly Piece[] =>
    nested(nodes).flatMap((node) => {
      if (typeof node === 'string') return [{ ...place, text: node, note: null, tracked: [] }];
      const code = codeOf(node, sent);
      switch (node.name) {
        case 'o:mrk':
          return read(node.children, place);
        case 'o:g':
          if (code.kind === 'note') {
            const note = wordsOf(read(node.children, NOWHERE));
            return [{ ...place, text: '', note, tracked: [] }];
          }
          return read(node.children, {
            emphasis: code.kind === 'emphasis' ? 'italic' : place.emphasis,
            link: code.href ?? place.link,
          });
        case 'o:x':
        case 'o:ph':
          return code.kind === 'line' ? [{ ...place, text: '\n', note: null, tracked: [] }] : [];
        default:
          return [];
      }
    });
  return read(content.children, NOWHERE);
};

const NOWHERE: Place = { emphasis: 'none', link: null };

const codeOf = (element: Element, sent: Codes): Code => {
  const type = attribute(element, 'ctype') ?? '';
  const href = type === 'link' ? attribute(element, 'equiv-text') : null;
  if (href !== null) return { kind: 'link', href };
  const known = sent.get(attribute(element, 'id') ?? '');
  if (known !== undefined) return known;
  if (type === NOTE_1) return { kind: 'note', href: null };
  if (/^(?:x-)?(?:bold|italic|underlined)$/u.test(type)) return { kind: 'emphasis', href: null };
  return type === 'lb' ? { kind: 'line', href: null } : PLAIN_CODE;
};

const OPENS = new Set(['o:bx', 'o:bpt']);
/** As deep as elements may stand within each other. */
const MOST_OPEN = 200;
const CLOSES = new Set(['o:ex', 'o:ept']);

/** Codes whose beginning and end stand apart as those that hold what is between; one that is not closed holds all that follows. */
const nested = (nodes: readonly Node[]): readonly Node[] => {
  const open: { readonly element: Element; readonly id: string; readonly children: Node[] }[] = [];
  const top: Node[] = [];
  const put = (node: Node): void => void (open.at(-1)?.children ?? top).push(node);
  const close = (): void => {
    const ended = open.pop();
    if (ended === undefined) return;
    put({ name: 'o:g', attributes: ended.element.attributes, children: ended.children });
  };
  for (const node of nodes) {
    if (typeof node === 'string') put(node);
    else if (OPENS.has(node.name)) {
      if (open.length >= MOST_OPEN) unreadable('hostile');
      open.push({ element: node, id: pairOf(node), children: [] });
    } else if (!CLOSES.has(node.name)) put(node);
    else if (open.some(({ id }) => id === pairOf(node))) {
      while (open.at(-1)?.id !== pairOf(node)) close();
      close();
    }
  }
  while (open.length > 0) close();
  return top;
};

const pairOf = (element: Element): string => attribute(element, 'rid') ?? attribute(element, 'id') ?? '';
