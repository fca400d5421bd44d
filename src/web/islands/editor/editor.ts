import { DOMSerializer, Fragment } from 'prosemirror-model';
import { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import type { Clause } from '../../../text/clause.ts';
import type { Renamed } from '../../shared/merge-drafts.ts';
import { createAsks } from './ask.ts';
import { bring, rewrite } from './bring.ts';
import { clausesOf, contentOf, documentOf, typeOf } from './document.ts';
import { fillIds } from './ids.ts';
import { plugins } from './keys.ts';
import { isKnown } from './known-words.ts';
import { blocksIn } from './paste.ts';
import { type PastedClause, clausesIn } from './pasted.ts';
import { plainTextOf, sliceOf } from './plain-text.ts';
import { schema } from './schema.ts';
import { createToolbar } from './toolbar.ts';

/** The editor of a text: a toolbar and the text as it will be printed, to be typed into. */

export interface Editor {
  readonly element: HTMLElement;
  readonly clauses: () => readonly Clause[];
  /** Makes it say what its writer has written elsewhere, which can be undone. */
  readonly rewrite: (clauses: readonly Clause[]) => void;
  /** Makes it say what others have written, which only they can undo; see {@link bring}. */
  readonly bring: (clauses: readonly Clause[], renamed: Renamed) => void;
  readonly focus: () => void;
}

interface EditorDeps {
  readonly words: Readonly<Record<string, string>>;
  readonly clauses: readonly Clause[];
  /** Ids of the elements that name the editor and explain its keys. */
  readonly labelledBy: string;
  readonly describedBy: string;
  /** Told after every change of the words, of their order or their kind. */
  readonly onChange: () => void;
  readonly onBlur: () => void;
}

export const createEditor = (deps: EditorDeps): Editor => {
  const { words, onChange, onBlur } = deps;
  const element = document.createElement('div');
  element.className = 'editor';
  const asks = createAsks(words);
  const toolbar = createToolbar(words, asks, () => view);
  element.append(toolbar.element);

  const begun = EditorState.create({ doc: documentOf(deps.clauses), plugins: plugins(asks) });
  const filled = fillIds(begun);
  const view = new EditorView(element, {
    state: filled === null ? begun : begun.apply(filled.setMeta('addToHistory', false)),
    attributes: {
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-labelledby': deps.labelledBy,
      'aria-describedby': deps.describedBy,
      class: 'typed',
    },
    dispatchTransaction: (change) => {
      view.updateState(view.state.apply(change));
      toolbar.update(view.state);
      if (change.docChanged) onChange();
    },
    handleDOMEvents: {
      blur: () => {
        onBlur();
        return false;
      },
    },
    handleDoubleClickOn: (_view, _at, node) =>
      node.type === schema.nodes.footnote && asks.footnote(view.state, view.dispatch, view),
    // The toolbar stays in sight, and what is typed comes out from under it.
    scrollThreshold: UNCOVERED,
    scrollMargin: UNCOVERED,
    transformPastedHTML: cleaned,
    clipboardTextParser: (text, _place, _plain, { state }) => sliceOf(text, isKnown(state)),
    clipboardTextSerializer: plainTextOf,
  });
  toolbar.update(view.state);
  return {
    element,
    clauses: () => clausesOf(view.state.doc),
    rewrite: (clauses) => {
      const change = rewrite(view.state, clauses);
      if (change !== null) view.dispatch(change);
    },
    bring: (clauses, renamed) => {
      const change = bring(view.state, clauses, renamed);
      if (change !== null) view.dispatch(change);
    },
    focus: () => view.focus(),
  };
};

/** In CSS pixels. */
const UNCOVERED = { top: 96, right: 0, bottom: 24, left: 0 } as const;

/** What another page or program put on the clipboard, as markup of this editor. What was copied here comes as it is. */
const cleaned = (html: string): string => {
  if (html.includes('data-pm-slice')) return html;
  const holder = document.createElement('div');
  const clauses = clausesIn(blocksIn(html)).map(newNode);
  holder.append(DOMSerializer.fromSchema(schema).serializeFragment(Fragment.from(clauses)));
  return holder.innerHTML;
};

const newNode = ({ kind, level, words }: PastedClause) =>
  typeOf(kind).create(kind === 'point' ? { level } : null, contentOf(words));
