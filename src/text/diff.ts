import { nearEdit } from './near-edit.ts';
import type { Step } from './shortest-edit.ts';
import { wordsIn } from './words.ts';

/** A stretch of two wordings: in both, in the new one alone, or in the old one alone. */
export interface Segment {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Below this share of kept words a change reads better as one wording in place of another. */
const READABLE = 0.2;

/**
 * What changed between two wordings, word by word, in any script. `same` and `removed` put together give the old wording, `same` and `added` the
 * new one; of a change the removed words come first. No segment is empty and no two neighbours are of one kind. Takes time proportional to the wordings.
 */
export const diffWords = (before: string, after: string): readonly Segment[] => {
  if (before === after) return joined([{ kind: 'same', text: before }]);
  const [old, now] = [wordsIn(before), wordsIn(after)];
  const head = commonHead(old, now);
  const tail = commonTail(old, now, head);
  const [oldMiddle, nowMiddle] = [old.slice(head, old.length - tail), now.slice(head, now.length - tail)];
  const segments = joined([
    { kind: 'same', text: old.slice(0, head).join('') },
    ...segmentsOf(nearEdit(oldMiddle, nowMiddle), oldMiddle, nowMiddle),
    { kind: 'same', text: old.slice(old.length - tail).join('') },
  ]);
  return isReadable(segments, before, after) ? segments : joined(replaced(before, after));
};

const replaced = (before: string, after: string): readonly Segment[] => [
  { kind: 'removed', text: before },
  { kind: 'added', text: after },
];

const commonHead = (a: readonly string[], b: readonly string[]): number => {
  let n = 0;
  while (n < a.length && n < b.length && a[n] === b[n]) n += 1;
  return n;
};

const commonTail = (a: readonly string[], b: readonly string[], head: number): number => {
  let n = 0;
  while (n < a.length - head && n < b.length - head && a[a.length - 1 - n] === b[b.length - 1 - n]) n += 1;
  return n;
};

const segmentsOf = (
  steps: readonly Step[],
  before: readonly string[],
  after: readonly string[],
): readonly Segment[] => {
  let [x, y] = [0, 0];
  return steps.map((step): Segment => {
    if (step === 'add') return { kind: 'added', text: after[y++] ?? '' };
    if (step === 'keep') y += 1;
    return { kind: step === 'keep' ? 'same' : 'removed', text: before[x++] ?? '' };
  });
};

/** Gathers each change into one removed and one added stretch; what is kept between two changes and is no word goes along. */
const joined = (segments: readonly Segment[]): readonly Segment[] => {
  const out: Segment[] = [];
  let [same, removed, added] = ['', '', ''];
  const put = (kind: Segment['kind'], text: string): void => {
    if (text !== '') out.push({ kind, text });
  };
  for (const { kind, text } of segments) {
    if (kind === 'same') {
      same += text;
      continue;
    }
    if (/[\p{L}\p{N}]/u.test(same) || removed + added === '') {
      put('removed', removed);
      put('added', added);
      put('same', same);
      [removed, added] = ['', ''];
    } else {
      removed += same;
      added += same;
    }
    same = '';
    if (kind === 'removed') removed += text;
    else added += text;
  }
  put('removed', removed);
  put('added', added);
  put('same', same);
  return out;
};

const isReadable = (segments: readonly Segment[], before: string, after: string): boolean => {
  const kept = segments.reduce((sum, { kind, text }) => sum + (kind === 'same' ? text.length : 0), 0);
  return kept >= READABLE * Math.min(before.length, after.length);
};
