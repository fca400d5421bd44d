import type { OrganisationId } from '../../base/ids.ts';
import { isUnreached } from '../../charter/group/owed.ts';
import type { Circulation } from '../../charter/group/state.ts';
import type { Reader } from './reader.ts';

/** What the post brings to an organisation's first screen. */
export type PostNeed =
  /** Letters to it that none of its delegates has been shown yet. */
  | { readonly kind: 'letters'; readonly letters: readonly number[]; readonly deadline: null }
  /** Circulars that it has read and not acknowledged, by their letters. */
  | { readonly kind: 'acknowledge'; readonly letters: readonly number[]; readonly deadline: null }
  /** For those who serve everyone: the participants to whom something has not come; the circulation, where it is one alone. */
  | {
      readonly kind: 'unreached';
      readonly circulation: number | null;
      readonly organisations: readonly OrganisationId[];
      readonly deadline: null;
    };

/** The participants that a circulation has not reached; those that have left are owed nothing more. */
export const unreachedBy = (reader: Reader, { recipients }: Circulation): readonly OrganisationId[] =>
  [...recipients]
    .filter(([id, delivery]) => isUnreached(delivery) && reader.organisation(id)?.standing.kind === 'participant')
    .map(([id]) => id);

/** Every circulation that has not reached somebody, the first first, with those. */
export const unreached = (reader: Reader): ReadonlyMap<number, readonly OrganisationId[]> => {
  const found = new Map<number, OrganisationId[]>();
  for (const { id } of reader.participants())
    for (const number of reader.owed(id).unreached) {
      const organisations = found.get(number);
      if (organisations === undefined) found.set(number, [id]);
      else organisations.push(id);
    }
  return new Map([...found].toSorted(([a], [b]) => a - b));
};

export const postNeeds = (reader: Reader, id: OrganisationId): readonly PostNeed[] => {
  const { unopened, unacknowledged } = reader.owed(id);
  const unread = unopened.flatMap((number) => {
    const what = reader.circulation(number)?.what;
    return what?.kind === 'letter' ? [what.letter] : [];
  });
  return [
    ...(unread.length === 0 ? [] : [{ kind: 'letters', letters: unread, deadline: null } as const]),
    ...(unacknowledged.length === 0
      ? []
      : [{ kind: 'acknowledge', letters: [...unacknowledged], deadline: null } as const]),
    ...(reader.mayServe(id) ? unreachedNeed(reader) : []),
  ];
};

const unreachedNeed = (reader: Reader): readonly PostNeed[] => {
  const missing = reader.participants().filter(({ id }) => reader.owed(id).unreached.length > 0);
  const [one] = missing.flatMap(({ id }) => reader.owed(id).unreached.slice(0, 1));
  if (one === undefined) return [];
  const isOne = missing.every(({ id }) => {
    const numbers = reader.owed(id).unreached;
    return numbers.length === 1 && numbers[0] === one;
  });
  return [
    { kind: 'unreached', circulation: isOne ? one : null, organisations: missing.map(({ id }) => id), deadline: null },
  ];
};
