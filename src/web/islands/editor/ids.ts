import type { Node } from 'prosemirror-model';
import { type EditorState, Plugin, type Transaction } from 'prosemirror-state';
import type { ClauseId } from '../../../base/ids.ts';
import { kindOf, idOf } from './document.ts';

/**
 * Clause ids through every edit: a clause that was there keeps its id, wherever it goes; a new one gets one that nobody else makes, not
 * even a colleague at the same draft in the same second.
 */

/** The initial of its kind and 25 random bits: `o-4kq7z`. */
export const newId = (kind: string, random: () => number = Math.random): ClauseId =>
  `${kind.slice(0, 1)}-${Array.from({ length: 5 }, () => LETTERS[Math.floor(random() * LETTERS.length)] ?? 'x').join('')}` as ClauseId;

/** Those that are hard to take for one another. */
const LETTERS = '23456789abcdefghjkmnpqrstuvwxyz';

interface Placed {
  readonly node: Node;
  readonly at: number;
}

const placed = (document: Node): readonly Placed[] => {
  const all: Placed[] = [];
  document.forEach((node, at) => all.push({ node, at }));
  return all;
};

/** Where each clause that was there before stands now; a clause that was put somewhere else by being cut out is not among them. */
const stayed = (before: Node, transactions: readonly Transaction[]): ReadonlyMap<number, ClauseId> => {
  const places = new Map<number, ClauseId>();
  for (const { node, at } of placed(before)) {
    const id = idOf(node);
    let [now, deleted] = [at, false];
    for (const { mapping } of transactions) {
      const result = mapping.mapResult(now);
      now = result.pos;
      deleted ||= result.deletedAfter;
    }
    if (id !== null && !deleted) places.set(now, id);
  }
  return places;
};

/** What gives every clause an id, and every id one clause. */
export const fillIds = (
  state: EditorState,
  before: Node = state.doc,
  transactions: readonly Transaction[] = [],
  random?: () => number,
): Transaction | null => {
  const clauses = placed(state.doc);
  const first = new Map<ClauseId, number>();
  const twice = new Set<ClauseId>();
  for (const { node, at } of clauses) {
    const id = idOf(node);
    if (id === null) continue;
    if (first.has(id)) twice.add(id);
    else first.set(id, at);
  }
  const missing = clauses.some(({ node }) => idOf(node) === null);
  if (!missing && twice.size === 0) return null;
  const own = twice.size === 0 ? new Map<number, ClauseId>() : stayed(before, transactions);
  for (const [at, id] of own) if (twice.has(id) && state.doc.nodeAt(at)?.attrs['id'] === id) first.set(id, at);
  const change = state.tr;
  for (const { node, at } of clauses) {
    const id = idOf(node);
    if (id === null || first.get(id) !== at) change.setNodeAttribute(at, 'id', newId(kindOf(node), random));
  }
  return change;
};

export const keepIds = (): Plugin =>
  new Plugin({
    appendTransaction: (transactions, before, after) =>
      transactions.some(({ docChanged }) => docChanged) ? fillIds(after, before.doc, transactions) : null,
  });
