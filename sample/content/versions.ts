import { applyChange } from '../../src/text/apply-change.ts';
import { type Change as SoundChange, changeSchema } from '../../src/text/change.ts';
import { type Clause as SoundClause, clausesSchema } from '../../src/text/clause.ts';
import type { Change, SampleText } from './types.ts';

/** `clauses` with one change carried out. Throws when the change is malformed or does not fit. */
export const changed = (clauses: readonly SoundClause[], change: Change): readonly SoundClause[] => {
  const sound: SoundChange = changeSchema.parse(change);
  const result = applyChange(clauses, sound);
  if (!result.ok) throw new RangeError(`${result.error.kind}: ${JSON.stringify(change)}`);
  return result.value;
};

/** The clauses of a text's version: 0 is the draft, the highest is the final or the present one. */
export const clausesOf = (text: SampleText, version: number = text.revisions.length): readonly SoundClause[] =>
  text.revisions.slice(0, version).reduce((clauses, revision) => {
    const taken = text.amendments.filter((_, index) => revision.tookIn.includes(index)).map(({ change }) => change);
    return [...taken, ...revision.edits].reduce(changed, clauses);
  }, clausesSchema.parse(text.draft));
