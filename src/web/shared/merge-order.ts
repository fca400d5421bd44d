import { longestRise } from '../../text/rising.ts';

/**
 * The order of two versions of a list put together: theirs, with what ours moved or brought in directly behind what it stands behind there. So what
 * one writer brings in, clause after clause, stays together whatever others bring in at the same place.
 */
export const mergeOrder = <Id extends string>(
  before: readonly Id[],
  ours: readonly Id[],
  theirs: readonly Id[],
  stays: (id: Id) => boolean,
): readonly Id[] => {
  const places = new Map(before.map((id, i) => [id, i]));
  const moved = (after: readonly Id[]): ReadonlySet<Id> => {
    const staying = longestRise(after.flatMap((id) => places.get(id) ?? []));
    return new Set(after.filter((id) => places.has(id) && !staying.has(places.get(id) ?? -1)));
  };
  const [own, foreign] = [moved(ours), moved(theirs)];
  const order = theirs.filter(stays);
  let behind: Id | null = null;
  for (const id of ours) {
    if (!stays(id)) continue;
    const at = order.indexOf(id);
    const goes = own.has(id) && !foreign.has(id);
    if (at >= 0 && goes) order.splice(at, 1);
    if (at < 0 || goes) order.splice(behind === null ? 0 : order.indexOf(behind) + 1, 0, id);
    behind = id;
  }
  return order;
};
