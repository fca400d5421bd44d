import type { Node } from 'prosemirror-model';
import { type EditorState, TextSelection, type Transaction } from 'prosemirror-state';
import type { ClauseId } from '../../../base/ids.ts';
import type { Clause } from '../../../text/clause.ts';
import { hunksBetween } from '../../../text/hunks.ts';
import type { Renamed } from '../../shared/merge-drafts.ts';
import { shortestEdit } from '../../../text/shortest-edit.ts';
import { wordsIn } from '../../../text/words.ts';
import { clausesOf, idOf, isOriginal, nodeOf, wordsOf } from './document.ts';
import { schema } from './schema.ts';

/** Makes the document say what its writer has written elsewhere, as a change that can be undone. `null`: it says so already. */
export const rewrite = (state: EditorState, clauses: readonly Clause[]): Transaction | null =>
  bringing(state, clauses, []);

/**
 * Makes the document say what others have written, which only they can undo: clauses that stay the same are not touched, and in one that differs only what differs is
 * replaced. The caret stays with the words that it stands behind: what comes in at its place comes in after it. `renamed`: what clauses of the document are called
 * there, where they are called otherwise here.
 */
export const bring = (state: EditorState, clauses: readonly Clause[], renamed: Renamed = []): Transaction | null =>
  bringing(state, clauses, renamed)?.setMeta('addToHistory', false) ?? null;

const bringing = (state: EditorState, clauses: readonly Clause[], renamed: Renamed): Transaction | null => {
  const change = state.tr;
  const names = new Map(renamed);
  state.doc.forEach((node, at) => {
    const name = names.get(idOf(node) ?? ('' as ClauseId));
    if (name !== undefined) change.setNodeAttribute(at, 'id', name);
  });
  replaceClauses(change, clauses);
  if (!change.docChanged) return null;
  const { selection, doc, mapping } = change;
  if (state.selection instanceof TextSelection && selection instanceof TextSelection) {
    const [anchor, head] = [mapping.map(state.selection.anchor, -1), mapping.map(state.selection.head, -1)];
    change.setSelection(TextSelection.between(doc.resolve(anchor), doc.resolve(head)));
  }
  return change;
};

const replaceClauses = (change: Transaction, clauses: readonly Clause[]): void => {
  const before = change.doc.children;
  const after = clauses.length === 0 ? [nodeOf(EMPTY)] : clauses.map(nodeOf);
  const saying = new Set<ClauseId | null>(clausesOf(change.doc).map(({ id }) => id));
  const key = (node: Node): string => idOf(node) ?? '';
  const steps = shortestEdit(before.map(key), after.map(key));
  if (steps === null || !steps.includes('keep')) {
    change.replaceWith(0, change.doc.content.size, after);
    return;
  }
  let [old, now, at] = [0, 0, 0];
  for (const step of steps) {
    const [a, b] = [before[old], after[now]];
    if (step !== 'add') old += 1;
    if (step !== 'drop') now += 1;
    if (step === 'drop' && a !== undefined) {
      // A clause that somebody has just begun, without words yet, is in no one else's version.
      if (saying.has(idOf(a))) change.delete(at, at + a.nodeSize);
      else at += a.nodeSize;
    } else if (step === 'add' && b !== undefined) {
      change.insert(at, b);
      at += b.nodeSize;
    } else if (a !== undefined && b !== undefined) at += replaceWords(change, at, a, b);
  }
};

const EMPTY: Clause = { id: null as never, kind: 'paragraph', words: '' };

/** Turns the clause at a place into another of the same id, word by word. How long it is then. */
const replaceWords = (change: Transaction, at: number, before: Node, after: Node): number => {
  if (!before.sameMarkup(after)) change.setNodeMarkup(at, after.type, after.attrs);
  if (wordsOf(before.content) === wordsOf(after.content)) return before.nodeSize;
  if (isOriginal(after.content)) {
    change.replaceWith(at, at + before.nodeSize, after);
    return after.nodeSize;
  }
  const all = piecesOf(before);
  // Space at its end, from which its writer is about to go on, says nothing yet, and stays.
  const old = all.slice(0, all.findLastIndex(({ node }) => !node.isText || node.text?.trim() !== '') + 1);
  const now = piecesOf(after);
  const keys = [old, now].map((pieces) => pieces.map(({ key }) => key));
  const hunks = hunksBetween(keys[0] ?? [], keys[1] ?? [], () => true, MOST_DIFFERENT);
  // From the end, so that what stands before is where it was.
  for (const { start, end, from, to } of hunks.toReversed()) {
    const place = at + 1 + sizeOf(start === old.length ? all : old.slice(0, start));
    replaceRow(change, place, old.slice(start, end), now.slice(from, to));
  }
  return after.nodeSize + sizeOf(all.slice(old.length));
};

const MOST_DIFFERENT = 1000;

interface Piece {
  readonly node: Node;
  readonly key: string;
}

const sizeOf = (pieces: readonly Piece[]): number => pieces.reduce((sum, { node }) => sum + node.nodeSize, 0);

/** Within one word that goes on or loses its end, only what differs. */
const replaceRow = (change: Transaction, at: number, old: readonly Piece[], now: readonly Piece[]): void => {
  const [a, b] = [old[0]?.node, now[0]?.node];
  let alike = 0;
  if (a?.isText === true && b?.isText === true && a.sameMarkup(b)) {
    const [was, is] = [a.text ?? '', b.text ?? ''];
    while (alike < was.length && alike < is.length && was[alike] === is[alike]) alike += 1;
    // Never between the halves of one character.
    if (/[\uD800-\uDBFF]/u.test(was[alike - 1] ?? '')) alike -= 1;
  }
  const put = now.flatMap(({ node }, i) =>
    i > 0 || alike === 0 ? [node] : alike < node.nodeSize ? [node.cut(alike)] : [],
  );
  change.replaceWith(at + alike, at + sizeOf(old), put);
};

/** The words of a clause with their marks, and what stands between them. */
const piecesOf = (clause: Node): readonly Piece[] =>
  clause.children.flatMap((node) =>
    (node.isText ? wordsIn(node.text ?? '').map((word) => schema.text(word, node.marks)) : [node]).map((piece) => ({
      node: piece,
      key: JSON.stringify(piece.toJSON()),
    })),
  );
