import { type Instant, MINUTE, SECOND, after } from '../../base/time.ts';
import type { Clock } from '../ports.ts';
import { Unusable } from '../unusable.ts';
import { type Doubt, type Doubts, type Verdict, type Witnesses, createWitnesses, isNear } from './doubt.ts';
import type { Machine } from './machine.ts';

/** What a node knew of the time when it last noted it; see {@link Machine} for what the numbers are. */
export interface LastKnown {
  readonly time: Instant;
  readonly steady: number;
  readonly boot: string | null;
}

/** A clock that goes on from what it knew, whatever the machine's is set to, until it is told which of the two is right. */
export interface KnownClock extends Clock {
  readonly doubts: Doubts;
  /** What is to be noted for the next start. */
  readonly known: () => LastKnown;
  /** `null`: there is none. */
  readonly doubt: () => Doubt | null;
  /** Ends a doubt: whoever runs the node has said so. */
  readonly decide: (verdict: Verdict) => void;
}

export interface KnownClockDeps {
  readonly machine: Machine;
  /** From the last run; `null`: there was none. */
  readonly last: LastKnown | null;
  /** Told when a doubt begins, and when it is over. */
  readonly onDoubt: (said: ClockInDoubt | ClockBelieved) => void;
}

/** Two times that differ by so little are one. */
const SLIGHT = SECOND;

export const createKnownClock = ({ machine, last, onDoubt }: KnownClockDeps): KnownClock => {
  const begun = { time: beginning(machine, last), steady: machine.steady(), quick: machine.quick() };
  let anchor = begun;
  /** By how much the machine's clock is ahead, where it is known to be wrong. */
  let disbelieved: number | null = null;
  let open: { readonly ahead: number; readonly witnesses: Witnesses } | null = null;

  const setTo = (time: Instant): void => {
    anchor = { time, steady: machine.steady(), quick: machine.quick() };
  };
  /** The time by what has passed since it was known, without and with what the machine has slept through. */
  const passed = (): Instant => after(anchor.time, machine.quick() - anchor.quick);
  const passedInAll = (): Instant => after(anchor.time, Math.max(0, Math.round(machine.steady() - anchor.steady)));

  const waiting = new Set<() => void>();
  const end = (why: ClockBelieved['why']): void => {
    if (open === null) return;
    onDoubt(new ClockBelieved(why));
    open = null;
    // Whoever asked for the time is answered first.
    setImmediate(() => {
      for (const callback of waiting) callback();
    });
  };

  const look = (): Doubt | null => {
    const shown = machine.wall();
    if (open === null && disbelieved === null && Math.abs(shown - passed()) <= SLIGHT) return null;
    const known = passedInAll();
    if (isNear(shown, known)) {
      setTo(shown);
      disbelieved = null;
      end('agrees');
      return null;
    }
    const ahead = shown - known;
    const isSame = (other: number): boolean => isNear(0 as Instant, (other - ahead) as Instant);
    if (disbelieved !== null && isSame(disbelieved)) return null;
    if (open === null || !isSame(open.ahead)) {
      open = { ahead, witnesses: createWitnesses() };
      onDoubt(new ClockInDoubt({ known, shown }));
    }
    return { known, shown };
  };

  const decide = (verdict: Verdict): void => {
    const doubt = look();
    if (doubt === null) return;
    if (verdict === 'shown') setTo(doubt.shown);
    disbelieved = verdict === 'shown' ? null : doubt.shown - doubt.known;
    end(verdict);
  };

  const now = (): Instant => {
    const doubt = look();
    if (doubt !== null) return doubt.known;
    return disbelieved === null ? machine.wall() : passedInAll();
  };

  return {
    now,
    doubt: look,
    decide,
    known: () => ({ time: now(), steady: machine.steady(), boot: machine.boot }),
    doubts: {
      of: (slug) => {
        const doubt = look();
        const verdict = doubt === null ? null : (open?.witnesses.verdict(slug) ?? null);
        // Settled for this conference: there is one time for it, whatever the others still wait for.
        return doubt === null || verdict === null ? doubt : { known: doubt[verdict], shown: doubt[verdict] };
      },
      hear: (...given) => {
        const doubt = look();
        if (doubt === null || open === null) return;
        open.witnesses.hear(doubt, ...given);
        const common = open.witnesses.common();
        if (common !== null) decide(common);
      },
      any: () => look() !== null,
      onEnd: (callback) => {
        waiting.add(callback);
        return () => void waiting.delete(callback);
      },
    },
    at: (at, callback) => {
      let callOff = (): void => undefined;
      // Looked at anew within a minute, so that what fell due in sleep, or by a clock that was put right, comes by itself.
      const wait = (): void => {
        const left = at - now();
        callOff = machine.after(Math.min(Math.max(left, 0), MINUTE), left > 0 ? wait : callback);
      };
      wait();
      return () => callOff();
    },
  };
};

/** The time to go on from. How long the node was not there is known within one run of the machine alone. */
const beginning = (machine: Machine, last: LastKnown | null): Instant => {
  const shown = machine.wall();
  if (last === null) return shown;
  const isSameRun = last.boot !== null && last.boot === machine.boot && machine.steady() >= last.steady;
  const known = isSameRun ? after(last.time, Math.round(machine.steady() - last.steady)) : last.time;
  return isNear(shown, known) ? shown : known;
};

const inWords = (time: Instant): string => new Date(time).toISOString().slice(0, 16).replace('T', ' ');

/** For whoever runs the node. */
export class ClockInDoubt extends Unusable {
  constructor({ known, shown }: Doubt) {
    super(
      `The machine’s clock shows ${inWords(shown)} UTC, and by what this node knows it is ${inWords(known)}: deadlines between the two wait. ` +
        'Put the clock right; or where it is right, for the node was away so long, say so by “isonomia confirm-clock”, or wait for acts of two organisations.',
    );
  }
}

export class ClockBelieved extends Unusable {
  readonly why: 'agrees' | Verdict;
  constructor(why: 'agrees' | Verdict) {
    super(`The time is beyond doubt again: ${SETTLED[why]}.`);
    this.why = why;
  }
}

const SETTLED = {
  agrees: 'the machine’s clock agrees with what the node knows',
  shown: 'what the machine’s clock shows was confirmed',
  known:
    'delegates’ clocks agree with what the node knows, and the machine’s is not believed as long as it is so far from it',
} as const;
