import type { Result } from '../../base/result.ts';
import { recognised } from '../../text/keep-ids.ts';
import type { MarkdownFault, Written } from '../../text/markdown.ts';
import { type Typed, readTyped } from '../shared/typed-source.ts';
import type { Earlier } from './source.ts';

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
