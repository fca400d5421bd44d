import type { Share } from '../conference/door/limits.ts';

/** Places for those who listen to live events. Strangers' and members' are apart: however many strangers come, every member finds one. */

export interface Places {
  /** A place, to be given back once by calling the outcome; `null` where all are taken, or this one has their share. */
  readonly take: (share: Share, who: string) => (() => void) | null;
  /** How many are taken. */
  readonly taken: () => number;
}

interface Most {
  readonly inAll: number;
  /** For one address of strangers, or for one organisation. */
  readonly fromOne: number;
}

/** Each holds about 22 KB of memory and a file descriptor of the process. */
export const PLACES: Readonly<Record<Share, Most>> = {
  strangers: { inAll: 6000, fromOne: 100 },
  members: { inAll: 4000, fromOne: 200 },
};

export const createPlaces = (most: Readonly<Record<Share, Most>> = PLACES): Places => {
  const taken = { strangers: createCount(), members: createCount() };
  return {
    take: (share, who) => {
      const { inAll, fromOne } = most[share];
      const count = taken[share];
      if (count.all() >= inAll || count.of(who) >= fromOne) return null;
      count.add(who, 1);
      return () => count.add(who, -1);
    },
    taken: () => taken.strangers.all() + taken.members.all(),
  };
};

const createCount = () => {
  const counts = new Map<string, number>();
  let all = 0;
  const of = (who: string): number => counts.get(who) ?? 0;
  return {
    of,
    all: () => all,
    add: (who: string, by: 1 | -1): void => {
      const now = of(who) + by;
      if (now === 0) counts.delete(who);
      else counts.set(who, now);
      all += by;
    },
  };
};
