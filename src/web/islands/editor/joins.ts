import { Plugin } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';

/**
 * What the browser would write over, or take away, from one clause into another is done here. A browser that joins two blocks by itself keeps their looks by a `style` of its own,
 * which the policy of the page does not let in; and it chooses which clause goes on.
 */
export const joins = (): Plugin =>
  new Plugin({
    props: {
      handleDOMEvents: {
        beforeinput: (view, event) => {
          const range = event.cancelable ? rangeOf(view, event) : null;
          if (range === null) return false;
          event.preventDefault();
          const change = view.state.tr;
          if (event.inputType.startsWith('delete')) change.delete(range.from, range.to);
          else change.insertText(event.data ?? event.dataTransfer?.getData('text/plain') ?? '', range.from, range.to);
          view.dispatch(change.scrollIntoView());
          return true;
        },
      },
    },
  });

const OURS = /^(?:insertText|insertReplacementText|delete)/u;

/** What is written over or taken away, where it goes from one clause into another. */
const rangeOf = (view: EditorView, event: InputEvent): { readonly from: number; readonly to: number } | null => {
  const [range] = event.getTargetRanges();
  if (range === undefined || !OURS.test(event.inputType)) return null;
  const from = view.posAtDOM(range.startContainer, range.startOffset);
  const to = view.posAtDOM(range.endContainer, range.endOffset);
  const { doc } = view.state;
  return doc.resolve(from).sameParent(doc.resolve(to)) ? null : { from, to };
};
