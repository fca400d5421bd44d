import { Fragment, type Node } from 'prosemirror-model';
import { fitProse } from '../../../base/fit.ts';
import type { ClauseId } from '../../../base/ids.ts';
import type { Clause, ClauseKind } from '../../../text/clause.ts';
import { type Inline, inlineOf, writeInline } from './inline.ts';
import { schema } from './schema.ts';

/** Clauses as the editor's document, and back. Words that nobody touches come back to the letter. */

const clauses = {
  heading: schema.nodes.heading,
  preambular: schema.nodes.preambular,
  operative: schema.nodes.operative,
  point: schema.nodes.point,
  paragraph: schema.nodes.paragraph,
} as const;

export const typeOf = (kind: ClauseKind) => clauses[kind];

export const kindOf = (node: Node): ClauseKind => node.type.name as ClauseKind;

export const idOf = (node: Node): ClauseId | null => node.attrs['id'] as ClauseId | null;

export const levelOf = (node: Node): number | null => (node.attrs['level'] as number | undefined) ?? null;

/** Words that mean the same as what the editor would write, and stay as they are until somebody edits them. */
const originals = new WeakMap<Fragment, string>();

/** Whether this very content stands for words that the editor would write otherwise; the same pieces put together anew do not. */
export const isOriginal = (content: Fragment): boolean => originals.has(content);

/** Words as the content of a clause: with their marks, or as they stand where the marks could not be written back the same. */
export const contentOf = (words: string): Fragment => {
  const pieces = inlineOf(words);
  const read = Fragment.from(pieces.flatMap(nodesOf));
  const written = wordsOf(read);
  if (written === words) return read;
  if (JSON.stringify(inlineOf(written)) !== JSON.stringify(pieces)) return Fragment.from(linesOf(words));
  originals.set(read, words);
  return read;
};

const nodesOf = (piece: Inline): readonly Node[] => {
  if (piece.kind === 'footnote') return [schema.nodes.footnote.create({ words: piece.words })];
  const emphasis = piece.emphasis ? [schema.marks.emphasis.create()] : [];
  const link = piece.link === null ? [] : [schema.marks.link.create({ href: piece.link })];
  return linesOf(piece.text).map((node) => node.mark([...link, ...emphasis]));
};

const linesOf = (text: string): readonly Node[] =>
  text
    .split('\n')
    .flatMap((line, i) => [
      ...(i === 0 ? [] : [schema.nodes.line.create()]),
      ...(line === '' ? [] : [schema.text(line)]),
    ]);

/** The words of a clause, with their marks, as they will be kept. */
export const wordsOf = (content: Fragment): string => originals.get(content) ?? fitProse(rawWordsOf(content)).trim();

/** The words of a piece of a clause, with their marks, as they stand there. */
export const rawWordsOf = (content: Fragment): string =>
  originals.get(content) ?? writeInline(content.content.map(pieceOf));

const pieceOf = (node: Node): Inline => {
  if (node.type === schema.nodes.footnote) return { kind: 'footnote', words: node.attrs['words'] as string };
  const emphasis = schema.marks.emphasis.isInSet(node.marks) !== undefined;
  const link = (schema.marks.link.isInSet(node.marks)?.attrs['href'] as string | undefined) ?? null;
  return { kind: 'words', text: node.isText ? (node.text ?? '') : '\n', emphasis, link };
};

export const nodeOf = ({ id, kind, level, words }: Clause): Node =>
  typeOf(kind).create(kind === 'point' ? { id, level } : { id }, contentOf(words));

/** A document has a clause at least, if an empty one. */
export const documentOf = (clauses: readonly Clause[]): Node =>
  schema.nodes.doc.create(null, clauses.length === 0 ? [schema.nodes.paragraph.create()] : clauses.map(nodeOf));

/** What has been read of a node is kept as long as the node is: typing makes one new node, and leaves the others. */
const read = new WeakMap<Node, Clause | null>();

const clauseOf = (node: Node): Clause | null => {
  const known = read.get(node);
  if (known !== undefined) return known;
  const words = wordsOf(node.content);
  const [id, level] = [idOf(node), levelOf(node)];
  const clause =
    words === '' || id === null ? null : { id, kind: kindOf(node), ...(level === null ? {} : { level }), words };
  read.set(node, clause);
  return clause;
};

/** The clauses of a document; those without words are not there yet. */
export const clausesOf = (document: Node): readonly Clause[] =>
  document.children.flatMap((node) => clauseOf(node) ?? []);
