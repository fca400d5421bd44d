import type { Clause } from '../../text/clause.ts';
import { plain } from '../../text/runs.ts';
import { isRightToLeft } from '../direction.ts';
import { markOf } from '../paragraph.ts';
import { el } from '../xml-write.ts';
import type { Marked } from './inline.ts';
import { type Item, listXml } from './lists.ts';
import { type StyleName, idOf, paragraphXml, rightToLeftOf } from './names.ts';

/** The list that numbers clauses and their points, and the one that numbers points which stand below no clause. */
export const CLAUSES = 'Clauses';

/** Clauses in real numbering, each with a mark by which it is known when the file comes back. */
export const bodyXml = (clauses: readonly Clause[], marked: Marked): string => {
  const parts: string[] = [];
  let numbered = false;
  for (let at = 0; at < clauses.length;) {
    const [clause, ...rest] = clauses.slice(at);
    if (clause === undefined) break;
    const more = rest.findIndex(({ kind }) => kind !== 'point');
    const points = more === -1 ? rest : rest.slice(0, more);
    const isNumbered = clause.kind === 'operative';
    const items = isNumbered || clause.kind === 'point' ? [clause, ...points] : points;
    if (items.length === points.length) parts.push(clauseXml(clause, marked));
    if (items.length > 0)
      parts.push(
        numberedXml(
          items.map((one) => itemOf(one, marked)),
          isNumbered,
          numbered,
        ),
      );
    numbered ||= isNumbered;
    at += 1 + points.length;
  }
  return parts.join('');
};

/** Clauses go on in one list; points that stand below none begin one anew. */
const numberedXml = (items: readonly Item[], isNumbered: boolean, goesOn: boolean): string =>
  listXml(items, 0, {
    'text:style-name': CLAUSES,
    ...(!isNumbered ? {} : goesOn ? { 'text:continue-list': 'clauses' } : { 'xml:id': 'clauses' }),
  });

const itemOf = (clause: Clause, marked: Marked): Item => ({
  depth: clause.kind === 'point' ? (clause.level ?? 1) : 0,
  xml: clauseXml(clause, marked),
});

const clauseXml = ({ id, kind, level = 1, words }: Clause, marked: Marked): string => {
  const rightToLeft = isRightToLeft(plain(words));
  const mark = el('text:bookmark', { 'text:name': markOf(id) });
  const style = styleOf(kind, level);
  if (kind !== 'heading') return paragraphXml(style, rightToLeft, mark, marked(words));
  const name = rightToLeft ? rightToLeftOf(style) : idOf(style);
  return el('text:h', { 'text:style-name': name, 'text:outline-level': 1 }, mark, marked(words));
};

const styleOf = (kind: Clause['kind'], level: number): StyleName => {
  if (kind === 'heading') return 'Heading 1';
  return kind === 'point' ? `Clause: point ${level as 1 | 2 | 3 | 4}` : `Clause: ${kind}`;
};
