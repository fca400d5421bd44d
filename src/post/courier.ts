import { type Instant, SECOND, after } from '../base/time.ts';
import type { Carriage, Carrier, CarrierAnswer } from '../conference/post/carrier.ts';
import type { Mailing, Outbox, OutboxItem, MailOutcome } from '../conference/post/outbox.ts';
import type { Clock } from '../conference/ports.ts';
import { createInsistence } from './insistence.ts';
import { createNap } from './nap.ts';
import { type Trouble, moreTrouble, outcomeOf } from './patience.ts';
import { createSettling } from './settling.ts';

/**
 * Takes what is due from the outbox to the carrier.
 *
 * An item is `sending` on the disk before anything of it leaves, and its answer is on the disk before the same session carries another. So after
 * a crash there is at most one mail a lane that a server may have taken and this host does not know of. It is sent again with the same
 * Message-ID; RFC 1047 says why nobody can do better.
 */
export interface Courier {
  /** Queues mails, durably, and sets out. Answers how many were new. */
  readonly send: (mailings: readonly Mailing[]) => Promise<number>;
  /** Looks again for what is due: something else has changed the outbox. */
  readonly wake: () => void;
  readonly status: () => CourierStatus;
  /** Resolves when nothing is due and nothing under way, or the outbox refuses and is left alone for a while. */
  readonly idle: () => Promise<void>;
  /** Takes nothing more, lets what is under way end or breaks it off, and resolves when its answers are on the disk. Closes the carrier. */
  readonly stop: () => Promise<void>;
}

export interface CourierStatus {
  /** How many mails are being handed over now. */
  readonly underWay: number;
  /** Why no server takes any; `null` while they do. */
  readonly trouble: Trouble | null;
  /** Since when the outbox cannot be written, so that nothing is sent; `null` while it can. */
  readonly unwritten: Instant | null;
}

export interface CourierDeps {
  readonly outbox: Outbox;
  readonly carrier: Carrier;
  readonly clock: Clock;
  /** The mail as it goes out, made when it is sent; `null`: there is nothing left to send. */
  readonly render: (item: OutboxItem, now: Instant) => Promise<Carriage | null>;
  /** Told what became of mails once it is on the disk, also of those that are to be tried again. */
  readonly onSettled: (outcomes: readonly MailOutcome[]) => void;
  /** A fault in here. A mail that cannot be made is tried again later; where the outbox fails, nothing more is sent until it does not. */
  readonly onFault: (fault: unknown) => void;
}

/** How many items are claimed at once for each lane. */
const AHEAD = 8;

/** How long {@link Courier.stop} waits for what is under way, in milliseconds. */
const GRACE = 5 * SECOND;

