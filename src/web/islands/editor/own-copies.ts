import { Fragment, type Node, Slice } from 'prosemirror-model';
import { Plugin } from 'prosemirror-state';
import type { ClauseId } from '../../../base/ids.ts';
import { idOf } from './document.ts';

/**
 * Whoever fills a clipboard must not choose which clause it is: positions and amendments hang on a clause's id. What is pasted keeps an id where it is what was
 * last copied, cut or dragged here, word for word; all else comes in as new. That no id stands twice is for {@link keepIds}.
 */
export const ownCopies = (): Plugin => {
  let copied: ReadonlyMap<ClauseId, string> = new Map();

  const known = (node: Node): Node => {
    const id = idOf(node);
    if (id === null || copied.get(id) === wordsIn(node)) return node;
    return node.type.create({ ...node.attrs, id: null }, node.content, node.marks);
  };

  return new Plugin({
    props: {
      transformCopied: (slice) => {
        const clauses = slice.content.content.flatMap((node) => {
          const id = idOf(node);
          return id === null ? [] : [[id, wordsIn(node)] as const];
        });
        copied = new Map(clauses);
        return slice;
      },
      transformPasted: ({ content, openStart, openEnd }) =>
        new Slice(Fragment.from(content.content.map(known)), openStart, openEnd),
    },
  });
};

/** What a clause says, however it came to be written. */
const wordsIn = (node: Node): string => JSON.stringify(node.content.toJSON());
