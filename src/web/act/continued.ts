import type { ClauseId } from '../../base/ids.ts';
import type { Result } from '../../base/result.ts';
import type { Clause } from '../../text/clause.ts';
import { recognised } from '../../text/keep-ids.ts';
import type { MarkdownFault, Written } from '../../text/markdown.ts';
import { type Typed, readTyped } from '../shared/typed-source.ts';

/** What the clauses of a source continue, and the ids that are spent. */
export interface Earlier {
  readonly before: readonly Clause[];
  readonly taken: readonly ClauseId[];
  /** What the form shows at first, where that is not `before`. */
  readonly begun?: readonly Clause[];
  /** The act names clauses that stay by their ids alone (`briefly` in `source.ts`). */
  readonly brief?: true;
}

export const NOTHING_EARLIER: Earlier = { before: [], taken: [] };

/**
 * A text as it is typed, as one that continues an earlier text: each clause is the earlier one that it is by its words, whatever names it had while it was written.
 * Drafts are put together by those names, so nothing that two people may still be writing is read so.
 */
export const readContinued = (typed: Typed, earlier: Earlier): Result<Written, MarkdownFault> => {
  const { taken, begun: before = earlier.before } = earlier;
  const read = readTyped(typed, { before, taken });
  return read.ok
    ? { ok: true, value: { ...read.value, clauses: recognised(before, read.value.clauses, taken) } }
    : read;
};
