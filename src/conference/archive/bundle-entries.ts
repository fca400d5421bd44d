import { basesIn } from '../../charter/proof/bases.ts';
import type { State } from '../../charter/state.ts';
import type { Conference, RecordEntry } from '../types.ts';

/**
 * The entries of a proof: those that say something of a text or a statement, and from each back to the founding act those by which its maker's
 * key and its maker came in. `charter/proof/` checks that these are enough, and none too many.
 *
 * @returns them in the order of the record; entry 0 first. One that `maySee` does not let pass is left out.
 */
export const withBases = async (
  conference: Conference,
  state: State,
  about: readonly number[],
  maySee: (entry: RecordEntry) => boolean,
): Promise<readonly RecordEntry[]> => {
  const basesOf = basesIn(state);
  const entries = new Map<number, RecordEntry>();
  const wanted = new Set([0, ...about]);
  // A set's walk reaches what is added meanwhile.
  for (const index of wanted) {
    const entry = index < state.size ? await conference.entry(index) : null;
    if (entry === null || (index > 0 && !maySee(entry))) continue;
    entries.set(index, entry);
    for (const basis of basesOf(entry)) wanted.add(basis);
  }
  return [...entries.values()].toSorted((a, b) => a.index - b.index);
};
