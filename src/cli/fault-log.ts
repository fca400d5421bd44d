import { inspect } from 'node:util';
import { type Instant, MINUTE, after } from '../base/time.ts';
import { Unusable } from '../conference/unusable.ts';

/**
 * What a node writes down of its faults: of each kind one, whole, and how often it came besides. However many requests meet the same fault, the log grows
 * by so much a minute and no more.
 */

/** The most kinds of fault that are written whole in a minute, and the most characters of one. */
export const MOST_KINDS = 20;
export const MOST_SAID = 4000;

interface FaultLogDeps {
  /** Takes a text of several lines. */
  readonly write: (text: string) => void;
  readonly now: () => Instant;
}

export const createFaultLog = ({ write, now }: FaultLogDeps): ((fault: unknown) => void) => {
  let began = now();
  let kinds = new Set<string>();
  let untold = 0;
  return (fault) => {
    if (now() >= after(began, MINUTE)) {
      if (untold > 0) write(`… and ${untold} more faults like these.`);
      [began, kinds, untold] = [now(), new Set(), 0];
    }
    const kind = kindOf(fault);
    if (kinds.has(kind) || kinds.size >= MOST_KINDS) untold += 1;
    else {
      kinds.add(kind);
      const said = fault instanceof Unusable ? fault.message : inspect(fault);
      write(said.length > MOST_SAID ? `${said.slice(0, MOST_SAID)}…` : said);
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
