import { type DOMOutputSpec, type NodeSpec, Schema } from 'prosemirror-model';
import type { ClauseId } from '../../../base/ids.ts';
import { isClauseId } from '../../../base/slug.ts';
import { isLinkAddress } from './inline.ts';

/**
 * A text as the editor holds it: clauses one after another, never one within another, each a node of its kind with the clause's id.
 * Numbers are no part of it: the style sheet counts.
 */

/** The little that reading the page's own markup needs of an element. */
interface Marked {
  readonly dataset: Readonly<Record<string, string | undefined>>;
  readonly getAttribute: (name: string) => string | null;
}

const idIn = ({ dataset: { id = '' } }: Marked): ClauseId | null => (isClauseId(id) ? id : null);

const levelIn = ({ dataset: { level } }: Marked): number => Math.min(4, Math.max(1, Math.trunc(Number(level)) || 1));

const clause = (kind: string): NodeSpec => ({
  content: 'inline*',
  group: 'clause',
  defining: true,
  attrs: { id: { default: null } },
  parseDOM: [{ tag: `p[data-kind=${kind}]`, getAttrs: (dom) => ({ id: idIn(dom) }) }],
  toDOM: ({ attrs }): DOMOutputSpec => ['p', { 'data-kind': kind, 'data-id': attrs['id'] as string, dir: 'auto' }, 0],
});

export const schema = new Schema({
  nodes: {
    doc: { content: 'clause+' },
    // What is pasted without a kind is a paragraph, and takes the kind of the empty clause that it is put into.
    paragraph: {
      ...clause('paragraph'),
      defining: false,
      parseDOM: [{ tag: 'p', getAttrs: (dom) => ({ id: idIn(dom) }), priority: 10 }],
    },
    preambular: clause('preambular'),
    operative: clause('operative'),
    heading: clause('heading'),
    point: {
      ...clause('point'),
      attrs: { id: { default: null }, level: { default: 1 } },
      parseDOM: [{ tag: 'p[data-kind=point]', getAttrs: (dom) => ({ id: idIn(dom), level: levelIn(dom) }) }],
      toDOM: ({ attrs }): DOMOutputSpec => [
        'p',
        { 'data-kind': 'point', 'data-id': attrs['id'] as string, 'data-level': String(attrs['level']), dir: 'auto' },
        0,
      ],
    },
    text: { group: 'inline' },
    /** A line feed within a clause. */
    line: {
      group: 'inline',
      inline: true,
      selectable: false,
      linebreakReplacement: true,
      leafText: () => '\n',
      parseDOM: [{ tag: 'br' }],
      toDOM: () => ['br'],
    },
    footnote: {
      group: 'inline',
      inline: true,
      atom: true,
      attrs: { words: { validate: 'string' } },
      leafText: () => '',
      parseDOM: [
        {
          tag: 'sup[data-footnote]',
          getAttrs: (dom) => (dom.dataset['footnote'] ? { words: dom.dataset['footnote'] } : false),
        },
      ],
      toDOM: ({ attrs }) => [
        'sup',
        { 'data-footnote': attrs['words'] as string, title: attrs['words'] as string, role: 'note' },
      ],
    },
  },
  marks: {
    link: {
      attrs: { href: { validate: 'string' } },
      inclusive: false,
      parseDOM: [
        {
          tag: 'a[href]',
          getAttrs: (dom) => {
            const href = dom.getAttribute('href') ?? '';
            return isLinkAddress(href) ? { href } : false;
          },
        },
      ],
      toDOM: ({ attrs }) => ['a', { href: attrs['href'] as string, title: attrs['href'] as string }, 0],
    },
    emphasis: { parseDOM: [{ tag: 'em' }, { tag: 'i' }], toDOM: () => ['em', 0] },
  },
});
