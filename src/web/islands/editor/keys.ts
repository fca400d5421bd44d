import { baseKeymap, chainCommands, toggleMark } from 'prosemirror-commands';
import { history, redo, undo } from 'prosemirror-history';
import { InputRule, inputRules, undoInputRule } from 'prosemirror-inputrules';
import { keymap } from 'prosemirror-keymap';
import type { Command, EditorState, Plugin, Transaction } from 'prosemirror-state';
import { type Beginning, beginningOf } from '../../../text/markdown-lines.ts';
import { atStart, breakLine, indent, moveDown, moveUp, outdent, setKind, split } from './commands.ts';
import { levelOf } from './document.ts';
import { anchors } from './anchors.ts';
import { keepIds } from './ids.ts';
import { joins } from './joins.ts';
import { knownWords } from './known-words.ts';
import { ownCopies } from './own-copies.ts';
import { schema } from './schema.ts';

/** What the keys do. Tab steps in and out at the start of a clause only, and not after Escape: whoever cannot use a mouse gets out. */

const toggleEmphasis = toggleMark(schema.marks.emphasis);

/** Tab leads out of the editor until the next other key, once Escape was pressed. */
const createEscape = () => {
  let leaving = false;
  const level =
    (step: Command): Command =>
    (state, dispatch, view) => {
      const stays = !leaving && (atStart(state) || !state.selection.empty);
      leaving = false;
      if (stays) step(state, dispatch, view);
      return stays;
    };
  const escape: Command = () => {
    leaving = true;
    return false;
  };
  return { level, escape };
};

/** What is asked of the page: the dialogs for a link and a footnote. */
export interface Asks {
  readonly link: Command;
  readonly footnote: Command;
}

/** `1. `, `(a) `, `- ` and `# ` at the start of a clause make it what they mark. */
const marksTyped = (): Plugin =>
  inputRules({
    rules: [
      new InputRule(/^(?:\d{1,3}[.)]|\(?(?:\p{L}|[ivxlc]{2,4})\)|[-–•]|#{1,3}) $/u, (state, match, start, end) => {
        const beginning = beginningOf(`${match[0]}-`);
        return beginning === null ? null : (becoming(state, beginning)?.delete(start, end) ?? null);
      }),
    ],
  });

const becoming = (state: EditorState, beginning: Beginning): Transaction | null => {
  let made: Transaction | null = null;
  const take = (change: Transaction): void => {
    made = change;
  };
  if (beginning.kind === 'heading') setKind('heading')(state, take);
  if (beginning.kind === 'number') setKind('operative')(state, take);
  if (beginning.kind === 'point') {
    // (i) below a point begins its own points.
    const roman = beginning.marks.some(({ style, value }) => style === 'roman' && value === 1);
    const above = state.doc.maybeChild(state.selection.$head.index(0) - 1);
    const below = roman && above !== null ? (levelOf(above) ?? 0) : 0;
    setKind('point', Math.min(4, below + 1))(state, take);
  }
  return made;
};

export const plugins = (asks: Asks): Plugin[] => {
  const { level, escape } = createEscape();
  return [
    keepIds(),
    ownCopies(),
    knownWords(),
    anchors(),
    joins(),
    marksTyped(),
    keymap({
      Enter: split,
      'Shift-Enter': breakLine,
      Backspace: undoInputRule,
      Tab: level(indent),
      'Shift-Tab': level(outdent),
      Escape: escape,
      'Alt-ArrowUp': moveUp,
      'Alt-ArrowDown': moveDown,
      'Mod-b': toggleEmphasis,
      'Mod-i': toggleEmphasis,
      'Mod-k': asks.link,
      'Mod-Alt-f': asks.footnote,
      'Mod-z': chainCommands(undoInputRule, undo),
      'Mod-y': redo,
      'Mod-Shift-z': redo,
    }),
    keymap(baseKeymap),
    history(),
  ];
};
