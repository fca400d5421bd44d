import { memoise } from '../../record/memo.ts';
import { type Segment, diffWords } from '../../text/diff.ts';

/** How many pairs of wordings are remembered: the amendments of some long texts. */
const REMEMBERED = 4000;

/** Stands between two wordings: no wording holds it. */
const BETWEEN = '\u0000';

const remembered = memoise(REMEMBERED, (both): readonly Segment[] => {
  const [before = '', after = ''] = both.split(BETWEEN);
  return diffWords(before, after);
});

/** {@link diffWords}, remembered: a text's page compares the same wordings whenever it is shown. */
export const differences = (before: string, after: string): readonly Segment[] =>
  remembered(`${before}${BETWEEN}${after}`);
