import type { Waiting } from '../conference/door/limits.ts';
import type { Sender } from './sender.ts';

/**
 * Whose request is begun next. One thread answers everybody, so whoever asks for much must not be answered first: as long as there is time
 * left before connections are looked at again, requests begin as they come; else they wait in line, members' before strangers', and among each one
 * sender after the other.
 */
export interface Turns {
  /**
   * Begins the request when its turn has come; `false`: as many wait as may, and it never will.
   * @param first whether it is the first of its connection
   */
  readonly take: (sender: Sender, begin: () => void, first: boolean) => boolean;
}

/** How long requests are begun before connections are looked at again, in milliseconds. */
export const SLICE = 2;

/**
 * How long requests wait at most for new connections to be taken, in milliseconds. One is taken in a round (libuv), and until it is, nobody knows that a member
 * is behind it: so rounds are short as long as there are new ones.
 */
export const TAKING = 50;

/** What time it is in milliseconds, and the next moment at which connections have been looked at. */
interface Loop {
  readonly now: () => number;
  readonly afterOthers: (work: () => void) => void;
}

const NODES_LOOP: Loop = { now: () => performance.now(), afterOthers: (work) => void setImmediate(work) };

export const createTurns = (waiting: Waiting, { now, afterOthers }: Loop = NODES_LOOP): Turns => {
  const lines = { members: createLine(waiting.members), strangers: createLine(waiting.strangers) };
  /** What has been used of the slice, by what was begun and what that went on to do without waiting for anything. */
  let used = 0;
  let awaited = false;
  let running = false;
  /** Since when new connections have come in every round, and whether one has in this; `null`: none came in the last. */
  let takingSince: number | null = null;
  let taken = false;

  const renew = (): void => {
    if (awaited) return;
    awaited = true;
    afterOthers(() => {
      awaited = false;
      used = 0;
      if (!taken) takingSince = null;
      taken = false;
      goOn();
    });
  };

  /** What a request does in promises comes before a tick that is asked for in one, so that its time is counted. */
  const run = (begin: () => void): void => {
    running = true;
    const began = now();
    renew();
    try {
      begin();
    } finally {
      queueMicrotask(() =>
        process.nextTick(() => {
          used += now() - began;
          running = false;
          goOn();
        }),
      );
    }
  };

  const goOn = (): void => {
    if (running || used >= SLICE) return;
    if (isTaking()) {
      renew();
      return;
    }
    const begin = lines.members.next() ?? lines.strangers.next();
    if (begin !== null) run(begin);
  };

  const isTaking = (): boolean => {
    if (takingSince === null) return false;
    if (now() - takingSince < TAKING) return true;
    takingSince = null;
    return false;
  };

  return {
    take: ({ share, who }, begin, first) => {
      if (first) {
        taken = true;
        takingSince ??= now();
      }
      if (!lines[share].join(who, begin)) return false;
      goOn();
      return true;
    },
  };
};

type Line = {
  readonly join: (who: string, begin: () => void) => boolean;
  readonly next: () => (() => void) | null;
};

/** Senders in the order in which they came, each of whom goes to the end when one of its requests has had its turn. */
const createLine = (most: { readonly fromOne: number; readonly inAll: number }): Line => {
  const waiting = new Map<string, (() => void)[]>();
  let count = 0;
  return {
    join: (who, begin) => {
      const own = waiting.get(who) ?? [];
      if (own.length >= most.fromOne || count >= most.inAll) return false;
      own.push(begin);
      waiting.set(who, own);
      count += 1;
      return true;
    },
    next: () => {
      const first = waiting.entries().next().value;
      if (first === undefined) return null;
      const [who, own] = first;
      const begin = own.shift() ?? null;
      waiting.delete(who);
      if (own.length > 0) waiting.set(who, own);
      if (begin !== null) count -= 1;
      return begin;
    },
  };
};
