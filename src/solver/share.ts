/**
 * Divides a time between looking for better texts and proving how good they are. Whatever brought something lately gets more of it.
 */

export interface Work {
  readonly search: (changes: number) => void;
  readonly rounds: () => number;
  readonly changes: () => number;
  readonly prove: () => boolean;
}

/** Changes tried between two looks at the clock: a few milliseconds. */
const CHANGES = 5000;
/** The part of the time after which proving begins, though the search has not gone over everything once. */
const FIRST = 0.15;
/** The part of the time that searching gets then when it has just found something, and at least; and what is left of it after a turn without. */
const [BUSY, IDLE, FADING] = [0.4, 0.05, 0.85];
/** One turn, in milliseconds. */
const TURN = 200;

/**
 * Works until nothing is left to prove or the time is up.
 * @param now milliseconds that only rise
 * @param told what is known may be better now; called some times a second
 */
export const work = (work: Work, limitMs: number, now: () => number, told: () => void): void => {
  const end = now() + limitMs;
  const searchUntil = (until: number): void => {
    while (now() < until) work.search(CHANGES);
  };
  const first = now() + limitMs * FIRST;
  for (let tell = now() + TURN; work.rounds() === 0 && now() < first;) {
    work.search(CHANGES);
    if (now() < tell) continue;
    told();
    tell = now() + TURN;
  }
  told();
  let share = BUSY;
  let changes = work.changes();
  while (now() < end) {
    const began = now();
    const turn = Math.min(end, began + TURN);
    while (now() < turn) if (!work.prove()) return;
    // A single linear program may take longer than a turn: the search gets its share of what it took.
    searchUntil(Math.min(end, now() + ((now() - began) * share) / (1 - share)));
    share = work.changes() > changes ? BUSY : Math.max(IDLE, share * FADING);
    changes = work.changes();
    told();
  }
};
