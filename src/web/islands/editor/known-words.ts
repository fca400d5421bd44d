import { Fragment, type Node, Slice } from 'prosemirror-model';
import { type EditorState, Plugin, PluginKey } from 'prosemirror-state';
import { kindOf } from './document.ts';
import { schema } from './schema.ts';

/**
 * Programs that know no clauses keep words and lose what they are. A pasted paragraph that bears no marks and says just what a clause of the text says, or said when the page was opened, is of
 * that clause's kind, with its emphasis, links and notes. Which clause it is, is not told by that: it comes in as a new one (`own-copies.ts`).
 */

const opened = new PluginKey<Node>('opened');

/** Words as every program keeps them. */
const bareWords = (clause: Node): string => spaced(clause.textBetween(0, clause.content.size, null, leafText));

const leafText = (leaf: Node): string => (leaf.type === schema.nodes.line ? '\n' : '');

const spaced = (words: string): string => words.replaceAll(/\s+/gu, ' ').trim();

const knownIn = (state: EditorState): ReadonlyMap<string, Node> =>
  new Map(
    [opened.getState(state), state.doc]
      .flatMap((document) => document?.children ?? [])
      .map((clause) => [bareWords(clause), clause]),
  );

/** The clause that said just these words when the page was opened, and that no clause says now. */
export const goneWith = (state: EditorState, words: Node): Node | null => {
  const said = bareWords(words);
  const isSaid = (document: Node): Node | undefined => document.children.find((clause) => bareWords(clause) === said);
  const document = opened.getState(state);
  return said === '' || document === undefined || isSaid(state.doc) !== undefined ? null : (isSaid(document) ?? null);
};

/** Whether a clause of the text says these words, its marks apart. */
export const isKnown = (state: EditorState): ((words: string) => boolean) => {
  const known = knownIn(state);
  return (words) => spaced(words) !== '' && known.has(spaced(words));
};

export const asKnown = (state: EditorState, { content, openStart, openEnd }: Slice): Slice => {
  const { $from, $to } = state.selection;
  // A piece that comes into a clause's words has no kind of its own.
  if (
    content.childCount === 1 &&
    openStart > 0 &&
    $from.sameParent($to) &&
    $from.parent.isTextblock &&
    !isReplaced(state)
  )
    return new Slice(content, openStart, openEnd);
  const known = knownIn(state);
  const renewed = content.content.map((node) => {
    const clause = isUnmarked(node) && node.content.size > 0 ? known.get(bareWords(node)) : undefined;
    return clause === undefined
      ? node
      : clause.type.create({ ...clause.attrs, id: node.attrs['id'] as string | null }, clause.content);
  });
  return new Slice(Fragment.from(renewed), openStart, openEnd);
};

/** Whether nothing is left of the clause that the selection is in when it is typed over. */
const isReplaced = ({ selection: { $from, $to } }: EditorState): boolean =>
  $from.parentOffset === 0 && $to.parentOffset === $from.parent.content.size;

/** A paragraph, or what is taken for a preamble by its comma, that comes without emphasis, links and notes. */
const isUnmarked = (node: Node): boolean =>
  node.isTextblock &&
  /^(?:paragraph|preambular)$/u.test(kindOf(node)) &&
  node.children.every((piece) => piece.marks.length === 0 && (piece.isText || piece.type === schema.nodes.line));

export const knownWords = (): Plugin<Node> =>
  new Plugin<Node>({
    key: opened,
    state: { init: (_config, { doc }) => doc, apply: (_change, document) => document },
    props: { transformPasted: (slice, { state }) => asKnown(state, slice) },
  });
