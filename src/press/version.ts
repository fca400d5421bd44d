import type { ClauseId } from '../base/ids.ts';
import { fitProse } from '../base/fit.ts';
import { type Form, type Paragraph, type Piece, isThere } from './paragraph.ts';

/** One version of a manuscript: with every tracked change rejected, or with those of one author accepted. */

/** A paragraph of one version. */
export interface Line {
  /** The place in the manuscript of the paragraph that it begins in, which tells it apart through all versions. */
  readonly source: number;
  readonly form: Form;
  readonly clause: ClauseId | null;
  readonly runs: readonly Piece[];
}

/**
 * Paragraphs whose end is not there go on in the next one; the whole is then what the first of them with words was. Those without words
 * are gone.
 */
export const versionOf = (paragraphs: readonly Paragraph[], author: string | null): readonly Line[] => {
  const lines: Line[] = [];
  let open: Line | null = null;
  for (const [source, { form, clause, pieces, end }] of paragraphs.entries()) {
    const runs = pieces.filter(({ tracked }) => isThere(tracked, author));
    const empty: boolean = open === null || isBlank(open.runs);
    open = empty ? { source, form, clause, runs } : { ...(open as Line), runs: [...(open as Line).runs, ...runs] };
    if (!isThere(end, author)) continue;
    if (!isBlank(open.runs)) lines.push(open);
    open = null;
  }
  if (open !== null && !isBlank(open.runs)) lines.push(open);
  return lines;
};

const isBlank = (runs: readonly Piece[]): boolean =>
  runs.every(({ text, note }) => note === null && fitProse(text).trim() === '');
