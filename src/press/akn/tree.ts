import type { Clause } from '../../text/clause.ts';

/** A clause with the points below it. */
export interface Node {
  readonly clause: Clause;
  readonly below: readonly Node[];
}

/** A text's clauses as a tree: points stand below whatever they follow that is less deep. A point with nothing above it stands by itself. */
export const treeOf = (clauses: readonly Clause[]): readonly Node[] => {
  const top: Growing[] = [];
  let path: readonly Growing[] = [];
  for (const clause of clauses) {
    const node: Growing = { clause, below: [] };
    const above = clause.kind === 'point' ? path.filter(({ clause: one }) => depthOf(one) < depthOf(clause)) : [];
    (above.at(-1)?.below ?? top).push(node);
    path = clause.kind === 'heading' ? [] : [...above, node];
  }
  return top;
};

interface Growing extends Node {
  readonly below: Growing[];
}

const depthOf = ({ level = 0 }: Clause): number => level;

/** What stands before the first clause that does anything: the considerations, and the headings among them. */
export const preambleOf = (nodes: readonly Node[]): readonly Node[] => {
  const end = nodes.findIndex(({ clause: { kind } }) => kind !== 'preambular' && kind !== 'heading');
  const first = end === -1 ? nodes : nodes.slice(0, end);
  return first.slice(0, first.findLastIndex(({ clause: { kind } }) => kind === 'preambular') + 1);
};

/** What stands below one heading; `null`: what stands before the first. */
export interface Part {
  readonly heading: Clause | null;
  readonly nodes: readonly Node[];
}

export const partsOf = (nodes: readonly Node[]): readonly Part[] => {
  const parts: { readonly heading: Clause | null; readonly nodes: Node[] }[] = [{ heading: null, nodes: [] }];
  for (const node of nodes) {
    if (node.clause.kind === 'heading') parts.push({ heading: node.clause, nodes: [] });
    else parts.at(-1)?.nodes.push(node);
  }
  return parts.filter(({ heading, nodes: some }) => heading !== null || some.length > 0);
};
