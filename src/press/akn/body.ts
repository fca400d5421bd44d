import type { ClauseId } from '../../base/ids.ts';
import type { Clause } from '../../text/clause.ts';
import { numbering } from '../../text/numbering.ts';
import { type Attributes, el, escaped } from '../xml-write.ts';
import type { Names } from './names.ts';
import { type Node, partsOf, preambleOf, treeOf } from './tree.ts';
import { inlineXml } from './words.ts';

/** A text's clauses: the considerations before it as its preamble, the rest as its body. `wId` is the clause's own id, the same in every version and language. */

export interface Written {
  readonly preamble: string;
  readonly body: string;
  /** The `eId` of each clause. */
  readonly places: ReadonlyMap<ClauseId, string>;
}

export interface InWhich {
  readonly names: Names;
  /** The document that it is within; `null`: the text itself. */
  readonly within: string | null;
  /** What is to be told of a clause beside its words. */
  readonly told: (clause: ClauseId) => Attributes;
}

export const clausesXml = (clauses: readonly Clause[], { names, within, told }: InWhich): Written => {
  const numbers = numbering(clauses);
  const numOf = ({ id, kind }: Clause): string => {
    const number = numbers.get(id) ?? '';
    return number === '' ? '' : el('num', {}, escaped(kind === 'operative' ? `${number}.` : number));
  };
  const places = new Map<ClauseId, string>();
  const attributesOf = ({ id }: Clause, eId: string): Attributes => {
    places.set(id, eId);
    return { eId, wId: id, ...told(id) };
  };
  const wordsOf = ({ words }: Clause, eId: string): string => el('p', {}, inlineXml(words, names, eId));
  const headingXml = (heading: Clause, eId: string): string => el('heading', {}, inlineXml(heading.words, names, eId));

  const node = ({ clause, below }: Node, at: string | null): string => {
    const { element, name } = ELEMENTS[clause.kind];
    const eId = names(at, element);
    const [words, inside] = [wordsOf(clause, eId), below.map((one) => node(one, eId))];
    return el(
      element,
      { name, ...attributesOf(clause, eId) },
      numOf(clause),
      ...(inside.length === 0
        ? [el('content', { eId: names(eId, 'content') }, words)]
        : [el('intro', { eId: names(eId, 'intro') }, words), ...inside]),
    );
  };

  /** The schema knows no hierarchy in a preamble, but lists. */
  const listed = (below: readonly Node[], at: string): string => {
    if (below.length === 0) return '';
    const list = names(at, 'list');
    return el('blockList', { eId: list }, ...below.map((one) => item('item', one, list)));
  };
  const item = (element: 'item' | 'recital', { clause, below }: Node, at: string): string => {
    const eId = names(at, element);
    return el(element, attributesOf(clause, eId), numOf(clause), wordsOf(clause, eId), listed(below, eId));
  };
  const recitals = (heading: Clause | null, nodes: readonly Node[]): string => {
    const eId = names(within, 'recitals');
    const its = heading === null ? { eId } : attributesOf(heading, eId);
    if (heading !== null && nodes.length === 0)
      return el('container', { name: 'heading', ...its }, wordsOf(heading, eId));
    const head = heading === null ? '' : headingXml(heading, eId);
    return el('recitals', its, head, ...nodes.map((one) => item('recital', one, eId)));
  };
  const section = (heading: Clause | null, nodes: readonly Node[]): string => {
    if (heading === null) return nodes.map((one) => node(one, within)).join('');
    const eId = names(within, 'section');
    const inside = nodes.map((one) => node(one, eId));
    return el('section', attributesOf(heading, eId), headingXml(heading, eId), ...inside);
  };

  const tree = treeOf(clauses);
  const before = preambleOf(tree);
  return {
    preamble: partsOf(before)
      .map(({ heading, nodes }) => recitals(heading, nodes))
      .join(''),
    body: partsOf(tree.slice(before.length))
      .map(({ heading, nodes }) => section(heading, nodes))
      .join(''),
    places,
  };
};

/** What each kind of clause is in the schema; of what has none there, its name. */
const ELEMENTS: Readonly<Record<Clause['kind'], { readonly element: string; readonly name: string | null }>> = {
  operative: { element: 'clause', name: null },
  point: { element: 'point', name: null },
  paragraph: { element: 'paragraph', name: null },
  preambular: { element: 'hcontainer', name: 'recital' },
  heading: { element: 'section', name: null },
};
