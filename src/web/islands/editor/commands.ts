import type { Attrs, Node } from 'prosemirror-model';
import { type Command, type EditorState, Selection, TextSelection, type Transaction } from 'prosemirror-state';
import type { ClauseKind } from '../../../text/clause.ts';
import { idOf, kindOf, levelOf, typeOf } from './document.ts';
import { goneWith } from './known-words.ts';
import { schema } from './schema.ts';

/** What can be done to clauses. Commands as ProseMirror knows them: asked without `dispatch` they say whether they apply. */

/** The clauses that the selection touches, from the first to, not including, the last index. */
const selected = ({ selection: { $from, $to } }: EditorState): { readonly from: number; readonly to: number } => ({
  from: $from.index(0),
  to: Math.min($to.indexAfter(0), $to.index(0) + 1),
});

/** Where the child of a document with this index begins. */
const startOf = (document: Node, index: number): number =>
  document.children.slice(0, index).reduce((sum, { nodeSize }) => sum + nodeSize, 0);

/** The clause that the caret or the head of the selection is in. */
export const clauseAt = ({ doc, selection: { $head } }: EditorState): Node =>
  doc.child(Math.min($head.index(0), doc.childCount - 1));

/** Enter: the words before the caret keep the clause and its id, those behind it become a clause of the same kind, or of the kind of one that said them and has gone. */
export const split: Command = (state, dispatch) => {
  const { $from, $to } = state.selection;
  if ($from.depth !== 1) return false;
  const clause = $from.parent;
  if (clause.content.size === 0 && stepOut(state, dispatch)) return true;
  if (dispatch === undefined) return true;
  const change = state.tr.deleteSelection();
  const { $from: $at } = change.selection;
  // Whole clauses were selected, and none is left to split.
  if ($at.depth !== 1) {
    dispatch(change.scrollIntoView());
    return true;
  }
  const behind = $to.parentOffset === $to.parent.content.size;
  // What two clauses were joined from by mistake is parted into what they were.
  const gone = goneWith(state, $at.parent.cut($at.parentOffset));
  const type = gone?.type ?? (behind && kindOf(clause) === 'heading' ? schema.nodes.paragraph : clause.type);
  const attributes: Attrs = { ...(gone ?? clause).attrs, id: null };
  change.split($at.pos, 1, [{ type, attrs: attributes }]);
  // At the very beginning nothing is split: the clause stays with its words, and an empty one comes before it.
  if ($from.parentOffset === 0 && !behind) {
    const first = $at.before();
    change.setNodeAttribute(first, 'id', null);
    change.setNodeAttribute(first + 2, 'id', idOf(clause));
  }
  dispatch(change.scrollIntoView());
  return true;
};

/** Enter in an empty clause: a point goes out a level, then becomes a numbered clause, then a paragraph. */
const stepOut: Command = (state, dispatch) => {
  const clause = clauseAt(state);
  switch (kindOf(clause)) {
    case 'point':
      return outdent(state, dispatch);
    case 'operative':
    case 'heading':
      return setKind('paragraph')(state, dispatch);
    case 'preambular':
    case 'paragraph':
      return false;
  }
};

/** A line feed within the clause. */
export const breakLine: Command = (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(schema.nodes.line.create()).scrollIntoView());
  return true;
};

/** Makes the selected clauses clauses of a kind. They keep their ids. */
export const setKind =
  (kind: ClauseKind, level = 1): Command =>
  (state, dispatch) =>
    changed(state, dispatch, (clause) =>
      kindOf(clause) === kind && (kind !== 'point' || levelOf(clause) === level) ? null : { kind, level },
    );

/** A step in: a numbered clause becomes a point of the one before it, a point one of the next level. */
export const indent: Command = (state, dispatch) =>
  changed(state, dispatch, (clause) => {
    const level = levelOf(clause);
    if (level === null) return kindOf(clause) === 'heading' ? null : { kind: 'point', level: 1 };
    return level < 4 ? { kind: 'point', level: level + 1 } : null;
  });

/** A step out: a point of the first level becomes a numbered clause. */
export const outdent: Command = (state, dispatch) =>
  changed(state, dispatch, (clause) => {
    const level = levelOf(clause);
    if (level === null) return null;
    return level > 1 ? { kind: 'point', level: level - 1 } : { kind: 'operative', level: 1 };
  });

type Become = { readonly kind: ClauseKind; readonly level: number };

const changed = (
  state: EditorState,
  dispatch: ((change: Transaction) => void) | undefined,
  become: (clause: Node) => Become | null,
): boolean => {
  const { from, to } = selected(state);
  if (dispatch === undefined) return state.doc.children.slice(from, to).some((clause) => become(clause) !== null);
  const change = state.tr;
  for (let i = from; i < to; i++) {
    const clause = state.doc.child(i);
    const next = become(clause);
    if (next === null) continue;
    const attributes = next.kind === 'point' ? { id: idOf(clause), level: next.level } : { id: idOf(clause) };
    change.setNodeMarkup(startOf(state.doc, i), typeOf(next.kind), attributes);
  }
  if (!change.docChanged) return false;
  dispatch(change.scrollIntoView());
  return true;
};

/** Moves the selected clauses past their neighbour, with the selection. */
const move =
  (by: -1 | 1): Command =>
  (state, dispatch) => {
    const { doc, selection } = state;
    const { from, to } = selected(state);
    const neighbour = by < 0 ? from - 1 : to;
    if (neighbour < 0 || neighbour >= doc.childCount) return false;
    if (dispatch === undefined) return true;
    // The neighbour goes to the other side, so that what is selected stays as it is.
    const passed = doc.child(neighbour);
    const change = state.tr;
    const at = startOf(doc, neighbour);
    change.delete(at, at + passed.nodeSize);
    change.insert(change.mapping.map(startOf(doc, by < 0 ? to : from)), passed);
    const shift = by * passed.nodeSize;
    const { anchor, head } = selection;
    change.setSelection(
      selection instanceof TextSelection
        ? TextSelection.create(change.doc, anchor + shift, head + shift)
        : Selection.near(change.doc.resolve(anchor + shift)),
    );
    dispatch(change.scrollIntoView());
    return true;
  };

export const moveUp: Command = move(-1);
export const moveDown: Command = move(1);

/** Whether the caret stands before the first word of a clause. */
export const atStart = ({ selection }: EditorState): boolean =>
  selection.empty && selection.$from.depth === 1 && selection.$from.parentOffset === 0;
