import type { ClauseId } from '../../base/ids.ts';
import type { SharedWords } from '../../conference/shared-draft.ts';
import { mergeDrafts } from '../shared/merge-drafts.ts';
import { readTyped } from '../shared/typed-source.ts';

/** What two have written on one version of a statement, put together. */

/** A field that both have changed, and what it says now. */
export interface Clash {
  readonly field: keyof SharedWords;
  readonly theirs: string;
}

const LINES = ['title', 'event', 'on', 'lead', 'calls'] as const satisfies readonly (keyof SharedWords)[];

/**
 * A field that one side alone has changed is as that side wrote it; of the body, each clause. Where both changed the same, what was typed stays as typed, with theirs beside it as a clash;
 * in the body both wordings stand.
 *
 * @param base what both began from; `null`: that is not known any more
 */
export const mergeWords = (
  base: SharedWords | null,
  mine: SharedWords,
  theirs: SharedWords,
  newId: (kind: string) => ClauseId,
): { readonly merged: SharedWords; readonly clashes: readonly Clash[] } => {
  const clashes: Clash[] = [];
  const merged = { ...mine };
  for (const field of LINES) {
    if (mine[field] === base?.[field]) merged[field] = theirs[field];
    else if (theirs[field] !== base?.[field] && theirs[field] !== mine[field])
      clashes.push({ field, theirs: theirs[field] });
  }
  if (mine.body === base?.body) merged.body = theirs.body;
  else if (theirs.body !== base?.body && theirs.body !== mine.body) {
    const bodies = base === null ? null : mergeDrafts(bodyIn(base), bodyIn(mine), bodyIn(theirs), newId);
    if (bodies !== null) merged.body = bodies.body;
    if (base === null || bodies === null || bodies.collisions.length > 0 || isClauseClash(base, mine, theirs))
      clashes.push({ field: 'body', theirs: theirs.body });
  }
  return { merged, clashes };
};

/** Whether one clause was worded otherwise by both: what comes of that is somebody's to read, even where the words fit together. */
const isClauseClash = (...[base, mine, theirs]: readonly [SharedWords, SharedWords, SharedWords]): boolean => {
  const [before, here, there] = [clausesIn(base), clausesIn(mine), clausesIn(theirs)];
  return [...before].some(([id, words]) => {
    const [ours, others] = [here.get(id), there.get(id)];
    return ours !== words && others !== words && ours !== others;
  });
};

const clausesIn = (words: SharedWords): ReadonlyMap<string, string> => {
  const read = readTyped(bodyIn(words));
  return new Map(read.ok ? read.value.clauses.map(({ id, words: said }) => [id, said]) : []);
};

/** Under one title, which is put together by itself. */
const bodyIn = ({ body }: SharedWords) => ({ title: '-', body });
