import type { Node } from 'prosemirror-model';
import type { EditorState, Transaction } from 'prosemirror-state';
import type { Clause } from '../../../text/clause.ts';
import { shortestEdit } from '../../../text/shortest-edit.ts';
import { wordsIn } from '../../../text/words.ts';
import { clausesOf, idOf, isOriginal, nodeOf } from './document.ts';
import { schema } from './schema.ts';

/**
 * Makes the document say what `clauses` say, as a change to it: clauses that stay the same are not touched, and in one that differs only
 * what differs is replaced, so that a caret stays where it is. `null`: it says so already.
 */
export const bring = (state: EditorState, clauses: readonly Clause[]): Transaction | null => {
  const before = state.doc.children;
  const after = clauses.length === 0 ? [nodeOf(EMPTY)] : clauses.map(nodeOf);
  const saying = new Set(clausesOf(state.doc).map(({ id }) => id));
  const key = (node: Node): string => idOf(node) ?? '';
  const steps = shortestEdit(before.map(key), after.map(key));
  const change = state.tr;
  if (steps === null || !steps.includes('keep')) {
    change.replaceWith(0, state.doc.content.size, after);
    return change;
  }
  let [old, now, at] = [0, 0, 0];
  for (const step of steps) {
    const [a, b] = [before[old], after[now]];
    if (step !== 'add') old += 1;
    if (step !== 'drop') now += 1;
    if (step === 'drop' && a !== undefined) {
      // A clause that somebody has just begun, without words yet, is in no one else's version.
      if (saying.has(idOf(a) as never)) change.delete(at, at + a.nodeSize);
      else at += a.nodeSize;
    } else if (step === 'add' && b !== undefined) {
      change.insert(at, b);
      at += b.nodeSize;
    } else if (a !== undefined && b !== undefined) {
      replaceWords(change, at, a, b);
      at += b.nodeSize;
    }
  }
  return change.docChanged ? change : null;
};

const EMPTY: Clause = { id: null as never, kind: 'paragraph', words: '' };

/** Turns the clause at a place into another of the same id, word by word. */
const replaceWords = (change: Transaction, at: number, before: Node, after: Node): void => {
  if (isOriginal(after.content)) {
    change.replaceWith(at, at + before.nodeSize, after);
    return;
  }
  if (!before.sameMarkup(after)) change.setNodeMarkup(at, after.type, after.attrs);
  if (before.content.eq(after.content)) return;
  const [old, now] = [piecesOf(before), piecesOf(after)];
  const steps = shortestEdit(
    old.map(({ key }) => key),
    now.map(({ key }) => key),
  );
  if (steps === null) {
    change.replaceWith(at + 1, at + 1 + before.content.size, after.content);
    return;
  }
  let [x, y, place] = [0, 0, at + 1];
  for (const step of steps) {
    const [a, b] = [old[x], now[y]];
    if (step !== 'add') x += 1;
    if (step !== 'drop') y += 1;
    if (step === 'drop' && a !== undefined) change.delete(place, place + a.node.nodeSize);
    if (step === 'add' && b !== undefined) change.insert(place, b.node);
    if (step !== 'drop') place += b?.node.nodeSize ?? 0;
  }
};

interface Piece {
  readonly node: Node;
  readonly key: string;
}

/** The words of a clause with their marks, and what stands between them. */
const piecesOf = (clause: Node): readonly Piece[] =>
  clause.children.flatMap((node) =>
    (node.isText ? wordsIn(node.text ?? '').map((word) => schema.text(word, node.marks)) : [node]).map((piece) => ({
      node: piece,
      key: JSON.stringify(piece.toJSON()),
    })),
  );