/** Starts at once, with what an earlier run left behind. */
export const createCourier = ({ outbox, carrier, clock, render, onSettled, onFault }: CourierDeps): Courier => {
  const nap = createNap(clock);
  const insistence = createInsistence({ clock, onFault, onRest: () => tellIdle() });
  const settling = createSettling(outbox, insistence, (outcomes) => {
    try {
      onSettled(outcomes);
    } catch (fault) {
      onFault(fault);
    }
  });
  let claimed: OutboxItem[] = [];
  let refilling: Promise<void> | null = null;
  let underWay = 0;
  /** How many of these have their answer, which is not on the disk yet. */
  let answered = 0;
  /** Whether items may be `sending` that nobody carries: after a crash, and after a claim whose outcome is not known. */
  let strays = true;
  let stopped = false;
  let trouble: Trouble | null = null;
  let waitingForIdle: (() => void)[] = [];

  const held = (): boolean => trouble !== null && clock.now() < trouble.until;

  const tellIdle = (): void => {
    const refused = insistence.resting() && underWay === answered;
    if (!refused && (underWay > 0 || (!nap.asleep() && !stopped))) return;
    const waiting = waitingForIdle;
    waitingForIdle = [];
    for (const tell of waiting) tell();
  };

  const claim = async (): Promise<readonly OutboxItem[]> => {
    if (strays && underWay === 0) {
      await outbox.release(clock.now());
      strays = false;
    }
    try {
      return await outbox.claim(clock.now(), carrier.width * AHEAD);
    } catch (fault) {
      strays = true;
      throw fault;
    }
  };

  /** Claims what is due, or waits until something is. */
  const refill = async (): Promise<void> => {
    if (held() && claimed.length > 0) await giveBack();
    else if (!held()) claimed = [...(await insistence.on(claim))];
    if (claimed.length > 0 || stopped) return;
    const due = held() && trouble !== null ? trouble.until : await insistence.on(outbox.nextDue);
    const slept = nap.until(due);
    tellIdle();
    await slept;
  };

  const giveBack = async (): Promise<void> => {
    const back = claimed;
    claimed = [];
    const next = trouble?.until ?? clock.now();
    await Promise.all(back.map((item) => settling.settle(item, { kind: 'queued', next, answer: null })));
  };

  const refillOnce = (): Promise<void> => {
    refilling ??= refill().finally(() => {
      refilling = null;
    });
    return refilling;
  };

  const take = async (): Promise<OutboxItem | null> => {
    for (;;) {
      await insistence.free();
      if (stopped) return null;
      const item = held() ? undefined : claimed.shift();
      if (item !== undefined) return item;
      await refillOnce();
    }
  };

  const made = async (item: OutboxItem): Promise<Carriage | CarrierAnswer | null> => {
    try {
      return await render(item, clock.now());
    } catch (fault) {
      onFault(fault);
      return { kind: 'put-off', answer: 'The mail could not be made' };
    }
  };

  const stateAfter = (item: OutboxItem, answer: CarrierAnswer | null): MailOutcome['state'] => {
    const now = clock.now();
    if (answer === null) return { kind: 'given-up', answer: 'There is nothing left to send', at: now };
    if (answer.kind !== 'unreachable') trouble = null;
    else if (!stopped) trouble = moreTrouble(trouble, answer.answer, now);
    return outcomeOf(item, answer, now, trouble?.until ?? now);
  };

  const settle = async (item: OutboxItem, answer: CarrierAnswer | null): Promise<MailOutcome['state']> => {
    const state = stateAfter(item, answer);
    answered++;
    const settled = settling.settle(item, state);
    tellIdle();
    await settled.finally(() => {
      underWay--;
      answered--;
    });
    return state;
  };

  const sendOne = async (item: OutboxItem): Promise<void> => {
    underWay++;
    let settled: ReturnType<typeof settle> | null = null;
    const keep = (answer: CarrierAnswer | null): ReturnType<typeof settle> => (settled ??= settle(item, answer));
    const carriage = await made(item);
    const isMade = carriage !== null && 'message' in carriage;
    const state = await keep(isMade ? await carrier.hand(carriage, keep) : carriage);
    // When it is due again, whoever waits may have to know.
    if (state.kind === 'queued' || strays) nap.end();
    else tellIdle();
  };

  const lane = async (): Promise<void> => {
    for (let item = await take(); item !== null; item = await take()) await sendOne(item);
  };

  /** One lane that fails takes no other with it: each ends with its own answer. */
  const run = async (): Promise<void> => {
    await Promise.all(Array.from({ length: carrier.width }, () => lane().catch(onFault)));
  };

  const ended = run();

  return {
    send: async (mailings) => {
      const fresh = await outbox.put(mailings);
      nap.end();
      return fresh;
    },
    wake: nap.end,
    status: () => ({ underWay, trouble, unwritten: insistence.since() }),
    idle: () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      waitingForIdle.push(resolve);
      // What is asked for is the time after what has changed by now.
      nap.end();
      return promise;
    },
    stop: async () => {
      stopped = true;
      nap.end();
      insistence.end();
      const callOff = clock.at(after(clock.now(), GRACE), () => void carrier.close());
      await ended;
      callOff();
      await giveBack().catch(onFault);
      await carrier.close();
    },
  };
};
