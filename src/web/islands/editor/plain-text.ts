import { Fragment, type Node, Slice } from 'prosemirror-model';
import type { ClauseId } from '../../../base/ids.ts';
import type { Clause } from '../../../text/clause.ts';
import { wholeOf } from '../../../text/structure/assemble.ts';
import { paragraphsOf } from '../../../text/structure/paragraphs.ts';
import { structureOf } from '../../../text/structure/structure.ts';
import { fromMarkdown, toMarkdown } from '../../../text/markdown.ts';
import { beginningOf } from '../../../text/markdown-lines.ts';
import { settledBody } from '../../shared/typed-source.ts';
import { clausesOf, contentOf, nodeOf, rawWordsOf } from './document.ts';
import { schema } from './schema.ts';

/** The clipboard as plain text. Several clauses stand in it as the plain form has them, numbers, marks, notes and all, so that they come back from any program. */

export const plainTextOf = ({ content }: Slice): string => {
  const nodes = content.content.filter(({ isTextblock }) => isTextblock);
  const [first] = nodes;
  if (first === undefined || (nodes.length === 1 && !hasLines(first))) return rawWordsOf(first?.content ?? content);
  const named = nodes.map((node, i) => node.type.create({ ...node.attrs, id: `c${i}` as ClauseId }, node.content));
  const clauses = clausesOf(
    schema.nodes.doc.create(null, nodes.length === 1 ? [asParagraph(named[0] ?? first)] : named),
  );
  return clauses.length === 0 ? '' : toMarkdown({ title: null, clauses }, { ids: false }).trimEnd();
};

const hasLines = (clause: Node): boolean => clause.children.some(({ type }) => type === schema.nodes.line);

const asParagraph = (clause: Node): Node =>
  schema.nodes.paragraph.create({ id: clause.attrs['id'] as string }, clause.content);

/**
 * Plain text in several lines is read as the plain form is; in one line it is only words. Where nothing parts its lines and one of them is known to be a clause (`isKnown`), each is one:
 * many programs put a paragraph on each. Where nothing says what any of it is, its words do.
 */
export const sliceOf = (text: string, isKnown: (words: string) => boolean): Slice => {
  const lines = settledBody(text).split('\n');
  const apart =
    lines.length > 1 && !lines.some((line) => line.trim() === '') && lines.some((line) => isKnown(unmarked(line)));
  const read = lines.length > 1 ? fromMarkdown(lines.join(apart ? '\n\n' : '\n').replace(/^# /u, '## ')) : null;
  const clauses =
    read?.ok === true
      ? (told(read.value.clauses, apart ? null : text) ?? read.value.clauses).map((clause) =>
          nodeOf({ ...clause, id: null as never }),
        )
      : [schema.nodes.paragraph.create(null, contentOf(text.replaceAll(/\s*\n\s*/gu, ' ')))];
  return Slice.maxOpen(Fragment.from(clauses));
};

/** The clauses of a text that as it is written has only paragraphs; `null`: it says more of itself, or nothing else is to be told. */
const told = (clauses: readonly Clause[], text: string | null): readonly Omit<Clause, 'id'>[] | null => {
  if (text === null || clauses.length < 2 || clauses.some(({ kind }) => kind !== 'paragraph')) return null;
  const found = wholeOf(structureOf(paragraphsOf(text)));
  return found.every(({ kind }) => kind === 'paragraph') ? null : found;
};

/** A line without the mark that it begins with. */
const unmarked = (line: string): string => {
  const beginning = beginningOf(line.trim());
  return beginning === null || beginning.kind === 'break' ? line : beginning.rest;
};
