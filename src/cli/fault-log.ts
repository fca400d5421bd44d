import { type Instant, MINUTE, after } from '../base/time.ts';
import type { OnFault } from '../conference/about.ts';
import { Unusable } from '../conference/unusable.ts';
import { wordsOfFault } from './fault-words.ts';
import type { Log } from './log.ts';

/**
 * What a node writes down of its faults: of each kind one, and how often it came besides. However many requests meet the same fault, the log grows
 * by so much a minute and no more.
 */

/** The most kinds of fault that are written in a minute. */
export const MOST_KINDS = 20;

interface FaultLogDeps {
  readonly log: Pick<Log, 'error'>;
  readonly now: () => Instant;
}

export const createFaultLog = ({ log, now }: FaultLogDeps): OnFault => {
  let began = now();
  let kinds = new Set<string>();
  let untold = 0;
  return (fault, about = {}) => {
    if (now() >= after(began, MINUTE)) {
      if (untold > 0) log.error('more-faults-like-these', { number: untold });
      [began, kinds, untold] = [now(), new Set(), 0];
    }
    const kind = kindOf(fault);
    if (kinds.has(kind) || kinds.size >= MOST_KINDS) untold += 1;
    else {
      kinds.add(kind);
      log.error('fault', { ...about, ...wordsOfFault(fault) });
    }
  };
};

/** Where it was thrown: what it says may hold what a caller sent, and be another each time. Of what is unusable, each is one of its own. */
const kindOf = (fault: unknown): string =>
  fault instanceof Unusable
    ? fault.message
    : fault instanceof Error
      ? `${fault.name} ${/\n\s+at .*/u.exec(fault.stack ?? '')?.[0] ?? ''}`
      : typeof fault;
