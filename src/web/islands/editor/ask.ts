import { type Command, type EditorState, NodeSelection, TextSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
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
      { title: 'link', label: 'linkAddress', value: present, type: 'url', remove: present !== '' },
      (href) => {
        const change = view.state.tr.removeMark(from, to, schema.marks.link);
        if (href !== '' && !isLinkAddress(href)) return words['linkBad'] ?? '';
        view.dispatch(href === '' ? change : change.addMark(from, to, schema.marks.link.create({ href })));
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
    ask(view, words, { title: 'footnote', label: 'footnoteWords', value, type: 'text', remove }, (typed) => {
      const { tr, selection } = view.state;
      const [from, to] = at === null ? [selection.to, selection.to] : [at, at + 1];
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
}

/** `done` gives the fault of an answer, or `null` when it has been taken. */
const ask = (
  view: EditorView,
  words: Readonly<Record<string, string>>,
  { title, label, value, type, remove }: Question,
  done: (typed: string) => string | null,
): void => {
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
    const wrong = done(typed.trim().replaceAll(/\s+/gu, ' '));
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
