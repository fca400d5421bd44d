import { toggleMark } from 'prosemirror-commands';
import { redo, undo } from 'prosemirror-history';
import type { Command, EditorState } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import type { ClauseKind } from '../../../text/clause.ts';
import { clauseAt, indent, moveDown, moveUp, outdent, setKind } from './commands.ts';
import { kindOf } from './document.ts';
import type { Asks } from './keys.ts';
import { schema } from './schema.ts';

/**
 * The buttons above the editor: WAI-ARIA's toolbar, one stop for Tab, arrows from button to button. What does not apply here stays where it
 * is, and is said not to apply.
 */

interface Tool {
  /** The name of its words. */
  readonly name: string;
  /** What stands on the button, where that is not its name. */
  readonly sign?: string;
  readonly command: Command;
  /** Whether it is on, for what can be. */
  readonly on?: (state: EditorState) => boolean;
}

const is =
  (kind: ClauseKind) =>
  (state: EditorState): boolean =>
    kindOf(clauseAt(state)) === kind;

const emphasised = (state: EditorState): boolean => {
  const { from, to, empty, $from } = state.selection;
  const mark = schema.marks.emphasis;
  return empty
    ? mark.isInSet(state.storedMarks ?? $from.marks()) !== undefined
    : state.doc.rangeHasMark(from, to, mark);
};

const groups = (asks: Asks): readonly (readonly Tool[])[] => [
  (['operative', 'point', 'paragraph', 'preambular', 'heading'] as const).map((kind) => ({
    name: kind,
    command: setKind(kind),
    on: is(kind),
  })),
  [
    { name: 'outdent', sign: '⇤', command: outdent },
    { name: 'indent', sign: '⇥', command: indent },
  ],
  [
    { name: 'emphasis', command: toggleMark(schema.marks.emphasis), on: emphasised },
    { name: 'link', command: asks.link },
    { name: 'footnote', command: asks.footnote },
  ],
  [
    { name: 'moveUp', sign: '↑', command: moveUp },
    { name: 'moveDown', sign: '↓', command: moveDown },
    { name: 'undo', sign: '↶', command: undo },
    { name: 'redo', sign: '↷', command: redo },
  ],
];

interface Toolbar {
  readonly element: HTMLElement;
  readonly update: (state: EditorState) => void;
}

/** `view` is asked for when a button is pressed. */
export const createToolbar = (words: Readonly<Record<string, string>>, asks: Asks, view: () => EditorView): Toolbar => {
  const element = document.createElement('div');
  element.className = 'toolbar';
  element.setAttribute('role', 'toolbar');
  element.setAttribute('aria-label', words['toolbar'] ?? '');
  const tools: { readonly tool: Tool; readonly button: HTMLButtonElement }[] = [];
  for (const group of groups(asks)) {
    const box = document.createElement('span');
    box.className = 'tools';
    for (const tool of group) {
      const button = buttonOf(tool, words);
      button.addEventListener('click', () => {
        if (button.ariaDisabled === 'true') return;
        tool.command(view().state, view().dispatch, view());
        view().focus();
      });
      tools.push({ tool, button });
      box.append(button);
    }
    element.append(box);
  }
  const buttons = tools.map(({ button }) => button);
  rove(element, buttons);
  return {
    element,
    update: (state) => {
      for (const { tool, button } of tools) {
        const on = tool.on?.(state);
        if (on !== undefined) set(button, 'aria-pressed', String(on));
        // A kind that the clause has already is no button that fails.
        set(button, 'aria-disabled', String(on !== true && !tool.command(state)));
      }
    },
  };
};

const set = (element: Element, name: string, value: string): void => {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
};

const buttonOf = ({ name, sign }: Tool, words: Readonly<Record<string, string>>): HTMLButtonElement => {
  const button = document.createElement('button');
  button.type = 'button';
  button.dataset['tool'] = name;
  button.textContent = sign ?? words[name] ?? name;
  if (sign !== undefined) button.setAttribute('aria-label', words[name] ?? name);
  button.title = words[`${name}Hint`] ?? words[name] ?? name;
  // The caret and the selection stay in the text.
  button.addEventListener('mousedown', (event) => event.preventDefault());
  return button;
};

/** One of the buttons is reached by Tab, the others by arrows from it. */
const rove = (toolbar: HTMLElement, buttons: readonly HTMLButtonElement[]): void => {
  const go = (to: HTMLButtonElement | undefined): void => {
    for (const button of buttons) button.tabIndex = button === to ? 0 : -1;
  };
  go(buttons[0]);
  toolbar.addEventListener('focusin', ({ target }) => go(buttons.find((button) => button === target)));
  toolbar.addEventListener('keydown', (event) => {
    const at = buttons.findIndex((button) => button === document.activeElement);
    const forward = getComputedStyle(toolbar).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const backward = forward === 'ArrowRight' ? 'ArrowLeft' : 'ArrowRight';
    const to = { [forward]: at + 1, [backward]: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    buttons.at(to % buttons.length)?.focus();
  });
};
