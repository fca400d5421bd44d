import { type Command, type EditorState, NodeSelection, TextSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { type Anchor, anchorIn, hold, letGo } from './anchors.ts';
import { isLinkAddress } from './inline.ts';
import type { Asks } from './keys.ts';
import { schema } from './schema.ts';

/** Asks for the address of a link and for the words of a footnote, in a dialog of the page. */
export const createAsks = (words: Readonly<Record<string, string>>): Asks => ({
  link: (state, dispatch, view) => {
    const { from, to } = linkAround(state);
    if (from === to) return false;
    if (dispatch === undefined || view === undefined) return true;
    const present = hrefAt(state, from, to);
    ask(
      view,
      words,
      { title: 'link', label: 'linkAddress', value: present, type: 'url', remove: present !== '', from, to },
      (href, anchor) => {
        if (anchor.gone) return words['linkGone'] ?? '';
        if (href !== '' && !isLinkAddress(href)) return words['linkBad'] ?? '';
        const change = view.state.tr.removeMark(anchor.from, anchor.to, schema.marks.link);
        view.dispatch(
          href === '' ? change : change.addMark(anchor.from, anchor.to, schema.marks.link.create({ href })),
        );
        return null;
      },
    );
    return true;
  },
  footnote: footnote(words),
});

const footnote =
  (words: Readonly<Record<string, string>>): Command =>
  (state, dispatch, view) => {
    if (dispatch === undefined || view === undefined) return true;
    const at = noteAt(state);
    const value = at === null ? '' : (state.doc.nodeAt(at)?.attrs['words'] as string);
    const remove = at !== null;
    const [start, end] = at === null ? [state.selection.to, state.selection.to] : [at, at + 1];
    const question = { title: 'footnote', label: 'footnoteWords', value, remove, from: start, to: end };
    ask(view, words, { ...question, type: 'text' }, (typed, { from, to }) => {
      const { tr } = view.state;
      if (typed === '') view.dispatch(tr.delete(from, to));
      else {
        const note = schema.nodes.footnote.create({ words: typed });
        const change = tr.replaceWith(from, to, note);
        view.dispatch(change.setSelection(TextSelection.create(change.doc, from + 1)));
      }
      return null;
    });
    return true;
  };

/** The footnote that is selected, or right before the caret. */
const noteAt = ({ selection, doc }: EditorState): number | null => {
  if (selection instanceof NodeSelection && selection.node.type === schema.nodes.footnote) return selection.from;
  const { from, empty } = selection;
  return empty && from > 0 && doc.nodeAt(from - 1)?.type === schema.nodes.footnote ? from - 1 : null;
};

/** The selection or, where nothing is selected, the link that the caret is in. */
const linkAround = ({ selection }: EditorState): { readonly from: number; readonly to: number } => {
  const { from, to, empty, $from } = selection;
  if (!empty) return { from, to };
  const mark = schema.marks.link.isInSet($from.marks());
  if (mark === undefined) return { from, to };
  const start = $from.start();
  let [first, last] = [from, from];
  $from.parent.forEach((node, offset) => {
    if (!mark.isInSet(node.marks)) return;
    const [a, b] = [start + offset, start + offset + node.nodeSize];
    if (a <= first && b >= first) [first, last] = [Math.min(first, a), Math.max(last, b)];
  });
  return { from: first, to: last };
};

const hrefAt = ({ doc }: EditorState, from: number, to: number): string => {
  let href = '';
  doc.nodesBetween(from, to, ({ marks }) => {
    href ||= (schema.marks.link.isInSet(marks)?.attrs['href'] as string | undefined) ?? '';
  });
  return href;
};

interface Question {
  readonly title: string;
  readonly label: string;
  readonly value: string;
  readonly type: 'url' | 'text';
  /** Whether an answer is there to be taken away. */
  readonly remove: boolean;
  /** Where in the text the answer goes. */
  readonly from: number;
  readonly to: number;
}

/** `done` is given the answer and where its place is by then. It gives the fault of an answer, or `null` when it has been taken. */
const ask = (
  view: EditorView,
  words: Readonly<Record<string, string>>,
  { title, label, value, type, remove, from, to }: Question,
  done: (typed: string, anchor: Anchor) => string | null,
): void => {
  const place = Symbol(title);
  view.dispatch(hold(view.state, place, from, to));
  const dialog = document.createElement('dialog');
  dialog.className = 'ask';
  const name = make('label', { textContent: words[label] ?? '', htmlFor: 'ask-value' });
  const input = make('input', {
    id: 'ask-value',
    value,
    type: 'text',
    inputMode: type,
    dir: 'auto',
    autocomplete: 'off',
  });
  const fault = make('p', { className: 'error' });
  fault.setAttribute('role', 'alert');
  const button = (text: string | undefined, className: string, pressed: () => void): HTMLButtonElement => {
    const made = make('button', { type: 'button', textContent: text ?? '', className });
    made.addEventListener('click', pressed);
    return made;
  };
  /** The browser gives the focus back with the caret at the beginning, and tells of the end only later: what is typed meanwhile goes where it went before. */
  const end = (): void => {
    dialog.close();
    view.focus();
  };
  const answer = (typed: string): void => {
    const anchor = anchorIn(view.state, place);
    const wrong = anchor === null ? null : done(typed.trim().replaceAll(/\s+/gu, ' '), anchor);
    fault.textContent = wrong;
    if (wrong === null) end();
    else input.focus();
  };
  const actions = make('p', { className: 'actions' });
  actions.append(
    button(words['ok'], '', () => answer(input.value)),
    ...(remove ? [button(words['remove'], 'second', () => answer(''))] : []),
    button(words['cancel'], 'second', end),
  );
  dialog.setAttribute('aria-label', words[title] ?? '');
  dialog.append(name, input, fault, actions);
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    answer(input.value);
  });
  dialog.addEventListener('close', () => {
    dialog.remove();
    view.dispatch(letGo(view.state.tr, place));
    // Once there, it stays where the reader has taken it meanwhile.
    if (!view.hasFocus()) view.focus();
  });
  view.dom.after(dialog);
  dialog.showModal();
  input.select();
};

const make = <K extends keyof HTMLElementTagNameMap>(
  name: K,
  properties: Partial<HTMLElementTagNameMap[K]>,
): HTMLElementTagNameMap[K] => Object.assign(document.createElement(name), properties);
