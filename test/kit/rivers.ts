import assert from 'node:assert/strict';
import { webcrypto } from 'node:crypto';
import type { Slug } from '../../src/base/ids.ts';
import type { Result } from '../../src/base/result.ts';
import { type Instant, instant } from '../../src/base/time.ts';
import { type ManualClock, createManualClock } from '../../src/conference/clock.ts';
import { createVerifier } from '../../src/conference/door/verifier.ts';
import { createHost } from '../../src/conference/host.ts';
import { nodePrimitives } from '../../src/conference/primitives.ts';
import { type HostKey, generateHostKey } from '../../src/conference/host-key.ts';
import type { Conference, Host, Receipt, Rejection } from '../../src/conference/types.ts';
import { type FaultyStore, createFaultyStore } from './faulty-store.ts';
import { type SmallConference, type Speaker, smallConference, someText } from './small-conference.ts';

/** A host in memory whose clock stands still, with one conference of three organisations: what most tests begin with. */

export const START = instant(Date.UTC(2026, 0, 10));
export const SLUG = 'rivers' as Slug;

export interface Rivers extends SmallConference {
  readonly clock: ManualClock;
  readonly store: FaultyStore;
  readonly hostKey: HostKey;
  readonly host: Host;
  /** What went wrong outside any answer. */
  readonly faults: readonly unknown[];
  /** What an act's head says besides who makes it. */
  readonly head: () => { readonly conference: SmallConference['id']; readonly made: Instant };
  readonly who: (index: number) => Speaker;
  /** The first organisation tables a text. */
  readonly table: () => Promise<Result<Receipt, Rejection>>;
  /** The same installation after a restart, with the clock set to `at`. */
  readonly restarted: (at?: Instant, key?: HostKey) => Promise<Conference>;
}

export const startRivers = async (): Promise<Rivers> => {
  const clock = createManualClock(START);
  const store = createFaultyStore();
  const hostKey = generateHostKey();
  const faults: unknown[] = [];
  const onFault = (fault: unknown): void => void faults.push(fault);
  // A thread that verifies would not be waited for by `turns`.
  const verifier = createVerifier(nodePrimitives);
  const host = await createHost({ store, clock, hostKey, origin: 'http://localhost', verifier, onFault });
  const small = await smallConference(host, clock.now, ['alfa', 'beta', 'gama'], { slug: SLUG });
  const who = (index: number): Speaker => {
    const speaker = small.speakers[index];
    if (speaker === undefined) throw new RangeError(`No speaker ${index}`);
    return speaker;
  };
  return {
    ...small,
    clock,
    store,
    hostKey,
    host,
    faults,
    head: () => ({ conference: small.id, made: clock.now() }),
    who,
    table: () => small.submit(who(0), 'text.table', someText()),
    restarted: async (at = clock.now(), key = hostKey) => {
      await host.close();
      // Nothing of the old process hears the clock any more.
      clock.set(at);
      const again = await createHost({ store, clock, hostKey: key, origin: 'http://localhost' });
      const conference = again.conference(SLUG);
      if (conference === null) throw new TypeError('The conference is gone');
      return conference;
    },
  };
};

/** Why it was not accepted. */
export const rejection = (result: Result<unknown, Rejection>): Rejection => {
  assert.ok(!result.ok, 'it was accepted');
  return result.error;
};

/** The kind of its refusal, or of its rejection by the door. */
export const refusal = (result: Result<unknown, Rejection>): string => {
  const error = rejection(result);
  return error.kind === 'refused' ? error.refusal.kind : error.kind;
};

/** Lets everything run that waits for nothing but its turn and for a signature to be checked. */
export const turns = async (): Promise<void> => {
  for (let i = 0; i < 50; i++) await webcrypto.subtle.digest('SHA-256', new Uint8Array(1));
};
